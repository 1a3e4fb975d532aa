package dev.throughline.desktop.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** Sound files that were there before become recordings of an interview. */
class SoundImportTest extends SoundWindow {
  private static final PcmForm FORM = new PcmForm(16_000, 1);
  private static final int FRAMES = 32_000;

  private Path wav(String name) throws Exception {
    return wav(name, FRAMES);
  }

  private Path wav(String name, int frames) throws Exception {
    byte[] said = Microphone.said(FORM, frames);
    AudioFormat format = new AudioFormat(FORM.rate(), 16, 1, true, false);
    Path file = folder.resolve(name);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(said), format, frames),
        AudioFileFormat.Type.WAVE,
        file.toFile());
    return file;
  }

  private void take(Path file) throws Exception {
    whole.fx(
        () -> {
          whole.window().sound().take(List.of(file));
          return true;
        });
  }

  private List<Recording> recordings() {
    return new Recordings(whole.window().client().ledger()).of(interview);
  }

  @Test
  void aFileIsTakenInAndHeardBitForBit() throws Exception {
    open(Microphone.none());
    answer(ConsentAnswer.GRANTED);
    take(wav("kitchen.wav"));
    whole.await("it is in", () -> whole.says("Taken in: kitchen.wav"));
    assertThat(recordings())
        .singleElement()
        .matches(it -> it.state() == RecordingState.IMPORTED)
        .matches(it -> it.name().equals("kitchen.wav"))
        .matches(it -> it.millis() == FORM.millis(FRAMES));
    whole.await("it can be played", () -> !whole.shown("player").isEmpty());
    whole.press("Ctrl+Space");
    whole.await("all of it was heard", () -> ear.heard().length >= FRAMES * FORM.frameBytes());
    assertThat(Arrays.copyOf(ear.heard(), FRAMES * FORM.frameBytes()))
        .isEqualTo(Microphone.said(FORM, FRAMES));
  }

  /** Segments of twenty seconds, as when it had been recorded, and not one for each piece. */
  @Test
  void aMinuteLiesInThreeSegments() throws Exception {
    open(Microphone.none());
    answer(ConsentAnswer.GRANTED);
    take(wav("minute.wav", 60 * FORM.rate()));
    whole.await("it is in", () -> whole.says("Taken in: minute.wav"));
    Path its = folder.resolve("profile/recordings/" + recordings().getFirst().id());
    try (var files = Files.list(its)) {
      assertThat(files.filter(file -> file.toString().endsWith(".sound"))).hasSize(3);
    }
  }

  @Test
  void whatIsNoSoundIsRefusedWithASentenceAndLeavesNothing() throws Exception {
    open(Microphone.none());
    answer(ConsentAnswer.GRANTED);
    Path file = Files.writeString(folder.resolve("words.mp3"), "Only words. ".repeat(1_000));
    take(file);
    whole.await("it is refused", () -> whole.says("Not taken in: words.mp3"));
    assertThat(whole.says("no sound that is known here")).isTrue();
    assertThat(recordings()).isEmpty();
  }

  @Test
  void withoutConsentNoFileIsTakenIn() throws Exception {
    open(Microphone.none());
    answer(ConsentAnswer.REFUSED);
    take(wav("kitchen.wav"));
    whole.await("it is refused", () -> whole.says("Not taken in: kitchen.wav"));
    assertThat(recordings()).isEmpty();
  }
}
