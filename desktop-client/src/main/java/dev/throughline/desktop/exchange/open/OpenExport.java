package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.exchange.HomeRecords;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.exchange.WorkspaceFile;
import dev.throughline.desktop.exchange.csv.CsvExport;
import dev.throughline.desktop.exchange.csv.CsvTable;
import dev.throughline.desktop.idea.IdeaSheet;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes the whole workspace in open formats: the workspace file without loss, a page for each
 * interview, tables, and a list of checksums. Words that nobody agreed to have quoted stay here; a
 * list says of which interviews and why. Sound goes along that is on this computer; of other sound
 * a list says that it is missing. Two workspaces that hold the same give the same bytes. Takes as
 * long as there is to write; any thread but the UI thread.
 */
public final class OpenExport {
  static final String WORKSPACE = "workspace.json";
  static final String TABLES = "csv/";
  static final String PAGES = "interviews/";
  static final String IDEAS = "ideas.csv";
  static final String WITHHELD = "withheld.csv";

  private static final double JSON_SHARE = 0.4;

  /** What became of an export. */
  public sealed interface Result {}

  /**
   * All that may leave is on disk under the target's name.
   *
   * @param withheld interviews of which words were held back
   * @param silent recordings whose sound is not in it
   */
  public record Written(Path target, int records, int interviews, int withheld, int silent)
      implements Result {}

  /** Nothing is there that was not there before. */
  public record NotWritten(String code, String sentence) implements Result {}

  /** Told to stop; nothing is there that was not there before. */
  public record Cancelled() implements Result {}

  private static final class Stopped extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Puts the files of one export into a target. */
  @FunctionalInterface
  private interface Contents {
    Written write(OpenExport export, Path target) throws IOException;
  }

  /** Makes a target at a place. */
  @FunctionalInterface
  interface Targets {
    Target at(Path place) throws IOException;
  }

  private final LocalStore store;
  private final Leaving leaving;
  private final Optional<Media> media;
  private final Target target;
  private final Progress progress;
  private final Map<String, String> checksums = new TreeMap<>();

  private OpenExport(
      LocalStore store, Leaving leaving, Optional<Media> media, Target target, Progress progress) {
    this.store = store;
    this.leaving = leaving;
    this.media = media;
    this.target = target;
    this.progress = progress;
  }

  /**
   * Writes everything into a new folder, or into a new archive when the name ends in .zip.
   *
   * @param media the sound of the profile; without it the export has none
   */
  public static Result write(
      LocalStore store, Leaving leaving, Optional<Media> media, Path place, Progress progress) {
    return write(
        store, leaving, media, place, progress, OpenExport::targetAt, OpenExport::everything);
  }

  /** Writes the tables only. */
  public static Result writeTables(
      LocalStore store, Leaving leaving, Path place, Progress progress) {
    return write(
        store,
        leaving,
        Optional.empty(),
        place,
        progress,
        OpenExport::targetAt,
        OpenExport::tablesOnly);
  }

  static Result write(
      LocalStore store,
      Leaving leaving,
      Optional<Media> media,
      Path place,
      Progress progress,
      Targets targets) {
    return write(store, leaving, media, place, progress, targets, OpenExport::everything);
  }

  private static Result write(
      LocalStore store,
      Leaving leaving,
      Optional<Media> media,
      Path place,
      Progress progress,
      Targets targets,
      Contents contents) {
    Path absolute = place.toAbsolutePath().normalize();
    try {
      if (absolute.getParent() == null || Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(absolute.toString());
      }
      try (Target target = targets.at(absolute)) {
        OpenExport export = new OpenExport(store, leaving, media, target, progress);
        Written written = contents.write(export, absolute);
        export.requireGoOn();
        target.finish();
        return written;
      }
    } catch (Stopped _) {
      return new Cancelled();
    } catch (IOException | StoreDamaged | InvalidPathException e) {
      return ExportTrouble.of(absolute, e);
    }
  }

  private static Target targetAt(Path place) throws IOException {
    return isArchive(place) ? new ZipTarget(place) : new FolderTarget(place);
  }

