package dev.throughline.desktop.app;

import dev.throughline.desktop.exchange.WorkspaceFile;
import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.transcript.file.LeftOut;
import dev.throughline.desktop.transcript.file.ReadProgress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The doors for scripts: import, export and one complete round of sync, without a window. */
final class ScriptCommands {
  private final ClientWiring client;
  private final ScriptOutput output;

  ScriptCommands(ClientWiring client, ScriptOutput output) {
    this.client = client;
    this.output = output;
  }

  ExitCode importFiles(List<String> files) {
    ExitCode worst = ExitCode.DONE;
    for (String name : files) {
      ExitCode code = importFile(Path.of(name));
      worst = code == ExitCode.DONE ? worst : code;
    }
    return worst;
  }

  private ExitCode importFile(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return refused(
          file,
          0,
          "IMP-00",
          "“" + file.getFileName() + "” is no file that can be read. Nothing was imported.");
    }
    if (WorkspaceFile.isOne(file)) {
      return importWorkspace(file);
    }
    LocalDate today = LocalDate.ofInstant(client.clock().instant(), ZoneId.systemDefault());
    ImportResult result =
        client.transcripts().importFile(file, Optional.empty(), today, ReadProgress.NONE);
    return switch (result) {
      case ImportResult.Imported imported -> imported(file, imported);
      case ImportResult.Refused(int line, String code, String sentence) ->
          refused(file, line, code, sentence);
      case ImportResult.NotSaved(String code, String sentence) -> refused(file, 0, code, sentence);
      case ImportResult.Cancelled() -> ExitCode.PARTLY;
    };
  }

  private ExitCode imported(Path file, ImportResult.Imported imported) {
    output.say(
        file.getFileName() + ": " + turns(imported.turns()) + " imported.",
        Map.of(
            "file", file,
            "ok", true,
            "interview", imported.interview(),
            "turns", imported.turns(),
            "leftOut", imported.leftOut().size()));
    for (LeftOut leftOut : imported.leftOut()) {
      output.say(
          "  line " + leftOut.line() + ": " + leftOut.reason(),
          Map.of("file", file, "line", leftOut.line(), "leftOut", leftOut.reason()));
    }
    return imported.leftOut().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private static String turns(int count) {
    return count == 1 ? "1 turn" : count + " turns";
  }

  private ExitCode importWorkspace(Path file) {
    try {
      return switch (WorkspaceFile.read(client.ledger(), file)) {
        case WorkspaceFile.Imported(int records, int changed) -> {
          output.say(
              file.getFileName() + ": " + records + " records read, " + changed + " changed here.",
              Map.of("file", file, "ok", true, "records", records, "changed", changed));
          yield ExitCode.DONE;
        }
        case WorkspaceFile.Refused(int line, String code, String sentence) ->
            refused(file, line, code, sentence);
      };
    } catch (IOException _) {
      return refused(file, 0, "EXP-02", "The file cannot be read. Nothing was imported.");
    }
  }

  private ExitCode refused(Path file, int line, String code, String sentence) {
    output.say(
        file.getFileName() + ": " + sentence + " Code " + code + ".",
        Map.of("file", file, "ok", false, "line", line, "code", code, "sentence", sentence));
    return ExitCode.PARTLY;
  }

  ExitCode export(Path file) {
    try {
      int records = client.export(file.toAbsolutePath());
      output.say(
          records + " records exported to " + file.getFileName() + ".",
          Map.of("file", file, "ok", true, "records", records));
      return ExitCode.DONE;
    } catch (IOException _) {
      return refused(file, 0, "EXP-03", "The file cannot be written there. Choose another place.");
    }
  }

  ExitCode sync(URI server, String author) {
    try (HttpSyncTransport transport = new HttpSyncTransport(server)) {
      SyncRound.Result result =
          SyncRound.complete(client.ledger(), transport, author, client.clock());
      return switch (result.last()) {
        case Round.Done _ -> synced(result);
        case Round.Away(String reason, long _) -> {
          output.say(
              "The server cannot be reached (" + reason + "). Everything is saved here.",
              Map.of("ok", false, "code", "SYN-10", "reason", reason));
          yield ExitCode.SERVER_AWAY;
        }
        case Round.Blocked(String code, String sentence) -> {
          output.say(
              sentence + " Code " + code + ".",
              Map.of("ok", false, "code", code, "sentence", sentence));
          yield ExitCode.BLOCKED;
        }
      };
    } catch (JournalException _) {
      output.say(
          "The disk refused a write; nothing was sent. Code SYN-03.",
          Map.of("ok", false, "code", "SYN-03"));
      return ExitCode.PROFILE;
    }
  }

  private ExitCode synced(SyncRound.Result result) {
    output.say(
        "In step: " + result.pushed() + " sent, " + result.pulled() + " received.",
        Map.of(
            "ok", true,
            "sent", result.pushed(),
            "received", result.pulled(),
            "parked", result.parked()));
    return result.parked() > 0 ? ExitCode.BLOCKED : ExitCode.DONE;
  }
}
