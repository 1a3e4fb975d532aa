package dev.throughline.desktop.sync;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.DeviceNote;
import dev.throughline.model.sync.Feature;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.sync.WorkspaceList;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Says hello; on the first hello to a server, moves one's own work into its workspace. */
public final class Joining {
  /** How a server says that this device was signed out from another one. */
  static final String DEVICE_ENDED = "SRV-24";

  /** How one answers that has no list of workspaces. */
  private static final Set<String> KNOWS_NO_LIST = Set.of("", "SRV-07", "HTTP-404");

  private static final String CHOOSE =
      "Choose in Settings which one this profile joins. Until then everything stays on this"
          + " computer.";

  private final Ledger ledger;
  private final InstantSource clock;
  private final ServerClock serverClock;
  private volatile long head;

  public Joining(Ledger ledger, InstantSource clock, ServerClock serverClock) {
    this.ledger = ledger;
    this.clock = clock;
    this.serverClock = serverClock;
  }

  /** Greets the server; joins its workspace unless this profile already belongs to it. */
  public Round greet(SyncTransport transport, Self self) throws JournalException {
    LocalStore store = ledger.store();
    Optional<WorkspaceId> meant =
        store.joinedName().isPresent() ? Optional.of(store.home()) : self.workspace();
    if (meant.isEmpty()) {
      Reply<WorkspaceList> told = transport.workspaces();
      if (told instanceof Reply.Ok<WorkspaceList>(WorkspaceList list)) {
        if (list.workspaces().size() > 1) {
          return new Round.Blocked(
              "SYN-05",
              "You are in %s workspaces of this server. %s"
                  .formatted(list.workspaces().size(), CHOOSE));
        }
        meant = list.workspaces().stream().map(WorkspaceList.Entry::id).findFirst();
      } else if (!isOfBefore(told)) {
        return Round.failed(told);
      }
    }
    long asked = clock.millis();
    Hello hello = hello(self, meant, asked);
    Reply<Welcome> reply = transport.hello(hello);
    if (Pusher.isCopied(reply)) {
      ledger.becomeNewDevice(hello.device());
      reply = transport.hello(hello(self, meant, asked));
    }
    if (isEnded(reply)) {
      // Whoever signs in again goes on as another device.
      ledger.becomeNewDevice(hello.device());
    }
    if (!(reply instanceof Reply.Ok<Welcome>(Welcome welcome))) {
      return Round.failed(reply);
    }
    head = welcome.head();
    serverClock.measured(asked, welcome.serverMillis(), clock.millis());
    store.rights().kernelTakes(welcome.kernelApprovals());
    if (store.joinedName().isEmpty()) {
      ledger.joined(welcome.workspace(), welcome.workspaceName());
    } else if (!store.home().equals(welcome.workspace())) {
      return new Round.Blocked(
          "SYN-01",
          "This profile belongs to another workspace. Nothing was changed. Set the server it"
              + " joined, or open another profile with --profile.");
    }
    Round rescued = new Rescuing(ledger, transport, self.author()).rescue(welcome.standing());
    if (rescued instanceof Round.Done) {
      store.rights().take(welcome.standing());
    }
    return rescued;
  }

  /** Whether the server, or the way there, knows one workspace only. */
  private static boolean isOfBefore(Reply<WorkspaceList> told) {
    return told instanceof Reply.Refused<WorkspaceList>(String code, _)
        && KNOWS_NO_LIST.contains(code);
  }

  private static boolean isEnded(Reply<?> reply) {
    return reply instanceof Reply.Refused<?>(String code, _) && code.equals(DEVICE_ENDED);
  }

  private Hello hello(Self self, Optional<WorkspaceId> meant, long now) {
    LocalStore store = ledger.store();
    return new Hello(
        Protocol.VERSION_MIN,
        Protocol.VERSION_MAX,
        Feature.OURS,
        store.device().orElseThrow(),
        store.started().incarnation(),
        Optional.of(store.started().sentOpNo()),
        self.author(),
        store.cursor(),
        now,
        meant,
        Optional.of(new DeviceNote(self.device(), store.counts().waiting())));
  }

  /** The head of the log at the last hello. */
  long head() {
    return head;
  }

  /** Whether the last hello told of nothing that is not here. */
  boolean isNothingNew() {
    return ledger.store().cursor().filter(cursor -> cursor.seq() == head).isPresent();
  }
}
