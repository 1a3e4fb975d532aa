package dev.throughline.desktop.signin;

import java.util.Optional;

/** Keeps one value sealed in the profile. */
public interface SessionStore {
  Optional<byte[]> read();

  /** Answers whether it is on disk now. */
  boolean write(byte[] value);
}
