package dev.throughline.desktop.ui.notice;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One kept toast of the panel, with what can still be done about it. */
final class NoticeRow extends HBox {
  NoticeRow(Notice notice, String when, Runnable dismiss) {
    Toast toast = notice.toast();
    getStyleClass().addAll("tl-activity-row", ToastArea.styleClass(toast.kind()));
    VBox lines = new VBox(Labels.wrapping(Labels.body(toast.title())));
    lines.getStyleClass().add("words");
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    if (!toast.detail().isEmpty()) {
      lines.getChildren().add(Labels.wrapping(Labels.small(toast.detail())));
    }
    FlowPane actions = new FlowPane();
    actions.getStyleClass().add("actions");
    lines.getChildren().add(actions);
    notice.takenProperty().subscribe(taken -> fill(actions, notice));
    Label time = Labels.cap(when);
    time.setMinWidth(Region.USE_PREF_SIZE);
    String name = Texts.text("ui.activity.dismiss", toast.title());
    getChildren()
        .addAll(
            ToastArea.icon(toast.kind()),
            lines,
            time,
            Buttons.small(Buttons.icon(Icon.CLOSE, name, dismiss)));
  }

  private static void fill(FlowPane actions, Notice notice) {
    actions.getChildren().clear();
    for (Toast.Action action : notice.actions()) {
      Button button = Buttons.small(Buttons.standard(action.name(), action.run()));
      button.setAccessibleText(action.name() + ": " + notice.toast().title());
      actions.getChildren().add(button);
    }
    actions.setVisible(!actions.getChildren().isEmpty());
    actions.setManaged(actions.isVisible());
  }
}
