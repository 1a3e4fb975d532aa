package dev.throughline.desktop.ui.notice;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One running task of the panel: its name and words, its bar, and the way to stop it. */
final class TaskRow extends HBox {
  TaskRow(WatchedTask watched) {
    getStyleClass().addAll("tl-activity-row", "running");
    RunningTask task = watched.task();
    Label words = Labels.wrapping(Labels.small(""));
    words.textProperty().bind(watched.wordsProperty());
    words.visibleProperty().bind(words.textProperty().isNotEmpty());
    words.managedProperty().bind(words.visibleProperty());
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(task.progressProperty());
    bar.setAccessibleText(task.title());
    bar.accessibleHelpProperty().bind(watched.wordsProperty());
    VBox lines = new VBox(Labels.wrapping(Labels.body(task.title())), bar, words);
    lines.getStyleClass().add("words");
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    getChildren().add(lines);
    task.cancel()
        .ifPresent(
            stop -> {
              String name = Texts.text("ui.task.cancel", task.title());
              Button cancel = Buttons.icon(Icon.CLOSE, name, () -> {});
              cancel.setOnAction(
                  event -> {
                    cancel.setDisable(true);
                    stop.run();
                  });
              getChildren().add(Buttons.small(cancel));
            });
  }
}
