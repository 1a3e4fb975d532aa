package dev.throughline.desktop.ui.notice;

import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** The door in the status bar to tasks and notices; counts the notices that ask for attention. */
public final class ActivityButton extends Button {
  public ActivityButton(Activity activity) {
    getStyleClass().addAll("tl-pill", "tl-activity-door");
    setMinWidth(Region.USE_PREF_SIZE);
    Hint.on(this, Texts.text("ui.activity.title"));
    setOnAction(event -> activity.toggle());
    activity.unseenProperty().subscribe(count -> show(count.intValue()));
  }

  private void show(int unseen) {
    boolean asks = unseen > 0;
    setText(asks ? Texts.count("ui.activity.unseen", unseen) : "");
    setGraphic((asks ? Icon.NOTICES.fill() : Icon.NOTICES.line()));
    setAccessibleText(
        asks
            ? Texts.text("ui.activity.title") + ", " + getText()
            : Texts.text("ui.activity.title"));
    getStyleClass().remove("needs-you");
    if (asks) {
      getStyleClass().add("needs-you");
    }
  }
}
