package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The files on their way in, one line each, below the table. Gone while there are none. */
final class ImportPanel extends VBox {
  private final ImportViewModel model;
  private final Consumer<RecordId> open;
  private final VBox lines = new VBox();

  ImportPanel(ImportViewModel model, Consumer<RecordId> open) {
    this.model = model;
    this.open = open;
    getStyleClass().add("library-import");
    Button stop =
        Buttons.small(Buttons.standard(Texts.text("library.import.stopAll"), model::cancel));
    stop.visibleProperty().bind(model.runningProperty());
    stop.managedProperty().bind(stop.visibleProperty());
    Button close =
        Buttons.small(Buttons.icon(Icon.CLOSE, Texts.text("library.import.close"), model::close));
    close.visibleProperty().bind(model.runningProperty().not());
    close.managedProperty().bind(close.visibleProperty());
    SectionHeader head = new SectionHeader(Texts.text("library.import.title"), stop, close);
    lines.getStyleClass().add("lines");
    ScrollPane scrolling = Sheet.scrolling(Texts.text("library.import.title"), lines);
    scrolling.getStyleClass().add("library-import-lines");
    getChildren().addAll(head, scrolling);
    model.jobs().addListener(this::follow);
    model.jobs().forEach(job -> lines.getChildren().add(lineOf(job)));
    show();
  }

  /** Lines stay as they are when others join them. */
  private void follow(ListChangeListener.Change<? extends ImportJob> change) {
    while (change.next()) {
      lines.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
      int at = change.getFrom();
      for (ImportJob job : change.getAddedSubList()) {
        lines.getChildren().add(at++, lineOf(job));
      }
    }
    show();
  }

  private ImportLine lineOf(ImportJob job) {
    return new ImportLine(job, open, files -> model.take(files, Optional.empty()));
  }

  private void show() {
    setVisible(!model.jobs().isEmpty());
    setManaged(isVisible());
  }
}
