package dev.throughline.server.log;

import dev.throughline.model.access.Access;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.util.List;
import java.util.Optional;

/** Gives the log out again, in whole commits, each record once per answer. In a transaction. */
final class Feed {
  /** Commits looked at for one answer. */
  private static final int COMMITS_MAX = 2_000;

  private final LogStore store;
  private final Served served;
  private final Views views;

  Feed(LogStore store, Served served, Views views) {
    this.store = store;
    this.served = served;
    this.views = views;
  }

  /** Rights are read after the end of the answer, so they are never older than what they open. */
  PullAnswer pull(long after, Optional<String> chain, Optional<String> tag, Asker asker) {
    Head head = store.head(served.workspace());
    Head from = requireKnown(after, chain);
    Head to = end(from);
    Access access = views.access(asker);
    requireSame(views.tag(access), tag, after);
    Cursor cursor = new Cursor(served.workspace(), served.epoch(), to.seq(), to.chain().hex());
    return new PullAnswer(
        after, cursor, Math.max(head.seq(), to.seq()), changes(after, to.seq(), access));
  }

  /** What was pulled under other rights lacks what these would have brought, or has too much. */
  private static void requireSame(String tag, Optional<String> theirs, long after) {
    boolean isSame = theirs.map(tag::equals).orElse(after == 0 || tag.isEmpty());
    if (!isSame) {
      throw new ProblemException(
          Problem.RIGHTS_CHANGED, "Greet the server again to hear what you may read now.");
    }
  }

  void requireCommonPast(Cursor cursor) {
    served.require(cursor.workspace());
    if (!cursor.epoch().equals(served.epoch())) {
      throw new ProblemException(
          Problem.DIVERGED, "The server's log was begun anew since. " + Problem.DIVERGED_HELP);
    }
    requireKnown(cursor.seq(), Optional.of(cursor.chain()));
  }

  /** Makes sure that the client stands where this log has been. */
  private Head requireKnown(long after, Optional<String> chain) {
    Optional<Hash> ours =
        after == 0 ? Optional.of(Hash.NONE) : store.chainAt(served.workspace(), after);
    if (ours.isEmpty() || chain.filter(theirs -> !theirs.equals(ours.get().hex())).isPresent()) {
      throw new ProblemException(
          Problem.DIVERGED,
          "The server's log is not the one this profile knows. Most likely it was put back from an"
              + " older copy. "
              + Problem.DIVERGED_HELP);
    }
    return new Head(after, ours.get());
  }

  /** The last commit of the answer: the first beyond the byte aim, or the last there is. */
  private Head end(Head from) {
    Head end = from;
    long aim = from.seq() == 0 ? Protocol.FIRST_PULL_BYTES_AIM : Protocol.PULL_BYTES_AIM;
    long bytes = 0;
    for (LogStore.CommitMark commit :
        store.commitsAfter(served.workspace(), from.seq(), COMMITS_MAX)) {
      boolean isFull = bytes >= aim || commit.end().seq() - from.seq() > Protocol.PULL_CHANGES_MAX;
      if (isFull && end != from) {
        break;
      }
      end = commit.end();
      bytes += commit.bytes();
    }
    return end;
  }

  private List<Change> changes(long after, long to, Access access) {
    ChangeFold fold = new ChangeFold();
    if (after < to) {
      store.entries(
          served.workspace(),
          after,
          to,
          change -> {
            if (access.mayRead(change.kind())) {
              fold.add(change);
            }
          });
    }
    List<Change> within = views.within(access, fold.changes());
    return access.isAlike() ? within : views.withGone(access, within, after, to);
  }
}
