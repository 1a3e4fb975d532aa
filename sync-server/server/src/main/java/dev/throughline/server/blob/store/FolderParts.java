package dev.throughline.server.blob.store;

import dev.throughline.model.signing.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The parts of one workspace, each under its digest, so that the same bytes lie there once. Nothing
 * is shared with another workspace.
 */
final class FolderParts {
  private static final int PREFIX = 2;

  private final Path folder;
  private final Path aside;

  FolderParts(Path workspace) {
    this.folder = workspace.resolve("parts");
    this.aside = workspace.resolve("aside");
  }

  Path file(String digest) {
    return folder.resolve(digest.substring(0, PREFIX)).resolve(digest);
  }

  /** Gives a whole file its place, unless the same is there; what rotted there is replaced. */
  void add(Path half, String digest) throws IOException {
    Path file = file(digest);
    Durable.folder(file.resolveSibling(""));
    if (Files.exists(file) && Sha256.hex(Files.readAllBytes(file)).equals(digest)) {
      Files.delete(half);
    } else {
      Durable.publish(half, file);
    }
  }

  boolean has(String digest) {
    return Files.exists(file(digest));
  }

  /**
   * Deletes those of the parts that nothing needs. A part is put aside first and looked for again,
   * and whoever writes down that they need one looks afterwards whether it is there: so neither
   * takes it from the other.
   *
   * @param needed the digests that are needed at the moment of asking
   */
  void sweep(Collection<String> digests, Supplier<Set<String>> needed) throws IOException {
    Set<String> before = needed.get();
    for (String digest : Set.copyOf(digests)) {
      if (!before.contains(digest)) {
        Durable.folder(aside);
        Path away = aside.resolve(digest);
        try {
          Durable.publish(file(digest), away);
        } catch (NoSuchFileException _) {
          continue;
        }
        if (isNeeded(digest, needed)) {
          putBack(away, digest);
        } else {
          Durable.delete(away);
        }
      }
    }
  }

  /** What nobody can tell counts as needed. */
  private static boolean isNeeded(String digest, Supplier<Set<String>> needed) {
    try {
      return needed.get().contains(digest);
    } catch (UncheckedIOException _) {
      return true;
    }
  }

  /** Puts back what a process that was killed had put aside. */
  void mend() throws IOException {
    if (!Files.isDirectory(aside)) {
      return;
    }
    try (var files = Files.list(aside)) {
      for (Path file : files.toList()) {
        String digest = String.valueOf(file.getFileName());
        Durable.folder(file(digest).resolveSibling(""));
        putBack(file, digest);
      }
    }
  }

  /** What is not aside any more was put back, or put away for good, by another process. */
  private void putBack(Path away, String digest) throws IOException {
    try {
      Durable.publish(away, file(digest));
    } catch (NoSuchFileException _) {
      // Nothing is left to do.
    }
  }
}
