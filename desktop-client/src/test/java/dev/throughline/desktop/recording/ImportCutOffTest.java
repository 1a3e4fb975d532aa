package dev.throughline.desktop.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.capture.SoundWriter;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.recording.MediaKey;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** A desktop that is killed while a file is taken in. */
class ImportCutOffTest extends SoundWindow {
  private static final PcmForm FORM = new PcmForm(16_000, 1);

  @Test
  void itIsNotCalledARecordingThatIsInOrder() throws Exception {
    open(Microphone.none());
    answer(ConsentAnswer.GRANTED);
    byte[] secret = new byte[MediaKey.SECRET_BYTES];
    Recordings.Fresh fresh =
        new Recordings(whole.window().client().ledger())
            .fresh(interview, secret, FORM, "two hours.wav", 1_000);
    whole.window().client().ledger().record(fresh.drafts());
    desk().inOrder().join();
    SoundWriter writer =
        SoundWriter.create(
            new SystemDisk(),
            folder.resolve("profile").resolve("recordings").resolve(fresh.id().toString()),
            fresh.id(),
            FORM,
            fresh.secret(),
            new SecureRandom(),
            1_000);
    byte[] said = Microphone.said(FORM, 48_000);
    writer.append(said, 0, said.length);
    writer.close();
    whole.close();
    whole = WholeWindow.open(folder.resolve("profile"), false);
    desk().inOrder().join();
    whole.await("it is said", () -> whole.says("two hours.wav was being taken in"));
    assertThat(whole.says("is in order again")).isFalse();
  }
}
