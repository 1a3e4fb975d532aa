package dev.throughline.server.blob.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Uploads of one workspace: a folder each, with one small file a part that says which it is. */
final class FolderUploads {
  private static final String KEY = "key";
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

  private final Path folder;
  private final Path incoming;

  FolderUploads(Path workspace, Path incoming) {
    this.folder = workspace.resolve("uploads");
    this.incoming = incoming;
  }

  void begin(BlobKey key, UUID id) throws IOException {
    Path its = of(id);
    Durable.folder(its);
    Durable.write(incoming, its.resolve(KEY), key.path().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether it is there, and of that key. */
  boolean has(Upload upload) throws IOException {
    try {
      return Files.readString(of(upload.id()).resolve(KEY)).equals(upload.key().path());
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  void note(UUID upload, int index, ObjectFile.Part part) throws IOException {
    String line = part.digest() + " " + part.length();
    Durable.write(
        incoming, of(upload).resolve(String.valueOf(index)), line.getBytes(StandardCharsets.UTF_8));
  }

  Optional<ObjectFile.Part> part(UUID upload, int index) throws IOException {
    try {
      return Optional.of(
          ObjectFile.part(Files.readString(of(upload).resolve(String.valueOf(index)))));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  /** The numbers of the parts that are noted, in order. */
  List<Integer> indexes(UUID upload) throws IOException {
    if (!Files.isDirectory(of(upload))) {
      return List.of();
    }
    try (var files = Files.list(of(upload))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> INDEX.matcher(name).matches())
          .map(Integer::valueOf)
          .sorted()
          .toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  /** Forgets an upload, its key first: from then on it takes no parts. */
  List<String> forget(UUID upload) throws IOException {
    Durable.delete(of(upload).resolve(KEY));
    List<String> digests = new ArrayList<>();
    for (int index : indexes(upload)) {
      part(upload, index).ifPresent(part -> digests.add(part.digest()));
      Files.deleteIfExists(of(upload).resolve(String.valueOf(index)));
    }
    try {
      Durable.delete(of(upload));
    } catch (DirectoryNotEmptyException _) {
      // Somebody else put something into it; without its key it is no upload any more.
    }
    return digests;
  }

  /** The digests of every part of every upload. */
  Set<String> needed() throws IOException {
    Set<String> digests = new HashSet<>();
    if (!Files.isDirectory(folder)) {
      return digests;
    }
    try (var uploads = Files.list(folder)) {
      for (Path upload : uploads.sorted(Comparator.naturalOrder()).toList()) {
        Optional<UUID> id = id(String.valueOf(upload.getFileName()));
        if (id.isPresent()) {
          for (int index : indexes(id.get())) {
            part(id.get(), index).ifPresent(part -> digests.add(part.digest()));
          }
        }
      }
    }
    return digests;
  }

  /** Other programs leave files of their own anywhere. */
  private static Optional<UUID> id(String name) {
    try {
      return Optional.of(UUID.fromString(name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Path of(UUID upload) {
    return folder.resolve(upload.toString());
  }
}
