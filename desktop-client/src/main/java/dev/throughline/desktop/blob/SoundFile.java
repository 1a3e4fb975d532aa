package dev.throughline.desktop.blob;

import java.io.IOException;
import java.io.OutputStream;

/** What of the original of a recording is on this computer, as a file that others can open. */
public sealed interface SoundFile {
  /**
   * All of it.
   *
   * @param ending of the file's name, without the dot
   * @param bytes how long the file is
   */
  record Here(String ending, long bytes, Writing writing) implements SoundFile {}

  /**
   * It is on the server, or on another computer.
   *
   * @param bytes that would have to come; about so many while nobody knows for certain
   */
  record Elsewhere(long bytes) implements SoundFile {}

  /** It is still being made, or nobody here has its key. */
  record Unready() implements SoundFile {}

  /** Writes a file; never holds more than a part of it. */
  @FunctionalInterface
  interface Writing {
    /**
     * Writes all of it, and leaves the stream open.
     *
     * @return whether all is as it was recorded; else there is silence where it cannot be read
     * @throws IOException when it cannot be written, or not be read to its end
     */
    boolean write(OutputStream out) throws IOException;
  }
}
