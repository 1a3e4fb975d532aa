package dev.throughline.desktop.account;

import dev.throughline.desktop.platform.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A small file of a profile that may hold personal words, sealed under a key of its own use. Either
 * the old or the new content survives a crash.
 */
public final class SealedFile {
  /** More than this is no small file. */
  private static final long BYTES_MAX = 4L * 1024 * 1024;

  private final Path file;
  private final ProfileKey key;
  private final String use;
  private final SecureRandom random;

  /**
   * @param use names what the file is for; another use cannot open it
   */
  public SealedFile(Path file, ProfileKey key, String use, SecureRandom random) {
    this.file = file;
    this.key = key;
    this.use = use;
    this.random = random;
  }

  /** What was written last; empty when there is nothing, or nothing that this key opens. */
  public Optional<byte[]> read() {
    try {
      if (!Files.exists(file) || Files.size(file) > BYTES_MAX) {
        return Optional.empty();
      }
      return Sealed.open(key.cipherKey(use), Files.readAllBytes(file), use);
    } catch (IOException e) {
      log(e);
      return Optional.empty();
    }
  }

  /** Replaces the content; answers whether it is on disk. */
  public boolean write(byte[] plain) {
    try {
      AtomicFile.write(file, Sealed.seal(key.cipherKey(use), plain, use, random));
      return true;
    } catch (IOException e) {
      log(e);
      return false;
    }
  }

  private void log(IOException e) {
    System.getLogger(SealedFile.class.getName())
        .log(System.Logger.Level.WARNING, "the file for " + use + " cannot be used", e);
  }
}
