package dev.throughline.desktop.sync;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.sync.Feature;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.Welcome;
import java.time.InstantSource;
import java.util.Optional;

/** Says hello; on the first hello to a server, moves one's own work into its workspace. */
public final class Joining {
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
  public Round greet(SyncTransport transport, String author) throws JournalException {
    LocalStore store = ledger.store();
    long asked = clock.millis();
    Hello hello = hello(author, asked);
    Reply<Welcome> reply = transport.hello(hello);
    if (Pusher.isCopied(reply)) {
      ledger.becomeNewDevice(hello.device());
      reply = transport.hello(hello(author, asked));
    }
    if (!(reply instanceof Reply.Ok<Welcome>(Welcome welcome))) {
      return Round.failed(reply);
    }
    head = welcome.head();
    serverClock.measured(asked, welcome.serverMillis(), clock.millis());
    if (store.joinedName().isEmpty()) {
      ledger.joined(welcome.workspace(), welcome.workspaceName());
    } else if (!store.home().equals(welcome.workspace())) {
      return new Round.Blocked(
          "SYN-01",
          "This profile belongs to another workspace. Nothing was changed. Set the server it"
              + " joined, or open another profile with --profile.");
    }
    Round rescued = new Rescuing(ledger, transport, author).rescue(welcome.standing());
    if (rescued instanceof Round.Done) {
      store.rights().take(welcome.standing());
    }
    return rescued;
  }

  private Hello hello(String author, long now) {
    LocalStore store = ledger.store();
    return new Hello(
        Protocol.VERSION_MIN,
        Protocol.VERSION_MAX,
        Feature.OURS,
        store.device().orElseThrow(),
        store.started().incarnation(),
        Optional.of(store.started().sentOpNo()),
        author,
        store.cursor(),
        now);
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
