package dev.throughline.desktop.failure;

import dev.throughline.desktop.platform.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file {@code running} in a profile: there while a window has it open. Found at a start it says
 * that the last end was none: killed, or without power. Only under the profile's lock.
 */
public final class RunMark {
  private final Path file;
  private boolean wasUnclean;

  public RunMark(Path profile) {
    this.file = profile.resolve("running");
  }

  /** Sets the mark; before that it looks whether the last run left its own. */
  public void begin() {
    wasUnclean = Files.exists(file);
    try {
      AtomicFile.write(file, new byte[0]);
    } catch (IOException _) {
      // Then the next start says nothing of this one, which is no lie.
    }
  }

  /** Whether the run before this one did not end by itself. */
  public boolean wasUnclean() {
    return wasUnclean;
  }

  public void end() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // The next start will mention an end that was none; the disk refuses everything anyway.
    }
  }
}
