package dev.throughline.desktop.instance;

import dev.throughline.desktop.platform.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where a profile's socket lies: in its folder {@code door}, or, when that path is longer than
 * sockets take, in a folder of its own among the temporary ones, which {@code door/elsewhere}
 * names. Both folders are closed to everybody but their owner before the socket is there.
 */
final class DoorPlace {
  /** Linux takes 107 bytes, macOS 103; this leaves room. */
  static final int PATH_BYTES_MAX = 100;

  private static final long POINTER_BYTES_MAX = 4096;
  private static final String SOCKET = "socket";

  private final Path folder;
  private final Path pointer;
  private final Path temporary;

  /**
   * @param temporary where to go when the profile's own path is too long
   */
  DoorPlace(Path profile, Path temporary) {
    this.folder = profile.toAbsolutePath().resolve("door");
    this.pointer = folder.resolve("elsewhere");
    this.temporary = temporary;
  }

  /** The path to bind: nothing lies there, and nobody else can get at it. */
  Path fresh() throws IOException {
    AtomicFile.createFolder(folder);
    closeToOthers(folder);
    existing().ifPresent(DoorPlace::remove);
    Files.deleteIfExists(pointer);
    Path own = folder.resolve(SOCKET);
    if (fits(own)) {
      Files.deleteIfExists(own);
      return own;
    }
    Path elsewhere = Files.createTempDirectory(temporary, "throughline-").resolve(SOCKET);
    closeToOthers(AtomicFile.folderOf(elsewhere));
    if (!fits(elsewhere)) {
      throw new IOException("no path is short enough for a socket");
    }
    AtomicFile.write(pointer, elsewhere.toString().getBytes(StandardCharsets.UTF_8));
    return elsewhere;
  }

  /** The socket of the window that is open, or was; empty when there is none. */
  Optional<Path> existing() {
    try {
      Path own = folder.resolve(SOCKET);
      Path named = Files.exists(pointer, LinkOption.NOFOLLOW_LINKS) ? pointed() : own;
      boolean isMine =
          Files.exists(named, LinkOption.NOFOLLOW_LINKS)
              && named.getFileName().toString().equals(SOCKET)
              && Files.getOwner(named, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(folder));
      return isMine ? Optional.of(named) : Optional.empty();
    } catch (IOException | InvalidPathException | UnsupportedOperationException _) {
      return Optional.empty();
    }
  }

  private Path pointed() throws IOException {
    if (Files.size(pointer) > POINTER_BYTES_MAX) {
      throw new IOException("this is no pointer of ours");
    }
    return Path.of(Files.readString(pointer));
  }

  /** Takes the socket away, and the folder that was made for it alone. */
  void clear() {
    existing().ifPresent(DoorPlace::remove);
    remove(pointer);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
      Path folder = AtomicFile.folderOf(file);
      if (folder.getFileName().toString().startsWith("throughline-")) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException _) {
      // Stale sockets are replaced by whoever binds next.
    }
  }

  private static boolean fits(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length <= PATH_BYTES_MAX;
  }

  private static void closeToOthers(Path folder) throws IOException {
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (UnsupportedOperationException _) {
      // Windows: the user's own folders are private by their inherited access list.
    }
  }
}
