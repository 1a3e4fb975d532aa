package dev.throughline.desktop.recording;

import dev.throughline.desktop.capture.SoundSource;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.consent.ConsentAnswer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An input that fails in a way nobody thought of. */
class BrokenInputTest extends SoundWindow {
  @Test
  void itIsSaidAndTheNextAttemptRecords() throws Exception {
    Inputs real = new Microphone(1);
    AtomicInteger times = new AtomicInteger();
    open(
        new Inputs() {
          @Override
          public List<String> names(PcmForm form) {
            return real.names(form);
          }

          @Override
          public SoundSource open(String name, PcmForm form) throws UserError {
            if (times.getAndIncrement() == 0) {
              throw new IllegalStateException("the driver is confused");
            }
            return real.open(name, form);
          }
        });
    answer(ConsentAnswer.GRANTED);
    whole.press("Ctrl+Shift+R");
    whole.await("it is said", () -> whole.says("The input failed before any sound came."));
    whole.press("Ctrl+Shift+R");
    whole.await("it records", () -> desk().liveProperty().get().isPresent());
  }
}
