package dev.throughline.desktop.capture;

import dev.throughline.desktop.sound.PcmForm;
import java.io.IOException;

/** Where sound comes from: the sound card, a file that is played, a signal that is made up. */
public interface SoundSource extends AutoCloseable {
  PcmForm form();

  /**
   * Waits for sound.
   *
   * @param into gets whole frames only
   * @return how many bytes came; 0 when none did for a while, -1 when there will be no more
   * @throws IOException when the device is gone
   */
  int read(byte[] into) throws IOException;

  /** Whether sound waits until it is read, as that of a file does. A sound card does not wait. */
  boolean waits();

  /** Lets go of the device; any thread may, also twice, and a read that waits then comes back. */
  @Override
  void close();
}
