package dev.throughline.desktop.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.RecordingState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A recording of which no sound was ever written does not stand there as being made for good. */
class NeverBegunTest extends SoundWindow {
  private static final long LONG_AGO = 1_000;

  private Ledger ledger() {
    return whole.window().client().ledger();
  }

  /** As a desktop leaves it that is killed right after its records are on disk. */
  private RecordId cutOff() {
    Recordings.Fresh fresh =
        new Recordings(ledger())
            .fresh(interview, new byte[MediaKey.SECRET_BYTES], RecordingDesk.FORM, "", LONG_AGO);
    ledger().record(fresh.drafts());
    return fresh.id();
  }

  private boolean isThere(RecordId recording) {
    return new Recordings(ledger()).find(recording).isPresent();
  }

  private void startAgain() throws Exception {
    whole.close();
    whole = WholeWindow.open(folder.resolve("profile"), false);
    desk().inOrder().join();
  }

  @Test
  void whatWasCutOffBeforeItsFolderWasMadeGoesToTheTrash() throws Exception {
    open(new Microphone(SPEED));
    RecordId recording = cutOff();
    startAgain();
    assertThat(isThere(recording)).isFalse();
    assertThat(store().find(recording).orElseThrow().trashed()).isTrue();
  }

  @Test
  void whatWasCutOffWithAnEmptyFolderGoesToo() throws Exception {
    open(new Microphone(SPEED));
    RecordId recording = cutOff();
    Files.createDirectories(recordings().resolve(recording.toString()));
    startAgain();
    assertThat(isThere(recording)).isFalse();
  }

  @Test
  void whatSomebodyMarkedStays() throws Exception {
    open(new Microphone(SPEED));
    RecordId recording = cutOff();
    ledger().record(List.of(new Recordings(ledger()).bookmark(recording, 100, "here")));
    startAgain();
    assertThat(isThere(recording)).isTrue();
  }

  @Test
  void whatHasSoundStays() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("a second is safe", () -> status().safeMillis() > 1_000);
    RecordId recording = ended().id();
    startAgain();
    assertThat(isThere(recording)).isTrue();
  }

  @Test
  void aDiskThatTakesNoFolderLeavesNoRecording() throws Exception {
    open(new Microphone(SPEED));
    desk().inOrder().join();
    Files.delete(recordings());
    Files.writeString(recordings(), "a file where the folder should be");
    answer(ConsentAnswer.GRANTED);
    whole.press("Ctrl+Shift+R");
    whole.await("it is said", () -> whole.says("Nothing was recorded"));
    assertThat(desk().liveProperty().get()).isEmpty();
    assertThat(new Recordings(ledger()).of(interview))
        .noneMatch(one -> one.state() == RecordingState.RECORDING);
  }

  private Path recordings() {
    return folder.resolve("profile").resolve("recordings");
  }
}
