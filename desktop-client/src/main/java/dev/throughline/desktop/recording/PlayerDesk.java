package dev.throughline.desktop.recording;

import dev.throughline.desktop.blob.SoundElsewhere;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sound.play.PlayTrouble;
import dev.throughline.desktop.sound.play.Player;
import dev.throughline.desktop.sound.play.PlayerState;
import dev.throughline.desktop.sound.play.SoundOutput;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Plays the recordings of the interview that is shown. UI thread only. */
public final class PlayerDesk implements AutoCloseable {
  private static final Logger log = Logger.getLogger(PlayerDesk.class.getName());

  /** One press of back or forward. */
  public static final long STEP_MILLIS = 3_000;

  private static final List<Double> SPEEDS =
      List.of(0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0);

  private final RecordingDesk desk;
  private final Sounds sounds;
  private final SoundOutput output;
  private final Waves waves;
  private final Positions positions;
  private final Held held;
  private final Surroundings around;
  private final ReadOnlyObjectWrapper<Optional<Loaded>> loaded =
      new ReadOnlyObjectWrapper<>(this, "loaded", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Absent>> absent =
      new ReadOnlyObjectWrapper<>(this, "absent", Optional.empty());
  private Optional<RecordId> interview = Optional.empty();
  private final AtomicInteger wanted = new AtomicInteger();
  private IntConsumer zoomer = _ -> {};

  /**
   * @param folder takes the waves of recordings
   * @param held says what is on legal hold
   */
  public PlayerDesk(
      RecordingDesk desk,
      Sounds sounds,
      SoundOutput output,
      Disk disk,
      Path folder,
      Positions positions,
      Held held,
      Surroundings around) {
    this.desk = desk;
    this.sounds = sounds;
    this.output = output;
    this.waves = new Waves(sounds, desk.recordings(), disk, folder);
    this.positions = positions;
    this.held = held;
    this.around = around;
    desk.onEnd(
        over ->
            Optional.of(over.interview())
                .filter(it -> interview.equals(Optional.of(it)))
                .ifPresent(_ -> load(Integer.MAX_VALUE)));
  }

  /** What can be heard; empty where nothing lies here. */
  public ReadOnlyObjectProperty<Optional<Loaded>> loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** What is there and cannot be heard here; empty while it can, or there is nothing. */
  public ReadOnlyObjectProperty<Optional<Absent>> absentProperty() {
    return absent.getReadOnlyProperty();
  }

  /** Goes to the recordings of an interview, or to none. */
  public void show(Optional<RecordId> shown) {
    if (!shown.equals(interview)) {
      interview = shown;
      load(1);
    }
  }

  /** Looks again, because another recording has come; the newest is shown. */
  public void again() {
    load(Integer.MAX_VALUE);
  }

  /** Goes to the next recording of the interview, after the last to the first. */
  public void nextPart() {
    loaded.get().ifPresent(now -> load(now.part() % now.parts() + 1));
  }

  private void load(int part) {
    int mine = wanted.incrementAndGet();
    leave();
    loaded.set(Optional.empty());
    absent.set(Optional.empty());
    Optional<RecordId> of = interview;
    if (of.isEmpty()) {
      return;
    }
    // A server may be asked, which takes its time: nothing that is saved waits behind it.
    around.background().loop("sound-open", () -> find(of.get(), part, mine));
  }

  private void find(RecordId of, int part, int mine) {
    Found found = found(of, part);
    around
        .ui()
        .run(
            () -> {
              if (mine == wanted.get()) {
                loaded.set(found.loaded());
                absent.set(found.absent());
                found.loaded().ifPresent(this::watch);
                found.loaded().ifPresent(its -> draw(its, mine));
              } else {
                found.loaded().ifPresent(late -> late.player().close());
              }
            });
  }

  private record Found(Optional<Loaded> loaded, Optional<Absent> absent) {
    static final Found NOTHING = new Found(Optional.empty(), Optional.empty());
  }

  private Found found(RecordId of, int part) {
    List<Recording> all = desk.recordings().of(of).stream().filter(it -> !isLive(it)).toList();
    if (all.isEmpty()) {
      return Found.NOTHING;
    }
    int at = Math.clamp(part, 1, all.size());
    Recording recording = all.get(at - 1);
    try {
      desk.inOrder().join();
      Optional<PcmReader> sound = sounds.open(recording);
      if (sound.isPresent()) {
        Loaded here = opened(recording, sound.get(), at, all.size());
        if (!desk.isHere(recording)) {
          // What is known of others is what the server said last.
          sounds.ask(recording);
        }
        return new Found(Optional.of(here), Optional.empty());
      }
      return away(recording, Texts.text("player.away"));
    } catch (SoundElsewhere _) {
      return away(recording, Texts.text("player.awayNow"));
    } catch (IOException e) {
      log.log(Level.WARNING, "a recording cannot be opened: " + recording.id(), e);
      return away(recording, Texts.text(PlayTrouble.UNREADABLE.textKey()));
    }
  }

  private boolean isLive(Recording recording) {
    return desk.safeFrames(recording.id()).isPresent();
  }

  private Found away(Recording recording, String sentence) {
    return new Found(
        Optional.empty(),
        Optional.of(new Absent(sounds.ask(recording), sentence, held.of(recording))));
  }

  private Loaded opened(Recording recording, PcmReader sound, int part, int parts)
      throws IOException {
    PcmForm form = sound.form();
    Wave wave = wave(recording, sound);
    Player player = new Player(around.background(), output, sound);
    player.seek(form.frames(positions.of(recording.id())));
    return new Loaded(
        recording,
        form,
        wave,
        desk.recordings().bookmarks(recording.id()),
        part,
        parts,
        player,
        () -> sounds.state(recording),
        held.of(recording));
  }

  /** Of sound that lies elsewhere only what is listened to is fetched, and the small copy. */
  private Wave wave(Recording recording, PcmReader sound) throws IOException {
    return desk.isHere(recording) ? waves.ofHere(recording, sound) : waves.ofElsewhere(recording);
  }

  /** Draws what is missing of the wave of sound that lies elsewhere, as long as it is shown. */
  private void draw(Loaded now, int mine) {
    if (now.wave().share() == 1) {
      return;
    }
    around
        .background()
        .loop(
            "sound-wave",
            () -> {
              try {
                waves.draw(now.recording(), now.wave(), () -> mine == wanted.get());
              } catch (IOException e) {
                // It stays flat where nothing came; everything can be heard all the same.
                log.log(Level.FINE, "a wave is not whole: " + now.recording().id(), e);
              }
            });
  }

  private void watch(Loaded now) {
    now.player().onChange(state -> around.ui().run(() -> changed(now, state)));
  }

  private void changed(Loaded now, PlayerState state) {
    state
        .trouble()
        .ifPresent(
            why ->
                around
                    .toasts()
                    .accept(
                        Toast.failed(
                            Texts.text("player.notPlayed"),
                            Texts.text(
                                "interviews.withCode", Texts.text(why.textKey()), why.code()))));
    if (!state.isPlaying()) {
      remember(now, state.position());
    }
  }

  private void remember(Loaded now, long position) {
    long millis = position >= now.player().state().frames() ? 0 : now.form().millis(position);
    around.background().run(() -> positions.remember(now.recording().id(), millis));
  }

  public void playOrPause() {
    loaded
        .get()
        .map(Loaded::player)
        .ifPresent(
            player -> {
              if (player.state().isPlaying()) {
                player.pause();
              } else {
                player.play();
              }
            });
  }

  /** Goes to a place and plays from there. */
  public void playFrom(long millis) {
    loaded
        .get()
        .ifPresent(
            now -> {
              seek(millis);
              if (!now.player().state().isPlaying()) {
                now.player().setBackStep(0);
                now.player().play();
                now.player().setBackStep(Player.BACK_STEP_MILLIS);
              }
            });
  }

  public void seek(long millis) {
    loaded
        .get()
        .ifPresent(
            now -> {
              long frame = now.form().frames(Math.clamp(millis, 0, now.lengthMillis()));
              now.player().seek(frame);
            });
  }

  /** Goes so far on; back where it is negative. */
  public void step(long millis) {
    loaded.get().ifPresent(now -> seek(now.atMillis() + millis));
  }

  /** The wave that is shown comes closer by so many steps; negative ones go back. */
  public void zoom(int steps) {
    zoomer.accept(steps);
  }

  /** Lets the wave that is shown be the one that comes closer. */
  void zoomWith(IntConsumer wave) {
    zoomer = wave;
  }

  public void faster() {
    speed(1);
  }

  public void slower() {
    speed(-1);
  }

  private void speed(int steps) {
    loaded
        .get()
        .map(Loaded::player)
        .ifPresent(
            player -> {
              int at = SPEEDS.indexOf(player.state().speed());
              int next = Math.clamp((at < 0 ? 2 : at) + steps, 0, SPEEDS.size() - 1);
              player.setSpeed(SPEEDS.get(next));
            });
  }

  /** The next higher speed, after the highest the lowest. */
  public void nextSpeed() {
    loaded
        .get()
        .map(Loaded::player)
        .ifPresent(
            player -> {
              int at = SPEEDS.indexOf(player.state().speed());
              player.setSpeed(SPEEDS.get((at + 1) % SPEEDS.size()));
            });
  }

  private void leave() {
    loaded
        .get()
        .ifPresent(
            now -> {
              remember(now, now.player().state().position());
              now.player().close();
            });
  }

  @Override
  public void close() {
    wanted.incrementAndGet();
    leave();
    loaded.set(Optional.empty());
  }
}
