package dev.throughline.desktop.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javafx.scene.Node;

/**
 * Which of our own parts a walk has met, one empty file each, so that all test processes of a build
 * can be asked together at its end.
 */
final class Walked {
  private static final Path FOLDER = Path.of("target", "walked");
  private static final Set<Class<?>> MET = ConcurrentHashMap.newKeySet();

  private Walked() {}

  static void met(Node node) {
    Class<?> one = node.getClass();
    if (one.getName().startsWith("dev.throughline.") && MET.add(one)) {
      write(one.getName());
    }
  }

  private static void write(String name) {
    try {
      Files.createDirectories(FOLDER);
      Files.createFile(FOLDER.resolve(name));
    } catch (FileAlreadyExistsException _) {
      // Another process met it too.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the classes met by any test of this build; empty when none walked. */
  static Set<String> names() throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> names = new TreeSet<>();
      files.forEach(file -> names.add(file.getFileName().toString()));
      return names;
    }
  }
}
