package dev.throughline.desktop.account;

import dev.throughline.desktop.platform.AtomicFile;
import dev.throughline.desktop.platform.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held for as long as a profile is open; the system lets go of it when the process dies. */
final class ProfileLock implements AutoCloseable {
  private final FileChannel channel;

  private ProfileLock(FileChannel channel) {
    this.channel = channel;
  }

  static ProfileLock take(Path folder) throws UserError {
    try {
      AtomicFile.createFolder(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("profile.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isTaken(channel)) {
        channel.close();
        throw new UserError(
            "PRO-01",
            "This profile is open in another window. Use that one, or open another profile with"
                + " --profile.");
      }
      return new ProfileLock(channel);
    } catch (IOException e) {
      throw new UserError(
          "PRO-05",
          "The profile folder cannot be written. Check that the disk is not full and that the"
              + " folder is yours, then start again.",
          e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // The lock goes with the process at the latest.
    }
  }
}
