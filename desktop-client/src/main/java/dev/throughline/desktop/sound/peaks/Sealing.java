package dev.throughline.desktop.sound.peaks;

import java.util.Optional;

/** Makes bytes unreadable for everybody without the key. */
public interface Sealing {
  byte[] seal(byte[] content);

  /** The content; empty when it was changed, is something else, or of another key. */
  Optional<byte[]> open(byte[] sealed);
}