  /** Whether a place means an archive rather than a folder. */
  public static boolean isArchive(Path place) {
    return String.valueOf(place.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private Written everything(Path place) throws IOException {
    int[] records = new int[1];
    file(
        WORKSPACE,
        out -> records[0] = WorkspaceFile.write(store, leaving, out, part(0, JSON_SHARE)));
    Map<RecordId, String> pages = pages();
    tables();
    withheld();
    text(Media.FOLDER + "README.txt", Texts.text("exchange.open.media"));
    int silent = 0;
    if (media.isPresent()) {
      silent = new MediaExport(media.get(), pages, this::file).write(store, leaving);
    }
    text("README.txt", Texts.text("exchange.open.readme"));
    try (OutputStream out = target.next(Checksums.FILE)) {
      String list = new Checksums(new TreeMap<>(checksums)).text();
      out.write(list.getBytes(StandardCharsets.UTF_8));
    }
    return new Written(place, records[0], pages.size(), leaving.withheld().size(), silent);
  }

  private Written tablesOnly(Path place) throws IOException {
    CsvExport tables = new CsvExport(store, leaving);
    for (CsvTable table : CsvTable.values()) {
      file(table.fileName(), out -> tables.write(table, out));
    }
    withheld();
    int interviews = store.count(Interview.KIND.name(), store.home());
    int participants = store.count(Participant.KIND.name(), store.home());
    return new Written(place, interviews + participants, interviews, leaving.withheld().size(), 0);
  }

  private void withheld() throws IOException {
    if (!leaving.withheld().isEmpty()) {
      file(WITHHELD, out -> WithheldTable.write(leaving, out));
    }
  }

  /** A page for each interview; answers what files of each are called. */
  private Map<RecordId, String> pages() throws IOException {
    HomeRecords records = new HomeRecords(store);
    Map<RecordId, String> names = new TreeMap<>();
    records.each(
        Study.KIND, view -> names.put(view.id(), Study.from(view.id(), view.fields()).title()));
    records.each(
        Participant.KIND,
        view -> names.put(view.id(), Participant.from(view.id(), view.fields()).pseudonym()));
    List<Interview> interviews = new ArrayList<>();
    records.each(Interview.KIND, view -> interviews.add(Interview.from(view.id(), view.fields())));
    FileNames files = new FileNames();
    Map<RecordId, String> wishes = new TreeMap<>();
    for (int i = 0; i < interviews.size(); i++) {
      Interview interview = interviews.get(i);
      InterviewPage page =
          new InterviewPage(
              store,
              leaving,
              interview,
              name(names, interview.study()),
              name(names, interview.participant()));
      wishes.put(interview.id(), page.wish());
      file(PAGES + files.unique(page.wish(), ".md"), page::write);
      progress.done(JSON_SHARE + (1 - JSON_SHARE) * (i + 1) / (interviews.size() + 1));
    }
    return wishes;
  }

  private static String name(Map<RecordId, String> names, Optional<RecordId> id) {
    return id.map(record -> names.getOrDefault(record, "")).orElse("");
  }

  private void tables() throws IOException {
    CsvExport tables = new CsvExport(store, leaving);
    for (CsvTable table : CsvTable.values()) {
      file(TABLES + table.fileName(), out -> tables.write(table, out));
    }
    List<List<String>> ideas = IdeaSheet.rows(store);
    if (!ideas.isEmpty()) {
      file(TABLES + IDEAS, out -> CsvExport.writeRows(IdeaSheet.HEADINGS, ideas, out));
    }
  }

  private void text(String path, String text) throws IOException {
    file(path, out -> out.write((text + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private String file(String path, MediaExport.Body body) throws IOException {
    requireGoOn();
    MessageDigest digest = Checksums.digest();
    try (OutputStream out = watched(new DigestOutputStream(target.next(path), digest))) {
      body.write(out);
      out.flush();
    }
    String sha256 = Checksums.hex(digest);
    checksums.put(path, sha256);
    return sha256;
  }

  /** Stops within a large file too. */
  private OutputStream watched(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        requireGoOn();
        out.write(bytes, from, count);
      }
    };
  }

  private void requireGoOn() throws Stopped {
    if (progress.isCancelled()) {
      throw new Stopped();
    }
  }

  private Progress part(double from, double share) {
    return new Progress() {
      @Override
      public void done(double done) {
        progress.done(from + share * done);
      }

      @Override
      public boolean isCancelled() {
        return progress.isCancelled();
      }
    };
  }
}
