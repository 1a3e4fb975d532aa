package dev.throughline.desktop.sound;

import java.io.IOException;

/** Takes samples in their order, such as those of a file that is being decoded. */
public interface PcmTarget {
  /** Comes once, before any sample. */
  void begin(PcmForm form) throws IOException;

  /**
   * Takes whole frames in that form.
   *
   * @param pcm is used again afterwards
   * @param length how many bytes of it count
   */
  void take(byte[] pcm, int length) throws IOException;
}
