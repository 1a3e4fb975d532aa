package dev.throughline.desktop.library;

import dev.throughline.desktop.transcript.file.LeftOut;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** One file: its name, how far it is or what became of it, and what of it was left out. */
final class ImportLine extends VBox {
  /** More left-out places than this are counted, not listed; the file itself has them all. */
  private static final int LISTED_MAX = 200;

  private final ImportJob job;
  private final Consumer<RecordId> open;
  private final Consumer<List<Path>> take;
  private final HBox line = new HBox();
  private final VBox leftOut = new VBox();

  ImportLine(ImportJob job, Consumer<RecordId> open, Consumer<List<Path>> take) {
    this.job = job;
    this.open = open;
    this.take = take;
    getStyleClass().add("library-import-line");
    line.getStyleClass().add("line");
    leftOut.getStyleClass().add("left-out");
    getChildren().addAll(line, leftOut);
    expand(false);
    job.stageProperty().addListener((InvalidationListener) _ -> show());
    show();
  }

  private void show() {
    Label name = Labels.h3(job.name());
    name.getStyleClass().add("name");
    Label said = Labels.wrapping(Labels.muted(ImportWords.line(job)));
    HBox.setHgrow(said, Priority.ALWAYS);
    said.setMaxWidth(Double.MAX_VALUE);
    line.getChildren().setAll(lead(), name, said);
    // A refusal names its file itself.
    name.setManaged(!said.getText().contains(job.name()));
    name.setVisible(name.isManaged());
    if (!job.isFinished()) {
      said.textProperty().bind(job.progressProperty().map(_ -> ImportWords.line(job)));
      ProgressBar bar = new ProgressBar();
      bar.progressProperty().bind(job.progressProperty());
      bar.setAccessibleText(job.name());
      line.getChildren().add(bar);
      if (job.stageProperty().get() != ImportJob.Stage.SAVING) {
        String stop = Texts.text("library.import.stop", job.name());
        line.getChildren().add(Buttons.small(Buttons.icon(Icon.CLOSE, stop, job::cancel)));
      }
    }
    job.outcomeProperty().get().ifPresent(this::actions);
  }

  private StackPane lead() {
    StackPane lead =
        new StackPane(
            job.outcomeProperty().get().map(ImportLine::icon).orElse(Icon.TRANSCRIPT.line()));
    lead.getStyleClass().add("lead");
    return lead;
  }

  private static Text icon(ImportOutcome outcome) {
    return switch (outcome) {
      case ImportOutcome.Transcript _,
          ImportOutcome.Workspace _,
          ImportOutcome.Table _,
          ImportOutcome.Folder _ ->
          Icon.CHECK.line();
      case ImportOutcome.Refused _ -> stopped(Icon.NEEDS_YOU.line());
      case ImportOutcome.Cancelled _ -> Icon.CLOSE.line();
    };
  }

  private static Text stopped(Text icon) {
    icon.getStyleClass().add("library-stopped");
    return icon;
  }

  private void actions(ImportOutcome outcome) {
    switch (outcome) {
      case ImportOutcome.Transcript(RecordId interview, int _, var left) -> {
        show(left, "library.import.leftOut");
        act("library.open", "library.open.named", () -> open.accept(interview));
      }
      case ImportOutcome.Workspace(int _, int _, var left, var editedTables) -> {
        show(left, "library.import.aside");
        if (!editedTables.isEmpty()) {
          act(
              "library.import.tables",
              "library.import.tables.named",
              () -> take.accept(editedTables));
        }
      }
      case ImportOutcome.Table(int _, int _, int _, var left) ->
          show(left, "library.import.columns");
      case ImportOutcome.Folder _, ImportOutcome.Refused _, ImportOutcome.Cancelled _ -> {}
    }
  }

  private void show(List<LeftOut> left, String counted) {
    if (!left.isEmpty()) {
      list(left);
      line.getChildren().add(expander(Texts.count(counted, left.size())));
    }
  }

  private void act(String key, String spokenKey, Runnable action) {
    Button button = Buttons.standard(Texts.text(key), action);
    button.setAccessibleText(Texts.text(spokenKey, job.name()));
    line.getChildren().add(Buttons.small(button));
  }

  private Button expander(String words) {
    Button expander = Buttons.standard(words, Icon.DOWN, () -> {});
    expander.setOnAction(
        _ -> {
          expand(!leftOut.isVisible());
          expander.setGraphic((leftOut.isVisible() ? Icon.UP : Icon.DOWN).line());
        });
    expander.setAccessibleText(expander.getText() + ": " + job.name());
    expander.getStyleClass().add("library-left-out");
    return Buttons.small(expander);
  }

  private void expand(boolean isOpen) {
    leftOut.setVisible(isOpen);
    leftOut.setManaged(isOpen);
  }

  private void list(List<LeftOut> left) {
    leftOut.getChildren().setAll(left.stream().limit(LISTED_MAX).map(ImportLine::place).toList());
    if (left.size() > LISTED_MAX) {
      leftOut
          .getChildren()
          .add(Labels.small(Texts.text("library.import.more", left.size() - LISTED_MAX)));
    }
  }

  private static HBox place(LeftOut place) {
    Label reason = Labels.wrapping(Labels.small(place.reason()));
    HBox.setHgrow(reason, Priority.ALWAYS);
    HBox row = new HBox(reason);
    if (place.line() > 0) {
      Label line = Labels.mono(Texts.text("library.import.line", place.line()));
      line.setMinWidth(Region.USE_PREF_SIZE);
      line.getStyleClass().add("where");
      row.getChildren().addFirst(line);
    }
    row.getStyleClass().add("place");
    return row;
  }
}
