package dev.throughline.desktop.search;

import dev.throughline.desktop.platform.AtomicFile;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;

/**
 * The index folder of a profile: the index that answers, and the one that grows to take its place.
 * Each lies in a folder named by Lucene's format and ours, so that another version never reads it.
 * One thread, but for {@link #serving}.
 */
final class Shelves implements AutoCloseable {
  private static final String NAME =
      Codec.getDefault().getName().toLowerCase(java.util.Locale.ROOT)
          + "-"
          + IndexFields.SCHEMA
          + "-";

  private final Path folder;
  private final SecretKey key;
  private final SecureRandom random;
  private volatile Shelf serving;
  private Optional<Shelf> growing = Optional.empty();

  private Shelves(Path folder, SecretKey key, SecureRandom random) throws IOException {
    this.folder = folder;
    this.key = key;
    this.random = random;
    AtomicFile.createFolder(folder);
    this.serving = openBest();
  }

  static Shelves open(Path folder, SecretKey key, SecureRandom random) throws IOException {
    return new Shelves(folder, key, random);
  }

  /** The newest index that was once complete, or else the newest that can be gone on with. */
  private Shelf openBest() throws IOException {
    Optional<Shelf> best = Optional.empty();
    for (Path one : folders()) {
      Optional<Shelf> opened = openSound(one);
      boolean isBetter =
          opened.isPresent() && (best.isEmpty() || (isComplete(opened) && !isComplete(best)));
      Optional<Shelf> left = isBetter ? best : opened;
      if (isBetter) {
        best = opened;
      }
      if (left.isPresent()) {
        discard(left.get());
      }
    }
    return best.isPresent() ? best.get() : fresh();
  }

  private static boolean isComplete(Optional<Shelf> shelf) {
    return shelf.flatMap(Shelf::mark).isPresent();
  }

  /** Opens an index of this version; removes one that cannot be used. */
  private Optional<Shelf> openSound(Path one) throws IOException {
    if (!String.valueOf(one.getFileName()).startsWith(NAME)) {
      delete(one);
      return Optional.empty();
    }
    try {
      return Optional.of(Shelf.open(one, key, random));
    } catch (IOException | RuntimeException e) {
      if (!isDamage(e)) {
        throw e;
      }
      log("The search index cannot be read and is made anew.", e);
      delete(one);
      return Optional.empty();
    }
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .sorted(Comparator.comparing(Path::toString).reversed())
          .toList();
    }
  }

  private static String name(int number) {
    return NAME + String.format(Locale.ROOT, "%04d", number);
  }

  private Shelf fresh() throws IOException {
    int number = 1;
    while (Files.exists(folder.resolve(name(number)))) {
      number++;
    }
    Path made = folder.resolve(name(number));
    AtomicFile.createFolder(made);
    return Shelf.open(made, key, random);
  }

  /** The index that answers questions. Any thread. */
  Shelf serving() {
    return serving;
  }

  /** Those that take in what changes. */
  List<Shelf> all() {
    return Stream.concat(Stream.of(serving), growing.stream()).toList();
  }

  /** The one to be filled: the growing one if there is one. */
  Shelf filled() {
    return growing.orElse(serving);
  }

  /** Begins an empty index beside the one that answers. */
  void beginAnew() throws IOException {
    if (growing.isEmpty()) {
      growing = Optional.of(fresh());
    }
  }

  /** The filled index answers from now on; the former one is removed. */
  void swap() throws IOException {
    if (growing.isPresent()) {
      Shelf former = serving;
      serving = growing.get();
      growing = Optional.empty();
      discard(former);
    }
  }

  /** Removes the index that answers, which is damaged, and begins an empty one. */
  void replaceDamaged() throws IOException {
    Shelf former = serving;
    serving = growing.isPresent() ? growing.get() : fresh();
    growing = Optional.empty();
    discard(former);
  }

  private static void discard(Shelf shelf) throws IOException {
    closeQuietly(shelf);
    delete(shelf.folder());
  }

  private static void closeQuietly(Shelf shelf) {
    try {
      shelf.close();
    } catch (IOException | RuntimeException e) {
      log("An index that is given up could not be closed.", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Whether an index itself is unsound, so that only a new one helps. */
  static boolean isDamage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CorruptIndexException
          || cause instanceof IndexFormatTooOldException
          || cause instanceof IndexFormatTooNewException
          || cause instanceof IndexNotFoundException
          || cause instanceof EOFException
          || cause instanceof FileNotFoundException
          || cause instanceof NoSuchFileException) {
        return true;
      }
    }
    return false;
  }

  private static void log(String sentence, Exception cause) {
    System.getLogger(Shelves.class.getName()).log(System.Logger.Level.WARNING, sentence, cause);
  }

  @Override
  public void close() {
    all().forEach(Shelves::closeQuietly);
  }
}
