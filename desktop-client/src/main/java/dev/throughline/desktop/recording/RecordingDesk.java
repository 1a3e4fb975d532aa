package dev.throughline.desktop.recording;

import dev.throughline.desktop.capture.Recorder;
import dev.throughline.desktop.capture.RecorderEnd;
import dev.throughline.desktop.capture.RecorderStatus;
import dev.throughline.desktop.capture.SoundSource;
import dev.throughline.desktop.capture.SoundWriter;
import dev.throughline.desktop.consent.Ruling;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Makes recordings, one at a time, whatever page is shown. Before anything else, what was cut off
 * is put in order. UI thread only, where nothing else is said.
 */
public final class RecordingDesk implements AutoCloseable {
  private static final Logger log = Logger.getLogger(RecordingDesk.class.getName());

  /** One channel, at the rate of nearly every sound card and of Opus. */
  public static final PcmForm FORM = new PcmForm(48_000, 1);

  /** How long closing the program waits for the last sound to reach the disk. */
  private static final long END_SECONDS_MAX = 20;

  private final RecordingParts parts;
  private final Surroundings around;
  private final ReadOnlyObjectWrapper<Optional<Live>> live =
      new ReadOnlyObjectWrapper<>(this, "live", Optional.empty());
  private final List<Consumer<Live>> enders = new ArrayList<>();
  private final CompletableFuture<Boolean> inOrder = new CompletableFuture<>();

  /** Held until it has been saved that the recording is over. */
  private CompletableFuture<RecorderEnd> ending = new CompletableFuture<>();

  private final Agreement agreement;
  private boolean isStarting;
  private String input;

  public RecordingDesk(RecordingParts parts) {
    this.parts = parts;
    this.around = parts.around();
    this.input = parts.chosen().microphone();
    this.agreement = new Agreement(parts, live::get, this::stop);
    around
        .background()
        .run(
            () -> {
              try {
                new PuttingInOrder(parts.shelf(), around, parts.clock()).run();
              } finally {
                inOrder.complete(true);
              }
            });
  }

  /** What is recorded now. */
  public ReadOnlyObjectProperty<Optional<Live>> liveProperty() {
    return live.getReadOnlyProperty();
  }

  /** How the recorder stands; empty while nothing is recorded. Any thread. */
  public Optional<RecorderStatus> status() {
    return live.get().map(its -> its.recorder().status());
  }

  /** Why what is recorded now should not be, as a sentence; empty while the person agrees. */
  public String objection() {
    return agreement.objection();
  }

  /** Calls back when a recording is over and saved as such. */
  public void onEnd(Consumer<Live> ender) {
    enders.add(ender);
  }

  /** Takes that input from now on; empty for the system's own choice. */
  public void choose(String name) {
    input = name;
    around.background().run(() -> parts.chosen().setMicrophone(name));
  }

  /**
   * The input for the next recording, whether it is there or not; empty for the system's own
   * choice.
   */
  public String input() {
    return input;
  }

  /** The names of the inputs there are. */
  public void inputs(Consumer<List<String>> then) {
    around.inBackground(() -> parts.inputs().names(FORM), then);
  }

  /** Why an interview may not be recorded, as a sentence; empty when it may. */
  public void obstacle(RecordId interview, Consumer<String> then) {
    around.inBackground(() -> sentence(interview), then);
  }

  private String sentence(RecordId interview) {
    Ruling ruling = parts.rulings().ofRecording(interview);
    return ruling.lack().isEmpty() ? "" : parts.rulings().sentenceOfRecording(ruling);
  }

  /** Records an interview from now on, if the person agreed and nothing else is recorded. */
  public void start(RecordId interview) {
    if (isStarting || live.get().isPresent()) {
      return;
    }
    isStarting = true;
    String chosen = input;
    around.inBackground(
        () -> begun(interview, chosen),
        said -> {
          isStarting = false;
          switch (said) {
            case Begun.Now(Live now, boolean isAnother) -> {
              if (isAnother) {
                tellOfAnother(chosen);
              }
              agreement.begin();
              live.set(Optional.of(now));
              ending =
                  now.recorder()
                      .end()
                      .whenComplete((end, _) -> ended(now, Optional.ofNullable(end)));
            }
            case Begun.Not(String why) ->
                around.toasts().accept(Toast.failed(Texts.text("recording.notBegun"), why));
          }
        });
  }

  private sealed interface Begun {
    record Now(Live live, boolean isAnother) implements Begun {}

    record Not(String why) implements Begun {}
  }

  private Begun begun(RecordId interview, String chosen) {
    Ruling ruling = parts.rulings().ofRecording(interview);
    if (ruling.lack().isPresent()) {
      return new Begun.Not(parts.rulings().sentenceOfRecording(ruling));
    }
    inOrder.join();
    byte[] secret = new byte[MediaKey.SECRET_BYTES];
    parts.random().nextBytes(secret);
    long now = parts.clock().millis();
    try {
      // A microphone that is not there is no reason not to record what is said now.
      boolean isAnother = !chosen.isEmpty() && !parts.inputs().names(FORM).contains(chosen);
      SoundSource source = parts.inputs().open(isAnother ? "" : chosen, FORM);
      try {
        return begun(ruling, source, secret, now, isAnother);
      } catch (IOException | RuntimeException e) {
        source.close();
        throw e;
      }
    } catch (UserError e) {
      return new Begun.Not(e.shown());
    } catch (IOException _) {
      return new Begun.Not(Texts.text("recording.noFolder"));
    } catch (RuntimeException e) {
      // Drivers of sound cards fail in their own ways; the next attempt may use another one.
      log.log(Level.WARNING, "an input failed before anything came", e);
      return new Begun.Not(Texts.text("recording.inputFailed"));
    }
  }

