package dev.throughline.desktop.idea;

import dev.throughline.desktop.comment.CommentsView;
import dev.throughline.desktop.memo.TypedAreaView;
import dev.throughline.desktop.memo.TypedText;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.TabLeaves;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.idea.Assumption;
import dev.throughline.model.idea.Decision;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.score.Score;
import dev.throughline.model.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page of one idea. {@link IdeaViewModel#close} the model when it is left for good. */
public final class IdeaPage extends StackPane {
  private final IdeaViewModel model;
  private final Sheet sheet = new Sheet();
  private final InPlaceFieldView title;
  private final SegmentedTabs status =
      new SegmentedTabs(
          Texts.text("idea.status"),
          Arrays.stream(IdeaStatus.values())
              .map(one -> new SegmentedTabs.Tab(one.wireName(), IdeaWords.status(one), null))
              .toList());
  private final HBox goesOn = new HBox();
  private final EvidenceView evidence;
  private final AssumptionsView assumptions;
  private final TasksView tasks;
  private final DecisionsView decisions;
  private final ScoreView score;
  private final IdeaFactsView facts;
  private final VBox merged = new VBox();
  private final CommentsView comments;
  private Optional<Kin> kin = Optional.empty();
  private boolean isBuilt;
  private boolean isShowing;
  private boolean typesSoon;

  /** The ideas that are one with this one. */
  private record Kin(Optional<Idea> goesOn, List<Idea> merged) {}

  public IdeaPage(IdeaViewModel model) {
    this.model = model;
    getStyleClass().add("idea-page");
    title =
        new InPlaceFieldView(
            Texts.text("idea.title.name"), Texts.text("idea.title.prompt"), this::rename);
    title.getStyleClass().add("title");
    status.selectedProperty().addListener((_, _, to) -> move(to));
    WriteGate.heed(status);
    evidence = gated(new EvidenceView(model), Evidence.KIND);
    assumptions = gated(new AssumptionsView(model), Assumption.KIND);
    tasks = gated(new TasksView(model), DiscoveryTask.KIND);
    decisions = gated(new DecisionsView(model), Decision.KIND);
    score = gated(new ScoreView(model), Score.KIND);
    facts = new IdeaFactsView(model);
    comments = new CommentsView(model.comments());
    sheet.content(Sheet.column(LoadingBars.afterPatience()));
    getChildren().add(sheet);
    model.detailProperty().subscribe(detail -> detail.ifPresent(this::show));
    model.goneProperty().subscribe(this::showGone);
  }

  /** Who may not change the idea may still add to what it rests on, and the other way round. */
  private <T extends Node> T gated(T part, Kind kind) {
    return WriteGate.on(part, model.parts().permissions().refusal(kind.name()));
  }

  /** Saves what is typed in a line that still has the caret. */
  public void finish() {
    if (isFocusWithin() && getScene() != null) {
      getScene().getRoot().requestFocus();
    }
  }

  /** Puts the caret into the title, as soon as it is there. */
  public void typeNow() {
    typesSoon = !isBuilt;
    if (isBuilt) {
      title.requestFocus();
    }
  }

  /** Puts the caret into the first number of the scorecard. */
  public void typeScore() {
    score.typeNow();
  }

  /** Puts the caret where the next assumption is typed. */
  public void typeAssumption() {
    sheet.reveal(assumptions);
    assumptions.typeNow();
  }

  /** Puts the caret where the next discovery task is typed. */
  public void typeTask() {
    sheet.reveal(tasks);
    tasks.typeNow();
  }

  /** Puts the caret where the next decision is typed. */
  public void typeDecision() {
    sheet.reveal(decisions);
    decisions.typeNow();
  }

  /** Puts the caret where something is said about the idea. */
  public void comment() {
    sheet.reveal(comments.section());
    comments.typeNow();
  }

  private void rename(String before, String after) {
    model.set(
        "idea.step.rename",
        Idea.TITLE,
        Value.text(before),
        Value.text(Ideas.line(after, Idea.TITLE_LENGTH_MAX)));
  }

  private void move(String to) {
    if (!isShowing) {
      model.move(IdeaStatus.of(to));
    }
  }

  private void show(IdeaDetail detail) {
    Idea idea = detail.idea();
    isShowing = true;
    title.show(idea.title());
    status.select(idea.status().wireName());
    isShowing = false;
    showMerge(detail);
    evidence.show(detail.evidence());
    assumptions.show(detail.assumptions());
    tasks.show(detail);
    decisions.show(detail);
    score.show(detail);
    facts.show(detail);
    if (!isBuilt) {
      isBuilt = true;
      build(idea);
    }
  }

  private void showMerge(IdeaDetail detail) {
    Kin now = new Kin(detail.goesOn(), detail.merged());
    if (kin.equals(Optional.of(now))) {
      return;
    }
    kin = Optional.of(now);
    goesOn.getChildren().clear();
    detail
        .goesOn()
        .ifPresent(
            head ->
                goesOn
                    .getChildren()
                    .addAll(
                        Icon.MERGE.line(),
                        Labels.wrapping(
                            Labels.body(Texts.text("idea.goesOn", IdeaWords.title(head)))),
                        Spaces.grow(),
                        Buttons.small(
                            Buttons.standard(
                                Texts.text("idea.goesOn.open"),
                                () -> model.exits().openIdea().accept(head.id()))),
                        split(detail.idea())));
    goesOn.setVisible(detail.goesOn().isPresent());
    goesOn.setManaged(goesOn.isVisible());
    merged.getChildren().clear();
    if (!detail.merged().isEmpty()) {
      merged.getChildren().add(new SectionHeader(Texts.text("idea.merged")));
      for (Idea one : detail.merged()) {
        merged
            .getChildren()
            .add(
                new ListRow(IdeaWords.title(one))
                    .lead(Icon.MERGE)
                    .onOpen(() -> model.exits().openIdea().accept(one.id())));
      }
    }
    merged.setVisible(!detail.merged().isEmpty());
    merged.setManaged(merged.isVisible());
  }

  private Button split(Idea idea) {
    Button split =
        Buttons.small(Buttons.standard(Texts.text("idea.goesOn.split"), () -> model.split(idea)));
    WriteGate.heed(split);
    return split;
  }

  private void build(Idea idea) {
    goesOn.getStyleClass().addAll("tl-well", "idea-goes-on");
    sheet.setTop(head());
    VBox what =
        new VBox(
            words("idea.description", Idea.DESCRIPTION, idea.description(), 3),
            words("idea.hypothesis", Idea.HYPOTHESIS, idea.hypothesis(), 2));
    what.getStyleClass().add("idea-what");
    sheet.body(
        Texts.text("idea.page"),
        goesOn,
        what,
        evidence,
        assumptions,
        tasks,
        decisions,
        merged,
        comments.section());
    sheet.side(Texts.text("idea.side"), plan(), score, facts);
    if (typesSoon) {
      Platform.runLater(this::typeNow);
    }
  }

  private VBox words(String key, String field, String stored, int rows) {
    TypedText text = model.text(field, stored);
    TypedAreaView area = new TypedAreaView(Texts.text(key));
    area.getStyleClass().add("answer");
    area.setPrefRowCount(rows);
    area.setPromptText(Texts.text(key + ".prompt"));
    area.show(text);
    area.focusedProperty()
        .subscribe(
            isFocused -> {
              if (!isFocused) {
                text.save();
              }
            });
    TabLeaves.from(area);
    Label name = Labels.cap(Texts.text(key));
    name.setLabelFor(area);
    VBox both = new VBox(name, area);
    both.getStyleClass().add("words");
    return both;
  }

  private Region head() {
    HBox actions =
        new HBox(
            more(),
            Buttons.withCommand(
                Buttons.primary(
                    Texts.text("idea.link.primary"),
                    Icon.QUOTE,
                    () -> model.chooseEvidence(Stance.FOR)),
                "idea.evidence"));
    actions.getStyleClass().add("actions");
    actions.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    VBox words = new VBox(title, status);
    words.getStyleClass().add("words");
    BorderPane head = new BorderPane(words);
    head.getStyleClass().addAll("header", "study-head", "idea-head");
    head.setRight(actions);
    return head;
  }

  private SectionHeader plan() {
    Button open =
        Buttons.standard(
            Texts.text("idea.plan.open"),
            Icon.EXPERIMENT,
            () -> model.exits().openPlan().accept(model.id()));
    return new SectionHeader(
        Texts.text("idea.plan"), Buttons.small(Buttons.withCommand(open, "idea.plan")));
  }

  private Button more() {
    MenuItem merge = new MenuItem(Texts.text("idea.merge"), Icon.MERGE.line());
    merge.setOnAction(_ -> model.chooseMerge());
    MenuItem history = new MenuItem(Texts.text("idea.history"), Icon.STALE.line());
    history.setOnAction(_ -> model.exits().history().accept(model.id()));
    MenuItem trash = new MenuItem(Texts.text("idea.trash"), Icon.DELETE.line());
    trash.setOnAction(_ -> model.trash());
    ContextMenu menu = new ContextMenu(merge, history, trash);
    Button more = Buttons.icon(Icon.MORE, Texts.text("session.more"), () -> {});
    more.setOnAction(_ -> menu.show(more, Side.BOTTOM, 0, 0));
    return more;
  }

  private void showGone(boolean isGone) {
    if (isGone) {
      isBuilt = false;
      sheet.setTop(null);
      sheet.setRight(null);
      sheet.content(
          new StackPane(
              new EmptyPlace(Icon.DELETE, Texts.text("idea.gone.title"), Texts.text("idea.gone"))));
    } else {
      Optional<IdeaDetail> back = model.detailProperty().get();
      back.ifPresent(this::show);
    }
  }
}
