package dev.throughline.server.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.RecordHistory;
import dev.throughline.server.log.LogEntry;
import dev.throughline.server.log.Payload;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out what the log says of one record, by the index that finds a record's entries. */
@Component
final class HistoryFeed {
  /** Bytes of payload one answer aims at. */
  private static final int BYTES_AIM = 1 << 20;

  private final JdbcClient sql;
  private final ChangeLog log;

  HistoryFeed(JdbcClient sql, ChangeLog log) {
    this.sql = sql;
    this.log = log;
  }

  /** The entries before a number, newest first: so many, or fewer when they are long. */
  RecordHistory history(WorkspaceId workspace, RecordId record, long before, int limit) {
    return log.inTransaction(
        workspace,
        () -> {
          List<Long> shown = shown(workspace, record, before, limit);
          List<RecordHistory.Entry> entries =
              shown.isEmpty() ? List.of() : entries(workspace, record, before, shown.getLast());
          boolean more =
              !shown.isEmpty() && !shown(workspace, record, shown.getLast(), 1).isEmpty();
          return new RecordHistory(record, entries, more);
        });
  }

  /** Numbers of the entries of one answer: at least one, and no more than fit its bytes. */
  private List<Long> shown(WorkspaceId workspace, RecordId record, long before, int limit) {
    record Weighed(long seq, long bytes) {}
    List<Weighed> all =
        sql.sql(
                """
                select seq, coalesce(octet_length(payload), 0) as bytes from sync.change_log
                 where workspace_id = ? and record_id = ? and seq < ?
                 order by seq desc limit ?
                """)
            .param(workspace.value())
            .param(record.value())
            .param(before)
            .param(limit)
            .query((row, _) -> new Weighed(row.getLong("seq"), row.getLong("bytes")))
            .list();
    long bytes = 0;
    int count = 0;
    for (Weighed entry : all) {
      bytes += entry.bytes();
      if (count > 0 && bytes > BYTES_AIM) {
        break;
      }
      count++;
    }
    return all.subList(0, count).stream().map(Weighed::seq).toList();
  }

  private List<RecordHistory.Entry> entries(
      WorkspaceId workspace, RecordId record, long before, long last) {
    return sql.sql(
            """
            select seq, author, device, payload, accepted_at from sync.change_log
             where workspace_id = ? and record_id = ? and seq < ? and seq >= ?
             order by seq desc
            """)
        .param(workspace.value())
        .param(record.value())
        .param(before)
        .param(last)
        .query((row, _) -> entry(row))
        .list();
  }

  private static RecordHistory.Entry entry(ResultSet row) throws SQLException {
    byte[] payload = row.getBytes("payload");
    UUID device = row.getObject("device", UUID.class);
    Payload what = payload == null ? Payload.erased() : Payload.of(payload);
    return new RecordHistory.Entry(
        row.getLong("seq"),
        row.getString("author"),
        device == null ? LogEntry.SERVER : device.toString(),
        row.getObject("accepted_at", OffsetDateTime.class).toInstant().toEpochMilli(),
        what.trashed(),
        payload == null,
        what.fields());
  }
}
