package dev.throughline.desktop.sync;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.HeldBack;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.PullAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings what others wrote, batch by batch. Never waits for what is unsent. One thread at a time.
 */
public final class Puller {
  private final Ledger ledger;
  private final LocalStore store;
  private Optional<Ahead> ahead = Optional.empty();

  /** A pull that was begun while the one before it was taken in. */
  private record Ahead(
      SyncTransport transport,
      long after,
      String chain,
      String standing,
      Supplier<Reply<PullAnswer>> answer) {
    boolean isFor(SyncTransport now, long from, String with, String under) {
      return now == transport && from == after && with.equals(chain) && under.equals(standing);
    }
  }

  public Puller(Ledger ledger) {
    this.ledger = ledger;
    this.store = ledger.store();
  }

  /** Pulls one batch. */
  public Round round(SyncTransport transport) {
    String standing = store.rights().tag();
    Optional<Cursor> cursor = store.cursor();
    long after = cursor.map(Cursor::seq).orElse(0L);
    Reply<PullAnswer> reply =
        pull(transport, after, cursor.map(Cursor::chain).orElse(""), standing);
    if (!(reply instanceof Reply.Ok<PullAnswer>(PullAnswer answer))) {
      return Round.failed(reply);
    }
    if (!answer.cursor().workspace().equals(store.home())) {
      return new Round.Blocked(
          "SYN-02",
          "The server at this address now holds another workspace. Nothing was changed here.");
    }
    if (answer.cursor().seq() > after && answer.cursor().seq() < answer.head()) {
      begin(transport, answer.cursor(), standing);
    }
    if (answer.cursor().seq() > after || cursor.isEmpty()) {
      Optional<HeldBack> held;
      synchronized (store) {
        if (!store.rights().tag().equals(standing)) {
          // Asked for under other rights: it may tell too much, or too little.
          return new Round.Done(0, true);
        }
        held = store.apply(answer);
      }
      if (held.isPresent()) {
        return new Round.Held(held.get());
      }
    }
    return settled(answer);
  }

  private Reply<PullAnswer> pull(
      SyncTransport transport, long after, String chain, String standing) {
    Optional<Ahead> begun = ahead.filter(it -> it.isFor(transport, after, chain, standing));
    ahead = Optional.empty();
    return begun.map(Ahead::answer).orElse(() -> transport.pull(after, chain, standing)).get();
  }

  /** While this store writes, the server can read on. */
  private void begin(SyncTransport transport, Cursor next, String standing) {
    ahead =
        Optional.of(
            new Ahead(
                transport,
                next.seq(),
                next.chain(),
                standing,
                transport.pullAhead(next.seq(), next.chain(), standing)));
  }

  /** Gets out of the trash again what the person decided to keep. */
  private Round settled(PullAnswer answer) {
    List<Draft> kept = new ArrayList<>();
    store
        .findAll(store.brake().toRestore())
        .forEach((id, standing) -> kept.add(new Draft.Move(id, standing.kind(), Action.RESTORE)));
    for (int from = 0; from < kept.size(); from += Protocol.GROUP_OPS_MAX) {
      int to = Math.min(from + Protocol.GROUP_OPS_MAX, kept.size());
      SaveResult result = ledger.record(kept.subList(from, to));
      if (result instanceof SaveResult.NotSaved(String code, String sentence)) {
        return new Round.Blocked(code, sentence);
      }
    }
    store.brake().release();
    return new Round.Done(answer.changes().size(), answer.cursor().seq() < answer.head());
  }
}
