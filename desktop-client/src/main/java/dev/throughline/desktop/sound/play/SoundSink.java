package dev.throughline.desktop.sound.play;

/** Takes samples and lets them be heard. {@link #heard} may be asked by any thread. */
public interface SoundSink extends AutoCloseable {
  /** Takes whole frames; waits while it still has enough to be heard. */
  void write(byte[] pcm, int length);

  /** How many frames have been heard since it was opened or flushed. */
  long heard();

  /** Drops what has not been heard yet, and counts from 0 again. */
  void flush();

  @Override
  void close();
}
