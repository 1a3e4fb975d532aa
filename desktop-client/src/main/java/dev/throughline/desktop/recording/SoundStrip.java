package dev.throughline.desktop.recording;

import dev.throughline.desktop.travel.OfflineDesk;
import dev.throughline.desktop.ui.Sheet;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * Stands below every place: the recorder while something is recorded, else the player where the
 * shown interview has sound, else nothing.
 */
public final class SoundStrip extends StackPane {
  private static final double TICK_MILLIS = 100;

  private final RecordingDesk recording;
  private final PlayerDesk playing;
  private final OfflineMenu offline;
  private final Clock clock;
  private final Timeline ticks;
  private Consumer<Optional<Loaded>> listener = _ -> {};
  private Optional<RecorderView> recorder = Optional.empty();
  private Optional<PlayerView> player = Optional.empty();

  public SoundStrip(RecordingDesk recording, PlayerDesk playing, OfflineDesk offline, Clock clock) {
    this.offline = new OfflineMenu(offline);
    this.recording = recording;
    this.playing = playing;
    this.clock = clock;
    this.ticks = new Timeline(new KeyFrame(Duration.millis(TICK_MILLIS), _ -> tick()));
    ticks.setCycleCount(Animation.INDEFINITE);
    getStyleClass().add("tl-strip");
    setMinHeight(USE_PREF_SIZE);
    recording.liveProperty().subscribe(_ -> arrange());
    playing.loadedProperty().subscribe(_ -> arrange());
    playing.absentProperty().subscribe(_ -> arrange());
    sceneProperty().subscribe(_ -> run());
  }

  /** Tells ten times a second what is heard, while something is shown. */
  public void onTick(Consumer<Optional<Loaded>> told) {
    listener = told;
  }

  private void arrange() {
    Optional<Live> live = recording.liveProperty().get();
    Optional<Loaded> loaded = playing.loadedProperty().get();
    recorder = live.map(its -> new RecorderView(recording, its, clock));
    player =
        live.isPresent()
            ? Optional.empty()
            : loaded.map(its -> new PlayerView(playing, its, offline));
    getChildren().clear();
    recorder.ifPresent(view -> getChildren().add(new Sheet().content(view)));
    player.ifPresent(view -> getChildren().add(new Sheet().content(view)));
    if (getChildren().isEmpty()) {
      playing
          .absentProperty()
          .get()
          .ifPresent(
              its -> getChildren().add(new Sheet().content(new AbsentView(playing, its, offline))));
    }
    boolean isThere = !getChildren().isEmpty();
    setVisible(isThere);
    setManaged(isThere);
    run();
  }

  /** Only what can be seen moves. */
  private void run() {
    if (getScene() != null && isManaged()) {
      ticks.play();
    } else {
      ticks.stop();
    }
  }

  private void tick() {
    recorder.ifPresent(RecorderView::tick);
    player.ifPresent(PlayerView::tick);
    listener.accept(playing.loadedProperty().get());
  }
}
