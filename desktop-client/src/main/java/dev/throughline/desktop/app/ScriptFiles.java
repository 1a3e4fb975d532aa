package dev.throughline.desktop.app;

import dev.throughline.desktop.blob.SoundFiles;
import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.exchange.Remark;
import dev.throughline.desktop.exchange.WorkspaceFile;
import dev.throughline.desktop.exchange.csv.CsvImport;
import dev.throughline.desktop.exchange.csv.CsvResult;
import dev.throughline.desktop.exchange.open.Media;
import dev.throughline.desktop.exchange.open.OpenExport;
import dev.throughline.desktop.exchange.open.OpenImport;
import dev.throughline.desktop.library.FolderFiles;
import dev.throughline.desktop.platform.FileName;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.transcript.file.LeftOut;
import dev.throughline.desktop.transcript.file.ReadProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The doors for scripts that files go through, in and out. */
final class ScriptFiles {
  /** What an export is written as. */
  enum ExportFormat {
    JSON,
    OPEN,
    CSV;

    /** Empty when there is no such format. */
    static Optional<ExportFormat> named(String name) {
      return switch (name) {
        case "json" -> Optional.of(JSON);
        case "open" -> Optional.of(OPEN);
        case "csv" -> Optional.of(CSV);
        default -> Optional.empty();
      };
    }

    /** A name that can only be an archive or a folder says what is meant. */
    static ExportFormat fitting(String out) {
      boolean isOpen =
          OpenExport.isArchive(Path.of(out)) || out.endsWith("/") || out.endsWith("\\");
      return isOpen ? OPEN : JSON;
    }
  }

  private final ClientWiring client;
  private final ScriptOutput output;

  ScriptFiles(ClientWiring client, ScriptOutput output) {
    this.client = client;
    this.output = output;
  }

  ExitCode importFiles(List<String> files) {
    return importAll(files.stream().map(Path::of).toList());
  }

  private ExitCode importAll(List<Path> files) {
    ExitCode worst = ExitCode.DONE;
    for (Path file : files) {
      ExitCode code = importFile(file);
      worst = code == ExitCode.DONE ? worst : code;
    }
    return worst;
  }

  private ExitCode importFile(Path file) {
    boolean isNamed = !file.toString().isBlank();
    boolean isThere = isNamed && (Files.isRegularFile(file) || Files.isDirectory(file));
    if (!isThere || !Files.isReadable(file)) {
      return refused(
          file,
          0,
          "IMP-00",
          "“" + FileName.shown(file) + "” is no file that can be read. Nothing was imported.");
    }
    if (WorkspaceFile.isOne(file)) {
      return importWorkspace(file);
    }
    Optional<List<Path>> inside = FolderFiles.of(file);
    if (inside.isPresent()) {
      return importAll(inside.get());
    }
    if (OpenImport.isOne(file)) {
      return importOpen(file);
    }
    return CsvImport.isOne(file) ? importTable(file) : importTranscript(file);
  }

  private ExitCode importTranscript(Path file) {
    LocalDate today = LocalDate.ofInstant(client.clock().instant(), ZoneId.systemDefault());
    ImportResult result =
        client.transcripts().importFile(file, Optional.empty(), today, ReadProgress.NONE);
    return switch (result) {
      case ImportResult.Imported imported -> imported(file, imported);
      case ImportResult.Refused(int line, String code, String sentence) ->
          refused(file, line, code, sentence);
      case ImportResult.NotSaved(String code, String sentence) -> {
        refused(file, 0, code, sentence);
        yield ExitCode.PROFILE;
      }
      case ImportResult.Cancelled() -> ExitCode.PARTLY;
    };
  }

