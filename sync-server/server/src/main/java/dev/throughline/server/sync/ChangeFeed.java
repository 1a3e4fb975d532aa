package dev.throughline.server.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives the log out again, in whole commits, each record once per answer. */
@Component
final class ChangeFeed {
  /** Commits looked at for one answer. */
  private static final int COMMITS_MAX = 2_000;

  private final JdbcClient sql;
  private final ChangeLog log;

  ChangeFeed(JdbcClient sql, ChangeLog log) {
    this.sql = sql;
    this.log = log;
  }

  /**
   * What happened after {@code after}, or its beginning when that is much.
   *
   * @param chain the log's chain at {@code after} as the client knows it
   * @throws ProblemException when the client's past is not this log's
   */
  PullAnswer pull(Served served, long after, Optional<String> chain) {
    return log.inTransaction(
        served.workspace(),
        () -> {
          Head head = log.head(served.workspace());
          Head from = requireKnown(served.workspace(), after, chain);
          Head to = end(served.workspace(), from);
          List<Change> changes =
              after == to.seq() ? List.of() : changes(served.workspace(), after, to.seq());
          Cursor cursor =
              new Cursor(served.workspace(), served.epoch(), to.seq(), to.chain().hex());
          return new PullAnswer(after, cursor, Math.max(head.seq(), to.seq()), changes);
        });
  }

  /** Makes sure that the client stands where this log has been. Runs in a transaction. */
  Head requireKnown(WorkspaceId workspace, long after, Optional<String> chain) {
    Optional<Hash> ours =
        after == 0
            ? Optional.of(Hash.NONE)
            : sql.sql(
                    """
                    select chain from sync.change_commit
                     where workspace_id = ? and last_seq = ?
                    """)
                .param(workspace.value())
                .param(after)
                .query((row, _) -> Hash.of(row.getBytes("chain")))
                .optional();
    if (ours.isEmpty() || chain.filter(theirs -> !theirs.equals(ours.get().hex())).isPresent()) {
      throw new ProblemException(
          Problem.DIVERGED, "Entry " + after + " is not one this log stood at with that chain.");
    }
    return new Head(after, ours.get());
  }

  /** The last commit of the answer: the first beyond the byte aim, or the last there is. */
  private Head end(WorkspaceId workspace, Head from) {
    record Candidate(long seq, Hash chain, long bytes) {}
    List<Candidate> commits =
        sql.sql(
                """
                select last_seq, chain, payload_bytes from sync.change_commit
                 where workspace_id = ? and last_seq > ? order by last_seq limit ?
                """)
            .param(workspace.value())
            .param(from.seq())
            .param(COMMITS_MAX)
            .query(
                (row, _) ->
                    new Candidate(
                        row.getLong("last_seq"),
                        Hash.of(row.getBytes("chain")),
                        row.getLong("payload_bytes")))
            .list();
    Head end = from;
    long bytes = 0;
    for (Candidate commit : commits) {
      boolean isFull =
          bytes >= Protocol.PULL_BYTES_AIM || commit.seq() - from.seq() > Protocol.PULL_CHANGES_MAX;
      if (isFull && end != from) {
        break;
      }
      end = new Head(commit.seq(), commit.chain());
      bytes += commit.bytes();
    }
    return end;
  }

  private List<Change> changes(WorkspaceId workspace, long after, long to) {
    ChangeFold fold = new ChangeFold();
    sql.sql(
            """
            select seq, record_id, kind, author, device, payload, accepted_at from sync.change_log
             where workspace_id = ? and seq > ? and seq <= ? order by seq
            """)
        .param(workspace.value())
        .param(after)
        .param(to)
        .query(
            row -> {
              byte[] payload = row.getBytes("payload");
              UUID device = row.getObject("device", UUID.class);
              Payload what = payload == null ? Payload.erased() : Payload.of(payload);
              fold.add(
                  new Change(
                      row.getLong("seq"),
                      new RecordId(row.getObject("record_id", UUID.class)),
                      row.getString("kind"),
                      what.trashed(),
                      what.fields(),
                      row.getString("author"),
                      device == null ? GroupPlan.SERVER : device.toString(),
                      row.getObject("accepted_at", OffsetDateTime.class)
                          .toInstant()
                          .toEpochMilli()));
            });
    return fold.changes();
  }
}
