package dev.throughline.desktop.interview;

import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import java.time.Clock;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Says in words how safe the page is: saved how long ago, saving, or not saved. */
final class SavedView extends Label {
  private static final long MINUTE_MILLIS = 60_000;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;

  private final SessionViewModel model;
  private final Timeline tick = new Timeline(new KeyFrame(Duration.seconds(1), event -> say()));

  SavedView(SessionViewModel model) {
    this.model = model;
    getStyleClass().addAll("tl-small", "tl-saved");
    setAccessibleRole(AccessibleRole.TEXT);
    setContentDisplay(ContentDisplay.RIGHT);
    setMinWidth(Region.USE_PREF_SIZE);
    tick.setCycleCount(Animation.INDEFINITE);
    sceneProperty().subscribe(this::ticks);
    model.markProperty().subscribe(mark -> say());
  }

  /** Only a label that can be seen counts the seconds. */
  private void ticks() {
    if (getScene() == null) {
      tick.stop();
    } else {
      tick.play();
    }
  }

  private void say() {
    SaveMark mark = model.markProperty().get();
    setText(words(mark, model.clock()));
    boolean isUnsafe = mark instanceof SaveMark.NotSaved;
    if (isUnsafe != getStyleClass().contains("tl-stopped")) {
      getStyleClass().remove("tl-stopped");
      getStyleClass().addAll(isUnsafe ? new String[] {"tl-stopped"} : new String[0]);
    }
    boolean isDone = mark instanceof SaveMark.Saved || mark instanceof SaveMark.Untouched;
    setGraphic(isDone ? Icon.CHECK.line() : isUnsafe ? Icon.WARNING.line() : null);
  }

  static String words(SaveMark mark, Clock clock) {
    return switch (mark) {
      case SaveMark.Untouched() -> Texts.text("session.saved");
      case SaveMark.Saving() -> Texts.text("session.saving");
      case SaveMark.NotSaved _ -> Texts.text("session.notSaved");
      case SaveMark.Saved(long atMillis) -> ago(atMillis, clock);
    };
  }

  private static String ago(long atMillis, Clock clock) {
    long age = Math.max(0, clock.millis() - atMillis);
    if (age < MINUTE_MILLIS) {
      return Texts.text("session.saved.seconds", Math.max(1, age / 1_000));
    }
    return age < HOUR_MILLIS
        ? Texts.text("session.saved.minutes", age / MINUTE_MILLIS)
        : Texts.text("session.saved.at", WhenWords.moment(atMillis, clock));
  }
}