  private ExitCode imported(Path file, ImportResult.Imported imported) {
    output.say(
        FileName.shown(file) + ": " + count(imported.turns(), "turn") + " imported.",
        Map.of(
            "file", file,
            "ok", true,
            "interview", imported.interview(),
            "turns", imported.turns(),
            "leftOut", imported.leftOut().size()));
    for (LeftOut leftOut : imported.leftOut()) {
      leftOut(file, leftOut.line(), leftOut.reason());
    }
    return imported.leftOut().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private void leftOut(Path file, int line, String reason) {
    output.say(
        line > 0 ? "  line " + line + ": " + reason : "  " + reason,
        Map.of("file", file, "line", line, "leftOut", reason));
  }

  private static String count(int count, String word) {
    return count == 1 ? "1 " + word : count + " " + word + "s";
  }

  private ExitCode importWorkspace(Path file) {
    try {
      return switch (client
          .importMarks()
          .during(file, () -> WorkspaceFile.read(client.ledger(), file))) {
        case WorkspaceFile.Imported(int records, int changed) ->
            workspace(file, records, changed, List.of());
        case WorkspaceFile.Refused(int line, String code, String sentence) -> {
          refused(file, line, code, sentence);
          yield code.startsWith("SAV") ? ExitCode.PROFILE : ExitCode.PARTLY;
        }
        case WorkspaceFile.Cancelled() -> ExitCode.PARTLY;
      };
    } catch (IOException _) {
      return refused(file, 0, "EXP-02", "The file cannot be read. Nothing was imported.");
    }
  }

  private ExitCode workspace(Path file, int records, int changed, List<Remark> remarks) {
    output.say(
        FileName.shown(file)
            + ": "
            + count(records, "record")
            + " read, "
            + changed
            + " changed here.",
        Map.of(
            "file", file,
            "ok", true,
            "records", records,
            "changed", changed,
            "leftOut", remarks.size()));
    return remarked(file, remarks);
  }

  private ExitCode remarked(Path file, List<Remark> remarks) {
    remarks.forEach(remark -> leftOut(file, remark.line(), remark.sentence()));
    return remarks.isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private ExitCode importOpen(Path place) {
    try {
      return switch (client
          .importMarks()
          .during(
              place,
              () -> OpenImport.read(client.ledger(), Optional.of(media()), place, Progress.NONE))) {
        case OpenImport.Imported(int records, int changed, var remarks, var _) ->
            workspace(place, records, changed, remarks);
        case OpenImport.Refused(String code, String sentence) -> {
          refused(place, 0, code, sentence);
          yield code.startsWith("SAV") ? ExitCode.PROFILE : ExitCode.PARTLY;
        }
        case OpenImport.Cancelled() -> ExitCode.PARTLY;
      };
    } catch (IOException _) {
      return refused(place, 0, "EXP-02", "The file cannot be read. Nothing was imported.");
    }
  }

  private ExitCode importTable(Path file) {
    return switch (CsvImport.read(
        client.ledger(), client.ledger()::record, file, Progress.NONE, client.importMarks())) {
      case CsvResult.Imported(var table, int rows, int made, int changed, var remarks) -> {
        output.say(
            FileName.shown(file)
                + ": "
                + count(rows, "row")
                + " read, "
                + made
                + " new, "
                + changed
                + " changed.",
            Map.of(
                "file", file,
                "ok", true,
                "table", table.fileName(),
                "rows", rows,
                "made", made,
                "changed", changed,
                "leftOut", remarks.size()));
        yield remarked(file, remarks);
      }
      case CsvResult.Refused(int line, int column, String code, String sentence) -> {
        say(file, Map.of("line", line, "column", column), code, sentence);
        yield code.startsWith("SAV") ? ExitCode.PROFILE : ExitCode.PARTLY;
      }
      case CsvResult.Cancelled() -> ExitCode.PARTLY;
    };
  }

  private ExitCode refused(Path file, int line, String code, String sentence) {
    say(file, Map.of("line", line), code, sentence);
    return ExitCode.PARTLY;
  }

  private void say(Path file, Map<String, Integer> where, String code, String sentence) {
    Map<String, Object> facts = new java.util.TreeMap<>(where);
    facts.putAll(Map.of("file", file, "ok", false, "code", code, "sentence", sentence));
    output.say(FileName.shown(file) + ": " + sentence + " Code " + code + ".", facts);
  }

  ExitCode export(Path place, ExportFormat format) {
    LocalStore store = client.ledger().store();
    Leaving leaving = client.leaving();
    return switch (format) {
      case JSON -> exportJson(leaving, place);
      case OPEN ->
          exported(
              place, OpenExport.write(store, leaving, Optional.of(media()), place, Progress.NONE));
      case CSV -> exported(place, OpenExport.writeTables(store, leaving, place, Progress.NONE));
    };
  }

  private ExitCode exportJson(Leaving leaving, Path file) {
    try {
      LocalStore store = client.ledger().store();
      int records = WorkspaceFile.write(store, leaving, file.toAbsolutePath());
      return exported(file, records, 0, leaving.withheld().size(), 0);
    } catch (IOException _) {
      return refused(file, 0, "EXP-03", "The file cannot be written there. Choose another place.");
    }
  }

  private ExitCode exported(Path place, OpenExport.Result result) {
    return switch (result) {
      case OpenExport.Written its ->
          exported(place, its.records(), its.interviews(), its.withheld(), its.silent());
      case OpenExport.NotWritten(String code, String sentence) -> refused(place, 0, code, sentence);
      case OpenExport.Cancelled() -> ExitCode.PARTLY;
    };
  }

  /** Nothing is recorded while a script runs. */
  private Media media() {
    return new Media(
        new SoundFiles(
            TravellingSound.parts(
                client, new SystemDisk(), _ -> Optional.empty(), new ThreadBackground())),
        client.rulings());
  }

  private ExitCode exported(Path place, int records, int interviews, int withheld, int silent) {
    String kept =
        withheld == 0
            ? ""
            : " Words of " + count(withheld, "interview") + " stay here: quoting was not agreed.";
    String missing =
        silent == 0
            ? ""
            : " The sound of "
                + count(silent, "recording")
                + " is not on this computer and not in it; media/index.json names them.";
    output.say(
        count(records, "record") + " exported to " + FileName.shown(place) + "." + kept + missing,
        Map.of(
            "file", place,
            "ok", true,
            "records", records,
            "interviews", interviews,
            "withheld", withheld,
            "silent", silent));
    return withheld + silent == 0 ? ExitCode.DONE : ExitCode.PARTLY;
  }
}
