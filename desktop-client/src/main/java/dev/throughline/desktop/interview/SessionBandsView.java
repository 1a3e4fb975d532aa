package dev.throughline.desktop.interview;

import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.interview.Interview;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;

/** Quiet lines below the head: what is not safe, what was kept twice, what was left out. */
final class SessionBandsView extends VBox {
  private final SessionViewModel model;
  private final Consumer<String> openPanel;
  private final ObservableValue<Optional<String>> locked;
  private Optional<Said> said = Optional.empty();

  /** What the lines are made of; while it is the same they stay, and so does focus in them. */
  private record Said(
      String problem,
      SessionViewModel.State state,
      int kept,
      boolean isDebriefDue,
      Optional<String> locked,
      List<SessionImport.PartlyImported> partly) {}

  /**
   * @param openPanel opens the context panel at one of its tabs
   */
  SessionBandsView(SessionViewModel model, Consumer<String> openPanel) {
    this.model = model;
    this.openPanel = openPanel;
    getStyleClass().add("tl-bands");
    locked = model.refusal(Interview.KIND.name());
    locked.addListener(change -> build());
    model.markProperty().addListener(change -> build());
    model.sessionProperty().addListener(change -> build());
    model.stateProperty().addListener(change -> build());
    model
        .aside()
        .debriefProperty()
        .subscribe(
            debrief ->
                debrief.ifPresent(
                    card -> {
                      card.dueProperty().subscribe(this::build);
                      card.openProperty().subscribe(this::build);
                    }));
    model
        .imports()
        .partly()
        .addListener((ListChangeListener<SessionImport.PartlyImported>) change -> build());
    build();
  }

  private void build() {
    Said now =
        new Said(
            problem(model.markProperty().get()),
            model.stateProperty().get(),
            model.sessionProperty().get().map(session -> session.kept().size()).orElse(0),
            isDebriefDue(),
            locked.getValue(),
            List.copyOf(model.imports().partly()));
    if (said.filter(now::equals).isEmpty()) {
      said = Optional.of(now);
      getChildren().clear();
      say(now);
    }
  }

  private boolean isDebriefDue() {
    return model
        .aside()
        .debriefProperty()
        .get()
        .filter(card -> card.dueProperty().get() && !card.openProperty().get())
        .isPresent();
  }

  private static String problem(SaveMark mark) {
    return mark instanceof SaveMark.NotSaved(String code, String sentence)
        ? Texts.text("interviews.withCode", sentence, code)
        : "";
  }

  private void say(Said now) {
    if (!now.problem().isEmpty()) {
      getChildren().add(new BandView(Icon.WARNING, now.problem()).stopped());
    }
    switch (now.state()) {
      case GONE ->
          getChildren().add(new BandView(Icon.DELETE, Texts.text("session.gone")).stopped());
      case UNREADABLE ->
          getChildren().add(new BandView(Icon.WARNING, Texts.text("session.unreadable")).stopped());
      case LOADING, SHOWN -> {}
    }
    now.locked()
        .ifPresent(
            why -> getChildren().add(new BandView(Icon.LOCK, Texts.text("session.locked", why))));
    if (now.kept() > 0) {
      Runnable show = () -> openPanel.accept(SessionPanelView.KEPT);
      getChildren()
          .add(
              new BandView(
                  Icon.MERGE,
                  Texts.count("session.kept.band", now.kept()),
                  Buttons.link(Texts.text("session.kept.show"), show)));
    }
    if (now.isDebriefDue()) {
      getChildren()
          .add(
              new BandView(
                  Icon.NOTES,
                  Texts.text("session.debrief.due"),
                  Buttons.link(Texts.text("session.debrief.begin"), this::beginDebrief)));
    }
    now.partly().forEach(this::addLeftOut);
  }

  private void beginDebrief() {
    model.aside().debriefProperty().get().ifPresent(DebriefViewModel::begin);
  }

  private void addLeftOut(SessionImport.PartlyImported file) {
    int lines = file.result().leftOut().size();
    getChildren()
        .add(
            new BandView(
                Icon.IMPORT,
                Texts.count("session.leftOut.band", lines, file.file()),
                Buttons.link(
                    Texts.text("session.leftOut.show"),
                    () -> openPanel.accept(SessionPanelView.LEFT_OUT)),
                Buttons.small(
                    Buttons.icon(
                        Icon.CLOSE,
                        Texts.text("session.leftOut.close"),
                        () -> model.imports().partly().remove(file)))));
  }
}
