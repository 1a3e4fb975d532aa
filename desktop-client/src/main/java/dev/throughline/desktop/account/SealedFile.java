package dev.throughline.desktop.account;

import dev.throughline.desktop.platform.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /** Whether there is a file, readable or not. */
  public boolean isThere() {
    return Files.exists(file);
  }

  /**
   * Keeps the file beside itself as damaged, in the place of one that was kept so before; answers
   * whether it is there.
   */
  public boolean setAside() {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      log(e);
      return false;
    }
  }

  /** Replaces the content; answers whether it is on disk, which what is too large is not. */
  public boolean write(byte[] plain) {
    try {
      byte[] sealed = Sealed.seal(key.cipherKey(use), plain, use, random);
      if (sealed.length > BYTES_MAX) {
        return false;
      }
      AtomicFile.write(file, sealed);
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