  /** Its records are on disk before the first sound is. */
  private Begun begun(Ruling ruling, SoundSource source, byte[] secret, long now, boolean isAnother)
      throws IOException {
    Recordings.Fresh fresh =
        parts.recordings().fresh(ruling.interview(), secret, source.form(), "", now);
    if (parts.ledger().record(fresh.drafts())
        instanceof SaveResult.NotSaved(String code, String sentence)) {
      source.close();
      return new Begun.Not(Texts.text("interviews.withCode", sentence, code));
    }
    SoundWriter writer = writer(fresh, source, now);
    Recorder recorder = Recorder.start(source, writer, around.background(), parts.clock());
    return new Begun.Now(
        new Live(fresh.id(), ruling.interview(), ruling.who(), now, recorder), isAnother);
  }

  private SoundWriter writer(Recordings.Fresh fresh, SoundSource source, long now)
      throws IOException {
    try {
      return SoundWriter.create(
          parts.disk(),
          folder(fresh.id()),
          fresh.id(),
          source.form(),
          fresh.secret(),
          parts.random(),
          now);
    } catch (IOException e) {
      parts.ledger().record(List.of(Recordings.thrownAway(fresh.id())));
      throw e;
    }
  }

  private void tellOfAnother(String chosen) {
    around
        .toasts()
        .accept(
            new Toast(
                Toast.Kind.ATTENTION,
                Texts.text("recording.input.gone", chosen),
                Texts.text("recording.input.gone.line"),
                List.of()));
  }

  private Path folder(RecordId recording) {
    return parts.folder().resolve(recording.toString());
  }

  /** On the thread that wrote the sound. */
  private void ended(Live over, Optional<RecorderEnd> end) {
    long millis = FORM.millis(over.recorder().safeFrames());
    SaveResult result =
        parts
            .ledger()
            .record(List.of(Recordings.ended(over.recording(), RecordingState.STOPPED, millis)));
    around
        .ui()
        .run(
            () -> {
              live.set(Optional.empty());
              tell(end, result, millis);
              List.copyOf(enders).forEach(ender -> ender.accept(over));
            });
  }

  private void tell(Optional<RecorderEnd> end, SaveResult result, long millis) {
    if (end.flatMap(RecorderEnd::problem).isEmpty() && result instanceof SaveResult.Saved) {
      around
          .toasts()
          .accept(
              Toast.done(
                  Texts.text("recording.ended", Clock60.shown(millis)),
                  Texts.text("recording.ended.line")));
    }
    end.flatMap(RecorderEnd::problem)
        .ifPresent(
            problem -> {
              UserError error = problem.error();
              String why = error.shown();
              around.toasts().accept(Toast.failed(Texts.text("recording.cut"), why));
            });
    if (result instanceof SaveResult.NotSaved(String code, String sentence)) {
      // The next start finds the sound, and says then how long it is.
      around
          .toasts()
          .accept(
              Toast.failed(
                  Texts.text("interviews.notSaved"),
                  Texts.text("interviews.withCode", sentence, code)));
    }
  }

  public void pause() {
    live.get().ifPresent(its -> its.recorder().pause());
  }

  public void resume() {
    live.get().ifPresent(its -> its.recorder().resume());
  }

  /** Ends the recording; all that was said until now is kept. */
  public void stop() {
    live.get().ifPresent(its -> its.recorder().stop());
  }

  /** Marks the moment that is recorded now. */
  public void bookmark(String label) {
    live.get()
        .ifPresent(
            its -> {
              long at = its.recorder().status().elapsedMillis();
              parts
                  .steps()
                  .run(
                      Texts.text("recording.bookmark"),
                      () -> List.of(parts.recordings().bookmark(its.recording(), at, label)));
            });
  }

  /** Completes when what was cut off is in order. */
  public CompletableFuture<Boolean> inOrder() {
    return inOrder.copy();
  }

  /** How many frames of a recording are on disk by now; empty when it is not being made. */
  public Optional<LongSupplier> safeFrames(RecordId recording) {
    return live.get()
        .filter(its -> its.recording().equals(recording))
        .map(its -> its.recorder()::safeFrames);
  }

  /** Whether its sound lies on this computer; not on the UI thread. */
  boolean isHere(Recording recording) {
    return Files.isDirectory(folder(recording.id()));
  }

  /** What reads records of recordings. */
  public Recordings recordings() {
    return parts.recordings();
  }

  /** Ends what is recorded, and waits until it is on disk. */
  @Override
  public void close() {
    live.get()
        .ifPresent(
            its -> {
              its.recorder().stop();
              try {
                ending.get(END_SECONDS_MAX, TimeUnit.SECONDS);
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              } catch (ExecutionException | TimeoutException _) {
                // What is on disk is put in order at the next start.
              }
            });
  }
}
