package dev.throughline.desktop.ui.notice;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** Icon and words, always; a ground only when something is not fine. Pressing it opens Sync. */
public final class SyncPill extends Button {
  public SyncPill(ObservableValue<Pill> pill, Runnable open) {
    getStyleClass().add("tl-pill");
    setMinWidth(Region.USE_PREF_SIZE);
    setOnAction(event -> open.run());
    pill.subscribe(this::show);
  }

  /** What is said aloud: another state, not each number that changes in it. */
  public static ObservableValue<String> spoken(ObservableValue<Pill> pill) {
    ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper("");
    pill.subscribe(
        (before, now) -> {
          if (before.state() != now.state()) {
            spoken.set(now.text());
          }
        });
    return spoken.getReadOnlyProperty();
  }

  private void show(Pill pill) {
    for (PillState state : PillState.values()) {
      getStyleClass().remove(state.styleClass());
    }
    getStyleClass().add(pill.state().styleClass());
    setGraphic(pill.state().icon().line());
    setText(pill.text());
  }
}
