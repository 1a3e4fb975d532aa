package dev.throughline.desktop.ui.notice;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The oldest running task in the status bar, and how many more there are. Empty without tasks. */
public final class TaskStrip extends HBox {
  private final ObservableList<RunningTask> tasks;

  public TaskStrip(ObservableList<RunningTask> tasks) {
    this.tasks = tasks;
    getStyleClass().add("tl-task");
    tasks.addListener((ListChangeListener<RunningTask>) change -> show());
    show();
  }

  /** With little room the bar and the way to stop say enough; the panel has the rest. */
  public void squeeze(boolean isTight) {
    getStyleClass().remove("tight");
    if (isTight) {
      getStyleClass().add("tight");
    }
    for (Node part : getChildren()) {
      boolean isWord = part instanceof Label;
      part.setVisible(!isWord || !isTight);
      part.setManaged(part.isVisible());
    }
  }

  /** Called when the words of the strip are pressed; the keyboard has the door beside it. */
  public void onOpen(Runnable open) {
    setOnMouseClicked(event -> open.run());
  }

  private void show() {
    getChildren().clear();
    setVisible(!tasks.isEmpty());
    setManaged(isVisible());
    if (tasks.isEmpty()) {
      return;
    }
    var task = tasks.getFirst();
    var bar = new ProgressBar();
    bar.progressProperty().bind(task.progressProperty());
    bar.setAccessibleText(task.title());
    var detail = fixed(Labels.small(""));
    detail.textProperty().bind(task.detailProperty());
    getChildren().addAll(fixed(Labels.small(task.title())), bar, detail);
    task.cancel()
        .ifPresent(
            stop -> {
              var name = Texts.text("ui.task.cancel", task.title());
              getChildren().add(Buttons.icon(Icon.CLOSE, name, stop));
            });
    if (tasks.size() > 1) {
      var more = Texts.count("ui.task.more", tasks.size() - 1L);
      getChildren().add(fixed(Labels.small(more)));
    }
    squeeze(getStyleClass().contains("tight"));
  }

  private static Label fixed(Label label) {
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
