package dev.throughline.desktop.exchange;

import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.platform.AtomicFile;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.kind.Kinds;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The workspace export: JSON with one record a line, so that it can be read, compared and streamed.
 * Holds every record with every field that has a value, known or not, in the order of ids; two
 * workspaces that hold the same give the same bytes. Words that nobody agreed to have quoted are
 * left out, and reading the file in again leaves them alone. Sample records are left out: they are
 * not anybody's work.
 */
public final class WorkspaceFile {
  private static final int LOOK_BYTES = 200;

  /** What editors put around and before: such a file is an export still, which may be refused. */
  private static final Pattern SPACES = Pattern.compile("[\\s\\uFEFF]");

  private static final String START = "{\"format\":\"throughline-workspace\"";

  /** What became of reading a file in. */
  public sealed interface Result {}

  /** All of it is in; {@code changed} counts the records that were not here like that before. */
  public record Imported(int records, int changed) implements Result {}

  /** The sentence says whether anything was imported. */
  public record Refused(int line, String code, String sentence) implements Result {}

  /** Told to stop before anything was saved. */
  public record Cancelled() implements Result {}

  private WorkspaceFile() {}

  /**
   * Writes every record that may leave to a file; answers how many. The file appears whole or not
   * at all.
   */
  public static int write(LocalStore store, Leaving leaving, Path file) throws IOException {
    Path folder = AtomicFile.folderOf(file);
    Path fresh = Files.createTempFile(folder, ".export-", ".new");
    try {
      int count;
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        count = write(store, leaving, out, Progress.NONE);
        out.flush();
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      AtomicFile.syncFolder(folder);
      return count;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * Writes every record that may leave and leaves the stream open; answers how many. What was
   * written is no export when the progress was cancelled.
   */
  public static int write(LocalStore store, Leaving leaving, OutputStream out, Progress progress)
      throws IOException {
    long expected =
        Kinds.ALL.stream().mapToLong(kind -> store.count(kind.name(), store.home())).sum();
    int count = 0;
    int looked = 0;
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(ExportReader.HEAD);
    List<RecordView> page = store.all(store.home(), new UUID(0, 0));
    while (!page.isEmpty() && !progress.isCancelled()) {
      for (RecordView view : page) {
        Optional<Leaving.Released> released = leaving.of(view);
        if (released.isPresent()) {
          writer.write(count++ == 0 ? "\n" : ",\n");
          writer.write(ExportLine.of(released.get()).text());
        }
      }
      looked += page.size();
      progress.done(Math.min(1.0, (double) looked / Math.max(1, expected)));
      page = store.all(store.home(), page.getLast().id().value());
    }
    writer.write("\n" + ExportReader.TAIL + "\n");
    writer.flush();
    return count;
  }

  /** Whether a file starts as an export of any version does. */
  public static boolean isOne(Path file) {
    try {
      return Files.isRegularFile(file) && isOne(ByteSource.of(file));
    } catch (IOException _) {
      return false;
    }
  }

  /** Whether bytes start as an export of any version does. */
  public static boolean isOne(ByteSource source) throws IOException {
    try (InputStream in = source.open()) {
      byte[] start = in.readNBytes(LOOK_BYTES);
      return SPACES
          .matcher(new String(start, StandardCharsets.UTF_8))
          .replaceAll("")
          .startsWith(START);
    }
  }

  /**
   * Reads an export in. Records that are here already are brought to what the file says; nothing is
   * removed. The whole file is checked before the first record is saved.
   */
  public static Result read(Ledger ledger, Path file) throws IOException {
    return read(ledger, ByteSource.of(file), Progress.NONE);
  }

  /** The same, watched; cancelling counts until the first record is saved. */
  public static Result read(Ledger ledger, Path file, Progress progress) throws IOException {
    return read(ledger, ByteSource.of(file), progress);
  }

  /** The same from anywhere; cancelling counts until the first record is saved. */
  public static Result read(Ledger ledger, ByteSource source, Progress progress)
      throws IOException {
    return new WorkspaceImport(ledger, source, progress).run();
  }
}
