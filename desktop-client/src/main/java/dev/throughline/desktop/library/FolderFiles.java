package dev.throughline.desktop.library;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The transcripts and tables in a folder that is no export, as people keep them. */
public final class FolderFiles {
  private static final int DEPTH_MAX = 4;

  /** What lies in an export even where its workspace file is gone. */
  private static final List<String> OF_AN_EXPORT = List.of("workspace.json", "checksums.sha256");

  private static final Set<String> ENDINGS =
      Set.of("vtt", "srt", "sbv", "docx", "txt", "md", "json", "csv", "tsv");

  private FolderFiles() {}

  /**
   * Files to import one by one, in the order of their names; empty for a file, an export, and a
   * folder with nothing to import in it.
   */
  public static Optional<List<Path>> of(Path folder) {
    boolean isExport = OF_AN_EXPORT.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    if (!Files.isDirectory(folder) || isExport) {
      return Optional.empty();
    }
    Path base = folder.toAbsolutePath();
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(base, Set.of(), DEPTH_MAX, visiting(base, found));
    } catch (IOException _) {
      return Optional.empty();
    }
    return Optional.of(found.stream().sorted().limit(ImportViewModel.FILES_MAX + 1L).toList())
        .filter(files -> !files.isEmpty());
  }

  /** What cannot be looked into is among the files, so that whoever imports them names it. */
  private static FileVisitor<Path> visiting(Path base, List<Path> found) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
        if (isMeant(base, file)) {
          found.add(file);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        if (!isHidden(base, file)) {
          found.add(file);
        }
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static boolean isMeant(Path folder, Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !isHidden(folder, file)
        && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
        && Files.isRegularFile(file);
  }

  private static boolean isHidden(Path folder, Path file) {
    return Stream.iterate(file, at -> !at.equals(folder), Path::getParent)
        .anyMatch(at -> at.getFileName().toString().startsWith("."));
  }
}
