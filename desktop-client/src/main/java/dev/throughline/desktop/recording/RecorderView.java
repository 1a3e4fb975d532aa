package dev.throughline.desktop.recording;

import dev.throughline.desktop.capture.RecorderProblem;
import dev.throughline.desktop.capture.RecorderStatus;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.FoldingRow;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Announcer;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The recorder while it records: time, level, and how much of it is safe. */
final class RecorderView extends StackPane {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final double GAP_EM = 1;

  private final RecordingDesk desk;
  private final Button pause;
  private final Label time = Labels.mono("");
  private final LateWave wave = new LateWave();
  private final MeterView meter = new MeterView();
  private final Label safe = Labels.h3("");
  private final Label line = Labels.small("");
  private final StringProperty spoken = new SimpleStringProperty(this, "spoken", "");
  private boolean isPaused;

  RecorderView(RecordingDesk desk, Live live, Clock clock) {
    this.desk = desk;
    getStyleClass().add("recorder");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(Texts.text("recording.recorder"));
    Button stop =
        Buttons.large(Buttons.danger(Texts.text("recording.stop"), Icon.STOP, desk::stop));
    Buttons.withCommand(stop, "record.stop");
    pause =
        Buttons.large(
            Buttons.standard(Texts.text("recording.pause"), Icon.PAUSE, this::pauseOrGoOn));
    Button mark =
        Buttons.withCommand(
            Buttons.icon(Icon.BOOKMARK, Texts.text("recording.bookmark"), () -> desk.bookmark("")),
            "record.bookmark");
    time.getStyleClass().add("timer");
    VBox clocks = new VBox(time, Labels.small(began(live, clock)));
    clocks.getStyleClass().add("clocks");
    clocks.setMinWidth(Region.USE_PREF_SIZE);
    safe.setGraphic(Icon.VERIFIED.fill());
    line.setWrapText(true);
    safe.setMinWidth(Region.USE_PREF_SIZE);
    VBox safety = new VBox(safe, line);
    safety.getStyleClass().add("safety");
    HBox keys = new HBox(stop, pause, mark);
    keys.getStyleClass().add("keys");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    getChildren()
        .add(
            new FoldingRow(GAP_EM, line, keys, clocks, wave, meter, Spaces.grow(), safety)
                .spare(wave));
    getChildren().add(new Announcer(spoken));
    tick();
  }

  private static String began(Live live, Clock clock) {
    String at = MOMENT.format(Instant.ofEpochMilli(live.startedAt()).atZone(clock.getZone()));
    return live.who().isBlank()
        ? Texts.text("recording.began", at)
        : Texts.text("recording.began.who", live.who(), at);
  }

  private void pauseOrGoOn() {
    if (isPaused) {
      desk.resume();
    } else {
      desk.pause();
    }
    tick();
  }

  /** Shows what is now; ten times a second are enough. */
  void tick() {
    desk.status().ifPresent(this::show);
  }

  private void show(RecorderStatus status) {
    boolean wasPaused = isPaused;
    isPaused = status.state() == RecorderStatus.State.PAUSED;
    if (isPaused != wasPaused) {
      spoken.set(Texts.text(isPaused ? "recording.paused" : "recording.goesOn"));
    }
    String name = Texts.text(isPaused ? "recording.resume" : "recording.pause");
    if (!name.equals(pause.getText())) {
      pause.setText(name);
      pause.setAccessibleText(name);
      pause.setGraphic(isPaused ? Icon.RECORD.fill() : Icon.PAUSE.line());
    }
    time.setText(Clock60.shown(status.elapsedMillis()));
    time.setAccessibleText(Texts.text("recording.elapsed", Clock60.spoken(status.elapsedMillis())));
    wave.add(status.elapsedMillis(), status.level().peak());
    meter.show(status.level());
    safe.setText(Texts.text("recording.safe", Clock60.shown(status.safeMillis())));
    say(status);
  }

  private void say(RecorderStatus status) {
    Optional<String> worst =
        Optional.of(desk.objection())
            .filter(why -> !why.isEmpty())
            .or(
                () ->
                    status.problems().stream()
                        .findFirst()
                        .map(RecorderProblem::error)
                        .map(UserError::shown));
    String words = worst.orElseGet(() -> calm(status));
    if (!words.equals(line.getText())) {
      line.setText(words);
      Hint.on(line, worst.isPresent() ? words : "");
      line.getStyleClass().remove("tl-stale");
      if (worst.isPresent()) {
        line.getStyleClass().add("tl-stale");
        spoken.set(words);
      }
    }
  }

  private String calm(RecorderStatus status) {
    if (isPaused) {
      return Texts.text("recording.paused");
    }
    return status.freeMinutes().isPresent()
        ? room(status.freeMinutes().getAsLong())
        : Texts.text("recording.calm");
  }

  private static String room(long minutes) {
    return minutes >= 60
        ? Texts.text("recording.room.hours", minutes / 60, minutes % 60)
        : Texts.count("recording.room", (int) minutes);
  }
}
