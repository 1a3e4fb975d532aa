package dev.throughline.desktop.exchange;

import dev.throughline.desktop.platform.AtomicFile;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/**
 * The workspace export: JSON with one record a line, so that it can be read, compared and streamed.
 * Holds every record with every field that has a value, known or not, in the order of ids; two
 * workspaces that hold the same give the same bytes. Sample records are left out: they are not
 * anybody's work.
 */
public final class WorkspaceFile {
  private static final String START = "{\"format\":\"throughline-workspace\"";

  /** What became of reading a file in. */
  public sealed interface Result {}

  /** All of it is in; {@code changed} counts the records that were not here like that before. */
  public record Imported(int records, int changed) implements Result {}

  /** The sentence says whether anything was imported. */
  public record Refused(int line, String code, String sentence) implements Result {}

  private WorkspaceFile() {}

  /** Writes every record to a file; answers how many. The file appears whole or not at all. */
  public static int write(LocalStore store, Path file) throws IOException {
    Path fresh = Files.createTempFile(AtomicFile.folderOf(file), ".export-", ".new");
    try {
      int count = writeAll(store, fresh);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      return count;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static int writeAll(LocalStore store, Path fresh) throws IOException {
    int count = 0;
    try (BufferedWriter out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
      out.write(ExportReader.HEAD);
      List<RecordView> page = store.all(store.home(), new UUID(0, 0));
      while (!page.isEmpty()) {
        for (RecordView view : page) {
          out.write(count++ == 0 ? "\n" : ",\n");
          out.write(ExportLine.of(view).text());
        }
        page = store.all(store.home(), page.getLast().id().value());
      }
      out.write("\n" + ExportReader.TAIL + "\n");
    }
    return count;
  }

  /** Whether a file starts as an export of any version does. */
  public static boolean isOne(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(START.length());
      return new String(start, StandardCharsets.ISO_8859_1).equals(START);
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Reads an export in. Records that are here already are brought to what the file says; nothing is
   * removed. The whole file is checked before the first record is saved.
   */
  public static Result read(Ledger ledger, Path file) throws IOException {
    return new WorkspaceImport(ledger, file).run();
  }
}
