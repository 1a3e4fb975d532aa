package dev.throughline.server.blob.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Versions of one workspace: a small file each, named by its number. */
final class FolderObjects {
  private static final Pattern NAME = Pattern.compile("[0-9]{6}");

  private final Path folder;
  private final Path incoming;

  FolderObjects(Path workspace, Path incoming) {
    this.folder = workspace.resolve("objects");
    this.incoming = incoming;
  }

  /** The names of the versions, oldest first. */
  List<String> names(BlobKey key) throws IOException {
    try (var files = Files.list(of(key))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  /** The version of these an upload has become. */
  Optional<String> from(BlobKey key, List<String> names, UUID upload) throws IOException {
    for (String name : names) {
      if (isFrom(new BlobVersion(key, name), upload)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** One that cannot be read keeps no other from its place. */
  private boolean isFrom(BlobVersion version, UUID upload) throws IOException {
    try {
      return read(version).filter(its -> its.upload().equals(upload.toString())).isPresent();
    } catch (ObjectFile.Unreadable _) {
      return false;
    }
  }

  /** Writes the next version down; empty when another one took its number meanwhile. */
  Optional<String> add(BlobKey key, List<String> before, ObjectFile object) throws IOException {
    int number = before.isEmpty() ? 1 : Integer.parseInt(before.getLast()) + 1;
    String name = String.format(Locale.ROOT, "%06d", number);
    Durable.folder(of(key));
    boolean isOurs = Durable.writeNew(incoming, of(key).resolve(name), object.bytes());
    return isOurs ? Optional.of(name) : Optional.empty();
  }

  Optional<ObjectFile> read(BlobVersion version) throws IOException {
    if (!NAME.matcher(version.name()).matches()) {
      return Optional.empty();
    }
    return read(file(version));
  }

  void replace(BlobVersion version, ObjectFile object) throws IOException {
    Durable.write(incoming, file(version), object.bytes());
  }

  void delete(BlobVersion version) throws IOException {
    Durable.delete(file(version));
  }

  /**
   * The digests of every part of every version.
   *
   * @throws ObjectFile.Unreadable when one cannot be read, so that nobody knows what it needs
   */
  Set<String> needed() throws IOException {
    Set<String> digests = new HashSet<>();
    if (!Files.isDirectory(folder)) {
      return digests;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(FolderObjects::isVersion).toList()) {
        read(file).ifPresent(object -> object.parts().forEach(part -> digests.add(part.digest())));
      }
    }
    return digests;
  }

  /** What another process deleted meanwhile needs nothing. */
  private static Optional<ObjectFile> read(Path file) throws IOException {
    try {
      return Optional.of(ObjectFile.read(Files.readAllBytes(file)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private static boolean isVersion(Path file) {
    return NAME.matcher(String.valueOf(file.getFileName())).matches() && Files.isRegularFile(file);
  }

  private Path of(BlobKey key) {
    return folder.resolve(key.record().toString()).resolve(key.role());
  }

  private Path file(BlobVersion version) {
    return of(version.key()).resolve(version.name());
  }
}
