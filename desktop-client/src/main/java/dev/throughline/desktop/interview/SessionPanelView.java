package dev.throughline.desktop.interview;

import dev.throughline.desktop.comment.CommentsView;
import dev.throughline.desktop.ui.Clips;
import dev.throughline.desktop.ui.Frames;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Panel;
import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.BorderPane;

/** The context panel of a session: details, comments, versions kept, lines left out. */
final class SessionPanelView extends BorderPane {
  static final String DETAILS = "details";
  static final String COMMENTS = "comments";
  static final String KEPT = "kept";
  static final String LEFT_OUT = "leftOut";

  private final SessionViewModel model;
  private final Runnable close;
  private final Clips spoken;
  private final DetailsView details;
  private final CommentsView comments;
  private Optional<SegmentedTabs> shownTabs = Optional.empty();
  private Optional<Panel> panel = Optional.empty();
  private boolean isFilled;
  private String shown = DETAILS;
  private List<KeptWords> kept = List.of();

  SessionPanelView(SessionViewModel model, Clips spoken, Runnable close) {
    this.spoken = spoken;
    this.model = model;
    this.close = close;
    this.details = new DetailsView(model);
    this.comments = new CommentsView(model.aside().comments());
    build();
    sceneProperty().subscribe(scene -> fillSoon());
    model.sessionProperty().addListener(change -> keptChanged());
    model
        .aside()
        .comments()
        .onCount(() -> shownTabs.ifPresent(tabs -> tabs.rename(COMMENTS, commentsTitle())));
    model
        .imports()
        .partly()
        .addListener((ListChangeListener<SessionImport.PartlyImported>) change -> build());
  }

  /** What is in it comes a frame after the page: all at once would be a long one. */
  private void fillSoon() {
    if (getScene() != null && !isFilled) {
      Frames.later(this, this::fill);
    }
  }

  private void fill() {
    if (!isFilled) {
      isFilled = true;
      panel.ifPresent(known -> fill(known, shown));
    }
  }

  /** Opens one of the tabs, if there is anything in it. */
  void show(String tab) {
    shown = tab;
    build();
  }

  private void keptChanged() {
    if (!model.kept().equals(kept)) {
      build();
    }
  }

  private String commentsTitle() {
    int said = model.aside().comments().count();
    String title = Texts.text("comment.title");
    return said == 0 ? title : Texts.text("comment.title.count", title, said);
  }

  /** Puts the caret where something is said about the interview. */
  void comment() {
    fill();
    show(COMMENTS);
    comments.typeNow();
  }

  private void build() {
    kept = model.kept();
    List<SegmentedTabs.Tab> tabs = new ArrayList<>();
    tabs.add(new SegmentedTabs.Tab(DETAILS, Texts.text("session.details"), Icon.PARTICIPANT));
    tabs.add(new SegmentedTabs.Tab(COMMENTS, commentsTitle(), Icon.COMMENTS));
    if (!kept.isEmpty()) {
      tabs.add(new SegmentedTabs.Tab(KEPT, Texts.text("session.kept.title"), Icon.MERGE));
    }
    if (!model.imports().partly().isEmpty()) {
      tabs.add(new SegmentedTabs.Tab(LEFT_OUT, Texts.text("session.leftOut"), Icon.IMPORT));
    }
    if (tabs.stream().noneMatch(tab -> tab.id().equals(shown))) {
      shown = DETAILS;
    }
    var choice = new SegmentedTabs(Texts.text("session.panel"), tabs);
    choice.select(shown);
    shownTabs = Optional.of(choice);
    var built = new Panel(choice, close);
    panel = Optional.of(built);
    choice.selectedProperty().subscribe(tab -> fill(built, tab));
    setCenter(built);
  }

  private void fill(Panel panel, String tab) {
    shown = tab;
    if (!isFilled) {
      return;
    }
    switch (tab) {
      case COMMENTS -> panel.body(Texts.text("comment.title"), comments);
      case KEPT -> panel.body(Texts.text("session.kept.title"), KeptView.sections(kept, spoken));
      case LEFT_OUT ->
          panel.body(Texts.text("session.leftOut"), LeftOutView.sections(model.imports().partly()));
      default -> panel.body(Texts.text("session.details"), details.sections());
    }
  }
}
