package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.blob.store.BlobKey;
import dev.throughline.server.blob.store.BlobVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Blobs that were sent to their end. In a transaction that names the workspace. */
@Component
final class BlobRows {
  private static final String COLUMNS =
      """
      select workspace_id, id, record_id, role, version, size, digests, state, completed_at,
             kept_until
        from memory.blob
      """;

  private final JdbcClient sql;

  BlobRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** How many there are in a state, and their bytes. */
  record Amount(long count, long bytes, Optional<Instant> oldest) {}

  Optional<BlobRow> find(WorkspaceId workspace, UUID id) {
    return sql.sql(COLUMNS + "where workspace_id = ? and id = ?")
        .params(workspace.value(), id)
        .query((row, _) -> row(row))
        .optional();
  }

  /** The one that counts. */
  Optional<BlobRow> current(BlobKey key) {
    return all(key).stream().findFirst();
  }

  /** Those that are not deleted, newest first. */
  List<BlobRow> all(BlobKey key) {
    return sql.sql(
            COLUMNS
                + """
                where workspace_id = ? and record_id = ? and role = ? and state <> 'deleted'
                order by completed_at desc, state = 'damaged', id desc
                """)
        .params(key.workspace().value(), key.record().value(), key.role())
        .query((row, _) -> row(row))
        .list();
  }

  /** Those nobody has read back yet, oldest first. */
  List<BlobRow> unchecked(WorkspaceId workspace, int countMax) {
    return sql.sql(
            COLUMNS
                + """
                where workspace_id = ? and state = 'complete'
                order by completed_at limit ?
                """)
        .params(workspace.value(), countMax)
        .query((row, _) -> row(row))
        .list();
  }

  /** Whether it was added; else it is there. */
  boolean add(
      BlobVersion version, UUID id, BlobManifest manifest, RetentionClass its, Instant now) {
    return sql.sql(
                """
                insert into memory.blob
                  (workspace_id, id, record_id, role, version, blob_id, size, digests, class,
                   state, completed_at, kept_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'complete', ?, ?)
                on conflict do nothing
                """)
            .params(
                version.key().workspace().value(),
                id,
                version.key().record().value(),
                version.key().role(),
                version.name(),
                Digests.bytes(manifest.id()),
                manifest.size(),
                Digests.bytes(manifest.parts()),
                its.wireName(),
                now.atOffset(ZoneOffset.UTC))
            .param(its.mode().map(_ -> now.plus(its.time()).atOffset(ZoneOffset.UTC)).orElse(null))
            .update()
        > 0;
  }

  void mark(BlobRow blob, BlobRow.State state, Instant now) {
    sql.sql(
            """
            update memory.blob set state = ?, checked_at = ?
             where workspace_id = ? and id = ? and state <> 'deleted'
            """)
        .params(
            state.wireName(),
            now.atOffset(ZoneOffset.UTC),
            blob.version().key().workspace().value(),
            blob.id())
        .update();
  }

  Map<BlobRow.State, Amount> amounts(WorkspaceId workspace) {
    Map<BlobRow.State, Amount> amounts = new EnumMap<>(BlobRow.State.class);
    sql.sql(
            """
            select state, count(*) as count, coalesce(sum(size), 0) as bytes,
                   min(completed_at) as oldest
              from memory.blob where workspace_id = ? group by state
            """)
        .param(workspace.value())
        .query(
            row -> {
              amounts.put(
                  BlobRow.State.of(row.getString("state")),
                  new Amount(row.getLong("count"), row.getLong("bytes"), time(row, "oldest")));
            });
    return amounts;
  }

  private static BlobRow row(ResultSet row) throws SQLException {
    BlobKey key =
        new BlobKey(
            new WorkspaceId(row.getObject("workspace_id", UUID.class)),
            new RecordId(row.getObject("record_id", UUID.class)),
            row.getString("role"));
    return new BlobRow(
        row.getObject("id", UUID.class),
        new BlobVersion(key, row.getString("version")),
        Digests.manifest(row.getLong("size"), row.getBytes("digests")),
        BlobRow.State.of(row.getString("state")),
        time(row, "completed_at").orElseThrow(),
        time(row, "kept_until"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
