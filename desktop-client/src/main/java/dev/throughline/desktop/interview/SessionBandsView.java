package dev.throughline.desktop.interview;

import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;

/** Quiet lines below the head: what is not safe, what was kept twice, what was left out. */
final class SessionBandsView extends VBox {
  private final SessionViewModel model;
  private final Consumer<String> openPanel;

  /**
   * @param openPanel opens the context panel at one of its tabs
   */
  SessionBandsView(SessionViewModel model, Consumer<String> openPanel) {
    this.model = model;
    this.openPanel = openPanel;
    getStyleClass().add("tl-bands");
    model.markProperty().addListener(change -> build());
    model.sessionProperty().addListener(change -> build());
    model.stateProperty().addListener(change -> build());
    model
        .imports()
        .partly()
        .addListener((ListChangeListener<SessionImport.PartlyImported>) change -> build());
    build();
  }

  private void build() {
    getChildren().clear();
    if (model.markProperty().get() instanceof SaveMark.NotSaved(String code, String sentence)) {
      String words = Texts.text("interviews.withCode", sentence, code);
      getChildren().add(new BandView(Icon.WARNING, words).stopped());
    }
    switch (model.stateProperty().get()) {
      case GONE ->
          getChildren().add(new BandView(Icon.DELETE, Texts.text("session.gone")).stopped());
      case UNREADABLE ->
          getChildren().add(new BandView(Icon.WARNING, Texts.text("session.unreadable")).stopped());
      case LOADING, SHOWN -> {}
    }
    int kept = model.kept().size();
    if (kept > 0) {
      getChildren()
          .add(
              new BandView(
                  Icon.MERGE,
                  Texts.count("session.kept.band", kept),
                  Buttons.link(
                      Texts.text("session.kept.show"),
                      () -> openPanel.accept(SessionPanelView.KEPT))));
    }
    model.imports().partly().forEach(this::addLeftOut);
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
