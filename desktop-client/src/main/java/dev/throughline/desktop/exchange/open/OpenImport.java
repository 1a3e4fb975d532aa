package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.exchange.ByteSource;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.exchange.Remark;
import dev.throughline.desktop.exchange.WorkspaceFile;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.ui.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an open export back. Its workspace file is taken in, and sound that is what was exported;
 * what was edited in the other files since is named, never passed over in silence.
 */
public final class OpenImport {
  /** Files named one by one; more are counted. */
  private static final int NAMED_MAX = 50;

  private static final double CHECK_SHARE = 0.3;

  /** What became of reading it. */
  public sealed interface Result {}

  /**
   * All records of the workspace file are in.
   *
   * @param editedTables tables that were edited since the export and can be imported themselves
   */
  public record Imported(int records, int changed, List<Remark> remarks, List<Path> editedTables)
      implements Result {
    public Imported {
      remarks = List.copyOf(remarks);
      editedTables = List.copyOf(editedTables);
    }
  }

  /** The sentence says whether anything was imported. */
  public record Refused(String code, String sentence) implements Result {}

  public record Cancelled() implements Result {}

  private final Ledger ledger;
  private final Optional<Media> media;
  private final Path place;
  private final Container files;
  private final Progress progress;
  private final List<String> edited = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private boolean isListed;

  private OpenImport(
      Ledger ledger, Optional<Media> media, Path place, Container files, Progress progress) {
    this.ledger = ledger;
    this.media = media;
    this.place = place;
    this.files = files;
    this.progress = progress;
  }

  /** Whether this is a folder, or an archive, that can only be meant as an export. */
  public static boolean isOne(Path place) {
    return Files.isDirectory(place) || (Files.isRegularFile(place) && ZipContainer.isMeant(place));
  }

  /**
   * Reads an export.
   *
   * @param media takes its sound; without it only its records are taken in
   */
  public static Result read(Ledger ledger, Optional<Media> media, Path place, Progress progress) {
    try (Container files =
        Files.isDirectory(place) ? new FolderContainer(place) : new ZipContainer(place)) {
      return new OpenImport(ledger, media, place, files, progress).run();
    } catch (Container.Hostile _) {
      return new Refused("EXP-07", Texts.text("exchange.open.hostile"));
    } catch (IOException _) {
      return new Refused("EXP-02", Texts.text("exchange.open.unreadable"));
    }
  }

  private Result run() throws IOException {
    Optional<ByteSource> workspace = files.file(OpenExport.WORKSPACE);
    if (workspace.isEmpty()) {
      return new Refused("EXP-09", Texts.text("exchange.open.notOne"));
    }
    if (!WorkspaceFile.isOne(workspace.get())) {
      return new Refused("EXP-09", Texts.text("exchange.open.notOurs"));
    }
    Optional<ByteSource> list = files.file(Checksums.FILE);
    isListed = list.isPresent();
    Optional<Checksums> checksums = list.isPresent() ? checksums(list.get()) : Optional.empty();
    if (checksums.isPresent()) {
      check(checksums.get().byPath());
      if (progress.isCancelled()) {
        return new Cancelled();
      }
      if (edited.contains(OpenExport.WORKSPACE)) {
        return new Refused("EXP-10", Texts.text("exchange.open.changed"));
      }
    }
    return switch (WorkspaceFile.read(ledger, workspace.get(), rest())) {
      case WorkspaceFile.Imported(int records, int changed) ->
          new Imported(records, changed, withSound(checksums), editedTables());
      case WorkspaceFile.Refused(int _, String code, String sentence) ->
          new Refused(code, sentence);
      case WorkspaceFile.Cancelled() -> new Cancelled();
    };
  }

  private static Optional<Checksums> checksums(ByteSource list) throws IOException {
    try (InputStream in = list.open()) {
      return Checksums.read(in);
    }
  }

