package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.exchange.open.OpenExport.NotWritten;
import dev.throughline.desktop.platform.AtomicFile;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.ui.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in one sentence why an export could not be written. */
final class ExportTrouble {
  /** With less than this free a disk counts as full, whatever the system calls it. */
  private static final long FREE_BYTES_MIN = 1 << 16;

  private ExportTrouble() {}

  static NotWritten of(Path place, Exception cause) {
    return switch (cause) {
      case FileAlreadyExistsException _ -> {
        String name = FileNames.safe(String.valueOf(place.getFileName()));
        yield new NotWritten("EXP-05", Texts.text("exchange.open.exists", name));
      }
      case NoSuchFileException _, NotDirectoryException _ ->
          new NotWritten("EXP-03", Texts.text("exchange.open.noFolder"));
      case AccessDeniedException _ -> new NotWritten("EXP-03", Texts.text("exchange.open.denied"));
      case InvalidPathException _ -> new NotWritten("EXP-11", Texts.text("exchange.open.language"));
      case StoreDamaged _ -> new NotWritten("EXP-08", Texts.text("exchange.open.store"));
      default -> {
        // Its message may hold the title of an interview, as part of a file's name.
        System.getLogger(ExportTrouble.class.getName())
            .log(System.Logger.Level.WARNING, "the export failed: " + cause.getClass().getName());
        yield isFull(place, cause)
            ? new NotWritten("EXP-06", Texts.text("exchange.open.full"))
            : new NotWritten("EXP-03", Texts.text("exchange.open.refused"));
      }
    };
  }

  private static boolean isFull(Path place, Exception cause) {
    String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("no space") || said.contains("not enough space") || said.contains("quota")) {
      return true;
    }
    try {
      return Files.getFileStore(AtomicFile.folderOf(place)).getUsableSpace() < FREE_BYTES_MIN;
    } catch (IOException _) {
      return false;
    }
  }
}
