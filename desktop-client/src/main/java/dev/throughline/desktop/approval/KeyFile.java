package dev.throughline.desktop.approval;

import java.util.Optional;

/** Where the signing key of a profile lies, sealed. */
public interface KeyFile {
  /** What was written last; empty when there is nothing that can be read. */
  Optional<byte[]> read();

  /** Whether it is on disk. */
  boolean write(byte[] value);
}
