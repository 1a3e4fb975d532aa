package dev.throughline.desktop.sync;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.store.Ledger;
import java.time.InstantSource;

/** One complete round for scripts: hello, push until nothing waits, pull until nothing is new. */
public final class SyncRound {
  /** What a complete round came to. */
  public record Result(Round last, int pushed, int pulled, int parked) {}

  private SyncRound() {}

  /** Rights may change with what is pushed, and by others meanwhile; not for ever. */
  private static final int GREETINGS_MAX = 4;

  /** Runs a complete round on the calling thread, with the first workspace of the server. */
  public static Result complete(
      Ledger ledger, SyncTransport transport, String author, InstantSource clock)
      throws JournalException {
    return complete(ledger, transport, Self.called(author), clock);
  }

  /** Runs a complete round on the calling thread. */
  public static Result complete(
      Ledger ledger, SyncTransport transport, Self self, InstantSource clock)
      throws JournalException {
    int pushed = 0;
    int pulled = 0;
    Result result;
    int greetings = 0;
    do {
      result = once(ledger, transport, self, clock);
      pushed += result.pushed();
      pulled += result.pulled();
      greetings++;
    } while (result.last().equals(Round.RIGHTS_CHANGED) && greetings < GREETINGS_MAX);
    return new Result(result.last(), pushed, pulled, result.parked());
  }

  private static Result once(Ledger ledger, SyncTransport transport, Self self, InstantSource clock)
      throws JournalException {
    ServerClock serverClock = new ServerClock();
    Pusher pusher = new Pusher(ledger, self::author, serverClock);
    Puller puller = new Puller(ledger);
    Joining joining = new Joining(ledger, clock, serverClock);
    Round round = joining.greet(transport, self);
    int pushed = 0;
    int pulled = 0;
    boolean pushing = true;
    while (round instanceof Round.Done(_, boolean more) && (more || pushing)) {
      if (!more) {
        pushing = false;
        if (pushed == 0 && joining.isNothingNew()) {
          break;
        }
      }
      round = pushing ? pusher.round(transport) : puller.round(transport);
      if (round instanceof Round.Done(int moved, _)) {
        pushed += pushing ? moved : 0;
        pulled += pushing ? 0 : moved;
      }
    }
    return new Result(round, pushed, pulled, ledger.store().counts().parked());
  }
}
