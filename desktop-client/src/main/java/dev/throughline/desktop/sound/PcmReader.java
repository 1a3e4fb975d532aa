package dev.throughline.desktop.sound;

import java.io.IOException;

/**
 * Samples that lie somewhere and may still grow. Not for use by two threads at once; everyone who
 * reads opens a reader of their own.
 */
public interface PcmReader extends AutoCloseable {
  PcmForm form();

  /** How many frames can be read now. */
  long frames();

  /**
   * Reads frames in the form of {@link #form}.
   *
   * @param frame the first one, from 0
   * @param into gets whole frames only
   * @return how many frames were read; fewer than fit only at the end, 0 behind it
   * @throws IOException when what lies there cannot be read or was changed
   */
  int read(long frame, byte[] into) throws IOException;

  @Override
  void close() throws IOException;
}
