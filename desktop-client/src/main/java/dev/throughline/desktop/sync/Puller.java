package dev.throughline.desktop.sync;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.PullAnswer;
import java.util.Optional;

/**
 * Brings what others wrote, batch by batch. Never waits for what is unsent. One thread at a time.
 */
public final class Puller {
  private final LocalStore store;

  public Puller(LocalStore store) {
    this.store = store;
  }

  /** Pulls one batch. */
  public Round round(SyncTransport transport) {
    Optional<Cursor> cursor = store.cursor();
    long after = cursor.map(Cursor::seq).orElse(0L);
    Reply<PullAnswer> reply = transport.pull(after, cursor.map(Cursor::chain).orElse(""));
    if (!(reply instanceof Reply.Ok<PullAnswer>(PullAnswer answer))) {
      return Round.failed(reply);
    }
    if (!answer.cursor().workspace().equals(store.home())) {
      return new Round.Blocked(
          "SYN-02",
          "The server at this address now holds another workspace. Nothing was changed here.");
    }
    if (answer.cursor().seq() > after || cursor.isEmpty()) {
      store.apply(answer);
    }
    return new Round.Done(answer.changes().size(), answer.cursor().seq() < answer.head());
  }
}
