package dev.throughline.desktop.recording;

import dev.throughline.desktop.blob.BlobState;
import dev.throughline.desktop.sound.play.PlayerState;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.FoldingRow;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.recording.Bookmark;
import dev.throughline.model.recording.RecordingState;
import java.math.BigDecimal;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Plays a recording: buttons and time above, the wave below. */
final class PlayerView extends VBox {
  private static final double GAP_EM = 0.6153;

  private final Loaded loaded;
  private final WaveView wave;
  private final Button play;
  private final Button speed;
  private final Button whole;
  private final Label time = Labels.mono("");
  private final Label where = Labels.small("");
  private final HeldMark held = new HeldMark();
  private final Pane marks = new Pane();
  private @Nullable Node sign;
  private boolean isPlaying;

  PlayerView(PlayerDesk desk, Loaded loaded, OfflineMenu offline) {
    this.loaded = loaded;
    this.wave = new WaveView(desk, loaded);
    getStyleClass().add("player");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(Texts.text("player.name"));
    play = Buttons.primary("", Icon.PLAY, desk::playOrPause);
    play.getStyleClass().add("play");
    Buttons.withCommand(play, "play.toggle");
    speed = Buttons.flat("", desk::nextSpeed);
    speed.getStyleClass().add("speed");
    whole = Buttons.small(Buttons.standard(Texts.text("player.whole"), Icon.REPEAT, this::unmark));
    whole.managedProperty().bind(whole.visibleProperty());
    HBox keys =
        new HBox(
            Buttons.withCommand(
                Buttons.icon(
                    Icon.BACK, Texts.text("player.back"), () -> desk.step(-PlayerDesk.STEP_MILLIS)),
                "play.back"),
            play,
            Buttons.withCommand(
                Buttons.icon(
                    Icon.FORWARD,
                    Texts.text("player.forward"),
                    () -> desk.step(PlayerDesk.STEP_MILLIS)),
                "play.forward"));
    keys.getStyleClass().add("keys");
    HBox looks = looks(desk);
    List.of(keys, looks, time, where, offline.words(), held)
        .forEach(part -> part.setMinWidth(Region.USE_PREF_SIZE));
    FoldingRow head =
        new FoldingRow(
            GAP_EM,
            where,
            keys,
            time,
            Labels.small(what(loaded)),
            where,
            offline.words(),
            held,
            Spaces.grow(),
            looks);
    if (loaded.parts() > 1) {
      head.getChildren()
          .add(
              Buttons.small(
                  Buttons.standard(
                      Texts.text("player.part", loaded.part(), loaded.parts()),
                      Icon.RECORDING,
                      desk::nextPart)));
    }
    head.getChildren().add(offline.button());
    head.getStyleClass().add("controls");
    marks.getStyleClass().add("marks");
    marks.setManaged(!loaded.bookmarks().isEmpty());
    marks.setVisible(!loaded.bookmarks().isEmpty());
    marks.widthProperty().addListener(_ -> place(desk));
    wave.onMove(() -> place(desk));
    getChildren().addAll(head, wave, marks);
    show(loaded.player().state());
  }

  private HBox looks(PlayerDesk desk) {
    HBox looks =
        new HBox(
            Buttons.withCommand(
                Buttons.icon(Icon.ZOOM_OUT, Texts.text("player.zoom.out"), () -> desk.zoom(-1)),
                "play.zoomOut"),
            Buttons.withCommand(
                Buttons.icon(Icon.ZOOM_IN, Texts.text("player.zoom.in"), () -> desk.zoom(1)),
                "play.zoomIn"),
            whole,
            speed);
    looks.getStyleClass().add("keys");
    return looks;
  }

  private static String what(Loaded loaded) {
    if (!loaded.recording().name().isBlank()) {
      return loaded.recording().name();
    }
    return loaded.recording().state() == RecordingState.RECOVERED
        ? Texts.text("player.recovered")
        : "";
  }

  private void say(BlobState state) {
    String words = StateWords.of(state);
    if (!words.equals(where.getText())) {
      where.setText(words);
      where.setGraphic(
          state instanceof BlobState.OnServer ? Icon.VERIFIED.line() : Icon.WAITING.line());
      where.getStyleClass().remove("tl-stale");
      if (StateWords.isWrong(state)) {
        where.getStyleClass().add("tl-stale");
      }
    }
  }

  private void unmark() {
    wave.unmark();
    tick();
  }

  /** A flag for each bookmark; pressing it plays from there. */
  private void place(PlayerDesk desk) {
    marks.getChildren().clear();
    for (Bookmark one : loaded.bookmarks()) {
      double x = wave.xOf(one.atMillis());
      if (x < 0 || x > marks.getWidth()) {
        continue;
      }
      String at = Clock60.shown(one.atMillis());
      String name =
          one.label().isBlank()
              ? Texts.text("player.bookmark", at)
              : Texts.text("player.bookmark.named", at, one.label());
      Button flag = Buttons.icon(Icon.BOOKMARK, name, () -> desk.playFrom(one.atMillis()));
      flag.getStyleClass().add("flag");
      flag.setGraphic(Icon.BOOKMARK.fill());
      flag.setLayoutX(Math.max(0, x - FLAG_HALF));
      marks.getChildren().add(flag);
    }
  }

  private static final double FLAG_HALF = 9;

  /** Shows what is now. */
  void tick() {
    show(loaded.player().state());
    wave.tick();
  }

  private void show(PlayerState state) {
    time.setText(
        Texts.text(
            "player.time",
            Clock60.shown(loaded.form().millis(state.position())),
            Clock60.shown(loaded.lengthMillis())));
    speed.setText(
        Texts.text(
            "player.speed",
            BigDecimal.valueOf(state.speed()).stripTrailingZeros().toPlainString()));
    speed.setAccessibleText(Texts.text("player.speed.spoken", speed.getText()));
    whole.setVisible(state.loop().isPresent());
    say(loaded.state().get());
    held.show(loaded.held().get().orElse(""));
    if (play.getGraphic() != sign || state.isPlaying() != isPlaying) {
      isPlaying = state.isPlaying();
      sign = (isPlaying ? Icon.PAUSE : Icon.PLAY).fill();
      play.setGraphic(sign);
      play.setAccessibleText(Texts.text(isPlaying ? "player.pause" : "player.play"));
    }
  }
}
