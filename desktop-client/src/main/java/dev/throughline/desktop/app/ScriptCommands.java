package dev.throughline.desktop.app;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.Self;
import dev.throughline.desktop.sync.SyncRound;
import java.net.URI;
import java.util.Map;

/** The door for scripts to one complete round of sync, without a window. */
final class ScriptCommands {
  private final ClientWiring client;
  private final ScriptOutput output;

  ScriptCommands(ClientWiring client, ScriptOutput output) {
    this.client = client;
    this.output = output;
  }

  ExitCode sync(URI server, String author) {
    Self self = new Self(author, client.settings().deviceName(), client.settings().workspace());
    try (HttpSyncTransport transport =
        new HttpSyncTransport(server, client.account(), client::workspace)) {
      SyncRound.Result result =
          SyncRound.complete(client.ledger(), transport, self, client.clock());
      return switch (result.last()) {
        case Round.Done _ -> synced(result);
        case Round.Away(String reason, long _) -> {
          output.say(
              "The server cannot be reached (" + reason + "). Everything is saved here.",
              Map.of("ok", false, "code", "SYN-10", "reason", reason));
          yield ExitCode.SERVER_AWAY;
        }
        case Round.Held(var held) -> {
          output.say(
              "Stopped before removing "
                  + held.count()
                  + " records that others removed. Open the Inbox to decide. Code SYN-04.",
              Map.of("ok", false, "code", "SYN-04", "removals", held.count()));
          yield ExitCode.BLOCKED;
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