  private void check(Map<String, String> listed) throws IOException {
    int done = 0;
    for (Map.Entry<String, String> entry : listed.entrySet()) {
      if (progress.isCancelled()) {
        return;
      }
      Optional<ByteSource> file = files.file(entry.getKey());
      if (file.isEmpty()) {
        missing.add(entry.getKey());
      } else if (!hash(file.get()).equals(entry.getValue())) {
        edited.add(entry.getKey());
      }
      progress.done(CHECK_SHARE * ++done / listed.size());
    }
  }

  private String hash(ByteSource file) throws IOException {
    MessageDigest digest = Checksums.digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = file.open()) {
      for (int read = in.read(buffer);
          read >= 0 && !progress.isCancelled();
          read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return Checksums.hex(digest);
  }

  private List<Remark> withSound(Optional<Checksums> checksums) throws IOException {
    List<Remark> all = new ArrayList<>(remarks(checksums));
    if (media.isPresent() && checksums.isPresent()) {
      all.addAll(
          new MediaImport(
                  media.get(),
                  ledger.store(),
                  files,
                  checksums.get().byPath(),
                  Set.copyOf(edited),
                  progress)
              .read());
    }
    return all;
  }

  private List<Remark> remarks(Optional<Checksums> checksums) {
    List<Remark> remarks = new ArrayList<>();
    if (checksums.isEmpty()) {
      remarks.add(
          new Remark(
              0,
              Texts.text(
                  isListed ? "exchange.open.listBroken" : "exchange.open.unlisted",
                  Checksums.FILE)));
      return remarks;
    }
    // Of sound that was changed is said what became of it where it is not taken in.
    List<String> named = edited.stream().filter(name -> !isSound(name)).toList();
    for (String name : named.stream().limit(NAMED_MAX).toList()) {
      String key = isTable(name) ? "exchange.open.editedTable" : "exchange.open.edited";
      remarks.add(new Remark(0, Texts.text(key, shown(name))));
    }
    for (String name : missing.stream().limit(NAMED_MAX).toList()) {
      remarks.add(new Remark(0, Texts.text("exchange.open.missing", shown(name))));
    }
    List<String> added = added(checksums.get());
    for (String name : added.stream().limit(NAMED_MAX).toList()) {
      remarks.add(new Remark(0, Texts.text("exchange.open.added", shown(name))));
    }
    int more =
        Math.max(0, named.size() - NAMED_MAX)
            + Math.max(0, missing.size() - NAMED_MAX)
            + Math.max(0, added.size() - NAMED_MAX);
    if (more > 0) {
      remarks.add(new Remark(0, Texts.count("exchange.open.more", more)));
    }
    return remarks;
  }

  /** Files nobody exported; those that systems leave in every folder do not count. */
  private List<String> added(Checksums checksums) {
    return files.names().stream()
        .filter(name -> !name.equals(Checksums.FILE) && !checksums.byPath().containsKey(name))
        .filter(name -> !name.startsWith("__MACOSX/"))
        .filter(
            name ->
                !List.of(".DS_Store", "Thumbs.db", "desktop.ini")
                    .contains(name.substring(name.lastIndexOf('/') + 1)))
        .toList();
  }

  private boolean isSound(String name) {
    return media.isPresent()
        && name.startsWith(Media.FOLDER)
        && !name.equals(Media.INDEX)
        && !edited.contains(Media.INDEX);
  }

  private static boolean isTable(String name) {
    return name.startsWith(OpenExport.TABLES)
        && name.endsWith(".csv")
        && !name.equals(OpenExport.TABLES + OpenExport.IDEAS);
  }

  static String shown(String name) {
    return name.length() > 160 ? name.substring(0, 160) + "…" : name;
  }

  private List<Path> editedTables() {
    return Files.isDirectory(place)
        ? edited.stream().filter(OpenImport::isTable).map(place::resolve).toList()
        : List.of();
  }

  private Progress rest() {
    return new Progress() {
      @Override
      public void done(double share) {
        progress.done(CHECK_SHARE + (1 - CHECK_SHARE) * share);
      }

      @Override
      public boolean isCancelled() {
        return progress.isCancelled();
      }
    };
  }
}
