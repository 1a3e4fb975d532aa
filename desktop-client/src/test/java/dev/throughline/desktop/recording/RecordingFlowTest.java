package dev.throughline.desktop.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.Start;
import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.capture.RecorderStatus;
import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.consent.ConsentScope;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import dev.throughline.model.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interview is recorded, ended, and heard again. */
@SuppressWarnings("NullAway.Init") // Opened in each test.
class RecordingFlowTest {
  private static final double SPEED = 8;

  @TempDir Path folder;
  private final Ear ear = new Ear();
  private WholeWindow whole;
  private RecordId interview;

  private void open(Inputs inputs) throws Exception {
    whole = WholeWindow.open(folder.resolve("profile"), true, new Start.Sound(inputs, ear));
    interview = interviewOfSomebody();
    whole.fx(
        () -> {
          whole.window().openSession(interview);
          return true;
        });
    whole.await("the session is there", () -> !whole.shown("tl-session-head").isEmpty());
  }

  @AfterEach
  void close() {
    whole.close();
  }

  private LocalStore store() {
    return whole.window().client().ledger().store();
  }

  private RecordId interviewOfSomebody() {
    return store().newestIds(Interview.KIND.name()).stream()
        .filter(id -> participant(id).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private Optional<RecordId> participant(RecordId of) {
    return store()
        .find(of)
        .map(RecordView::fields)
        .flatMap(fields -> new FieldMap(fields).reference("participant"));
  }

  private void answer(ConsentAnswer answer) {
    whole.save(
        new Consents(store())
            .set(
                participant(interview).orElseThrow(),
                Optional.of(interview),
                Map.of(ConsentScope.RECORD.field(), Value.text(answer.wireName()))));
  }

  private RecordingDesk desk() {
    return whole.window().sound().recording();
  }

  private RecorderStatus status() {
    return desk().status().orElseThrow();
  }

  private void begin() throws Exception {
    answer(ConsentAnswer.GRANTED);
    whole.press("Ctrl+Shift+R");
    whole.await("it records", () -> desk().liveProperty().get().isPresent());
  }

  private void press(String styleClass) throws Exception {
    Node button = whole.shown(styleClass).getFirst();
    whole.fx(
        () -> {
          ((Button) button).fire();
          return true;
        });
  }

  private Recording ended() throws Exception {
    whole.fx(
        () -> {
          desk().stop();
          return true;
        });
    whole.await("it has ended", () -> desk().liveProperty().get().isEmpty());
    return new Recordings(whole.window().client().ledger()).of(interview).getFirst();
  }

  @Test
  void oneKeyRecordsAndWhatWasSaidIsHeardBitForBit() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("the recorder is there", () -> !whole.shown("recorder").isEmpty());
    whole.await("ten seconds are safe", () -> status().safeMillis() > 10_000);
    assertThat(status().safeMillis()).isLessThanOrEqualTo(status().elapsedMillis());
    whole.press("F8");
    whole.pictures("recorder");
    Recording recording = ended();
    assertThat(recording.state()).isEqualTo(RecordingState.STOPPED);
    assertThat(recording.millis()).isGreaterThan(10_000);
    whole.await("the player is there", () -> !whole.shown("player").isEmpty());
    whole.await("its bookmark is there", () -> !whole.shown("flag").isEmpty());
    assertThat(whole.shown("recorder")).isEmpty();
    whole.press("Ctrl+Space");
    int frames = Math.toIntExact(RecordingDesk.FORM.frames(recording.millis()));
    int bytes = frames * RecordingDesk.FORM.frameBytes();
    whole.await("all of it was heard", () -> ear.heard().length >= bytes);
    assertThat(Arrays.copyOf(ear.heard(), bytes))
        .isEqualTo(Microphone.said(RecordingDesk.FORM, frames));
    whole.pictures("player");
  }

  @Test
  void nothingOfItLiesInPlainOnTheDisk() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("five seconds are safe", () -> status().safeMillis() > 5_000);
    ended();
    whole.await("the player is there", () -> !whole.shown("player").isEmpty());
    byte[] part = Arrays.copyOfRange(Microphone.said(RecordingDesk.FORM, 96_000), 90_000, 90_064);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(indexOf(Files.readAllBytes(file), part)).as(file.toString()).isNegative();
      }
    }
  }

  private static int indexOf(byte[] in, byte[] wanted) {
    for (int at = 0; at <= in.length - wanted.length; at++) {
      if (Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  @Test
  void whoDidNotAgreeIsNotRecordedAndConsentIsAsked() throws Exception {
    open(new Microphone(SPEED));
    answer(ConsentAnswer.REFUSED);
    whole.press("Ctrl+Shift+R");
    whole.await("why not is said", () -> whole.says("did not agree to be recorded"));
    assertThat(desk().liveProperty().get()).isEmpty();
    assertThat(new Recordings(whole.window().client().ledger()).of(interview)).isEmpty();
    whole.pictures("recorder-locked");
  }

  @Test
  void aPauseKeepsNothingAndGoingOnDoes() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("a second is safe", () -> status().safeMillis() > 1_000);
    whole.fx(
        () -> {
          desk().pause();
          return true;
        });
    whole.await("the recorder says so", () -> whole.says("Nothing that is said now is kept"));
    long paused = status().elapsedMillis();
    whole.pictures("recorder-paused");
    assertThat(status().elapsedMillis()).isEqualTo(paused);
    whole.fx(
        () -> {
          desk().resume();
          return true;
        });
    whole.await("it goes on", () -> status().elapsedMillis() > paused + 1_000);
    ended();
  }

  @Test
  void aComputerWithoutAMicrophoneSaysSoOnce() throws Exception {
    open(Microphone.none());
    answer(ConsentAnswer.GRANTED);
    whole.press("Ctrl+Shift+R");
    whole.await("it is said", () -> whole.says("No microphone was found"));
    assertThat(new Recordings(whole.window().client().ledger()).of(interview)).isEmpty();
  }

  @Test
  void theRecorderStaysWhileOtherPagesAreShownAndItsButtonLeadsBack() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.fx(
        () -> {
          whole.window().shell().open("ideas");
          return true;
        });
    whole.await("the recorder is there", () -> !whole.shown("recorder").isEmpty());
    press("tl-live");
    whole.await("its interview is there", () -> !whole.shown("tl-session-head").isEmpty());
    ended();
  }

  /** Closing the window is no reason to lose the last seconds. */
  @Test
  void closingTheWindowEndsTheRecordingInOrder() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("a second is safe", () -> status().safeMillis() > 1_000);
    whole.close();
    whole = WholeWindow.open(folder.resolve("profile"), false);
    whole.await(
        "it is over",
        () ->
            new Recordings(whole.window().client().ledger())
                .of(interview).stream().allMatch(it -> it.state().isEnded()));
    assertThat(new Recordings(whole.window().client().ledger()).of(interview))
        .hasSize(1)
        .allMatch(it -> it.millis() > 1_000);
  }
}
