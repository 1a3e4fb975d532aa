package dev.throughline.desktop.ui.notice;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/**
 * Says to assistive technology what changed without moving the focus. Takes no room and shows
 * nothing; each new sentence is reported as a change of its text.
 */
public final class Announcer extends Label {
  public Announcer(ObservableValue<String> sentence) {
    getStyleClass().add("tl-announcer");
    setAccessibleRole(AccessibleRole.TEXT);
    setManaged(false);
    setMouseTransparent(true);
    resize(0, 0);
    sentence.subscribe(this::say);
  }

  private void say(String sentence) {
    setAccessibleText(sentence);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
