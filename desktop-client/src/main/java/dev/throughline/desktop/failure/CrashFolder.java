package dev.throughline.desktop.failure;

import dev.throughline.desktop.platform.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The reports of one profile in its folder {@code crashes}, readable by their owner only. A report
 * is new until a person has looked at it. Any thread.
 */
public final class CrashFolder {
  /** Beyond these the oldest report goes. */
  static final int KEPT_MAX = 10;

  /** A longer file is not one of ours. */
  private static final long BYTES_MAX = 256 * 1024;

  private static final Pattern NAME =
      Pattern.compile("\\d{8}-\\d{9}-(CRA-[0-9A-F]{8})\\.(new|seen)\\.txt");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;

  /** A report that is on disk. */
  public record Kept(Path file, CrashReport report) {}

  public CrashFolder(Path profile) {
    this.folder = profile.resolve("crashes");
  }

  /** Writes the report; returns once it is on disk. */
  synchronized Kept keep(CrashReport report, Instant at) throws IOException {
    AtomicFile.createFolder(folder);
    Path file = folder.resolve(STAMP.format(at) + "-" + report.code() + ".new.txt");
    AtomicFile.write(file, report.text().getBytes(StandardCharsets.UTF_8));
    List<Path> all = files();
    for (Path old : all.subList(0, Math.max(0, all.size() - KEPT_MAX))) {
      Files.deleteIfExists(old);
    }
    return new Kept(file, report);
  }

  /** The newest report nobody has looked at. */
  public synchronized Optional<Kept> newest() {
    try {
      return files().reversed().stream()
          .filter(file -> file.toString().endsWith(".new.txt"))
          .flatMap(file -> read(file).stream())
          .findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Remembers that the report was looked at; it is not brought up again. */
  public synchronized void markSeen(Kept kept) {
    String name = kept.file().getFileName().toString().replace(".new.txt", ".seen.txt");
    try {
      Files.move(kept.file(), kept.file().resolveSibling(name));
    } catch (IOException _) {
      // It is brought up once more at the next start; nothing worse.
    }
  }

  public synchronized void delete(Kept kept) throws IOException {
    String seen = kept.file().getFileName().toString().replace(".new.txt", ".seen.txt");
    Files.deleteIfExists(kept.file());
    Files.deleteIfExists(kept.file().resolveSibling(seen));
  }

  /** Oldest first. */
  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  private static Optional<Kept> read(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    try {
      if (!name.matches() || Files.size(file) > BYTES_MAX) {
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return Optional.of(new Kept(file, new CrashReport(name.group(1), text)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
