package dev.throughline.desktop.hold;

import java.util.Optional;

/** Where the last list of holds lies in a profile, sealed. Not on the UI thread. */
public interface HoldShelf {
  /** What was written last; empty when there is nothing that can be read. */
  Optional<byte[]> read();

  /** Whether it is on disk. */
  boolean write(byte[] value);
}
