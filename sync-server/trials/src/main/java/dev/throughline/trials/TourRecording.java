package dev.throughline.trials;

import dev.throughline.desktop.capture.RecorderStatus;
import dev.throughline.desktop.recording.Loaded;
import dev.throughline.desktop.recording.RecordingDesk;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.util.Arrays;
import java.util.Optional;

/** In the tour: an interview is recorded on one desktop and heard on another, bit for bit. */
final class TourRecording {
  private static final long SAFE_MILLIS = 10_000;

  private final TourDesk speaking;
  private final TourDesk hearing;
  private final RecordId interview;

  TourRecording(TourDesk speaking, TourDesk hearing, RecordId interview) {
    this.speaking = speaking;
    this.hearing = hearing;
    this.interview = interview;
  }

  /** The person agrees, and one key records. */
  void begin() {
    Agreeing.toBeRecorded(speaking.client(), interview);
    speaking.record(interview);
    Hands.await(
        "ten seconds are safe",
        () ->
            Hands.fx(
                () ->
                    desk()
                        .status()
                        .map(RecorderStatus::safeMillis)
                        .filter(safe -> safe > SAFE_MILLIS)
                        .isPresent()));
  }

  /** It ends, travels by itself, and every sample of it is heard. */
  void end() {
    Hands.fxRun(() -> desk().stop());
    Hands.await("it has ended", () -> Hands.fx(() -> desk().liveProperty().get().isEmpty()));
    RecordId id = speaking.client().recordings().of(interview).getLast().id();
    Hands.await(
        "the other desktop knows it whole",
        () -> known(id).filter(its -> !its.original().isEmpty()).isPresent());
    Hands.fxRun(() -> hearing.window().shell().open("home"));
    Hands.fxRun(() -> hearing.window().openSession(interview));
    Hands.await(
        "it can be played there",
        () ->
            Hands.fx(
                () ->
                    hearing
                        .window()
                        .sound()
                        .playing()
                        .loadedProperty()
                        .get()
                        .map(Loaded::recording)
                        .filter(its -> its.id().equals(id))
                        .isPresent()));
    Hands.press(hearing.root(), "Ctrl+Space");
    require(known(id).orElseThrow());
  }

  private void require(Recording recording) {
    int frames = Math.toIntExact(RecordingDesk.FORM.frames(recording.millis()));
    int bytes = frames * RecordingDesk.FORM.frameBytes();
    Hands.await("all of it is heard", () -> hearing.sound().heard().length >= bytes);
    if (!Arrays.equals(
        Arrays.copyOf(hearing.sound().heard(), bytes),
        TourSound.said(RecordingDesk.FORM, frames))) {
      throw new IllegalStateException("what is heard is not what was said");
    }
  }

  private Optional<Recording> known(RecordId id) {
    return hearing.client().recordings().find(id);
  }

  private RecordingDesk desk() {
    return speaking.window().sound().recording();
  }
}
