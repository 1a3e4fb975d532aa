package dev.throughline.desktop.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    try (Stream<Path> all = Files.walk(folder, DEPTH_MAX)) {
      return Optional.of(
              all.filter(file -> isMeant(folder, file))
                  .sorted()
                  .limit(ImportViewModel.FILES_MAX + 1L)
                  .toList())
          .filter(files -> !files.isEmpty());
    } catch (IOException | UncheckedIOException _) {
      return Optional.empty();
    }
  }

  private static boolean isMeant(Path folder, Path file) {
    boolean isHidden =
        Stream.iterate(file, at -> !at.equals(folder), Path::getParent)
            .anyMatch(at -> at.getFileName().toString().startsWith("."));
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !isHidden
        && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
        && Files.isRegularFile(file);
  }
}
