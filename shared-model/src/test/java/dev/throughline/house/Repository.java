package dev.throughline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this repository as the gates see them: what the build makes is left out. */
final class Repository {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Set<String> MADE = Set.of("target", ".git", ".idea", ".vscode");
  private static final Set<String> BINARY =
      Set.of(
          "png", "cbor", "jlog", "zst", "docx", "class", "aac", "flac", "m4a", "mp3", "ogg",
          "opus");

  private Repository() {}

  /** A text file: its path from the root with forward slashes, and its content. */
  record SourceFile(String path, String text) {
    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    String ending() {
      return name().substring(name().lastIndexOf('.') + 1);
    }

    List<String> lines() {
      return text.lines().toList();
    }

    boolean isTest() {
      return path.contains("src/test/");
    }
  }

  static List<SourceFile> textFiles() {
    return paths().stream()
        .filter(path -> !BINARY.contains(ending(path)))
        .map(Repository::read)
        .toList();
  }

  static SourceFile read(String path) {
    try {
      return new SourceFile(path, Files.readString(ROOT.resolve(path), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " is not UTF-8 text", e);
    }
  }

  /** Every file, binary ones too. */
  static List<String> paths() {
    List<String> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return MADE.contains(String.valueOf(folder.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              found.add(ROOT.relativize(file).toString().replace('\\', '/'));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.remove(".git");
    found.sort(null);
    return found;
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
