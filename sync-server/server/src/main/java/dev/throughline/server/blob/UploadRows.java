package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.blob.store.BlobKey;
import dev.throughline.server.blob.store.StoredPart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions and their parts. In a transaction that names the workspace. */
@Component
final class UploadRows {
  private static final String COLUMNS =
      "select workspace_id, id, record_id, role, handle, size, digests, state from memory.upload ";

  private final JdbcClient sql;

  UploadRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** Sums of what is there of a session. */
  record Amount(long parts, long bytes) {}

  Optional<UploadRow> find(WorkspaceId workspace, UUID id) {
    return sql.sql(COLUMNS + "where workspace_id = ? and id = ?")
        .params(workspace.value(), id)
        .query((row, _) -> row(row))
        .optional();
  }

  /** The session under way for a blob. */
  Optional<UploadRow> open(BlobKey key) {
    return sql.sql(
            COLUMNS + "where workspace_id = ? and record_id = ? and role = ? and state = 'open'")
        .params(key.workspace().value(), key.record().value(), key.role())
        .query((row, _) -> row(row))
        .optional();
  }

  /** Sessions under way: all of them, and those of one sender. */
  record OpenCount(long all, long ofOne) {}

  OpenCount openCount(WorkspaceId workspace, Sender sender) {
    return sql.sql(
            """
            select count(*) as of_all, count(*) filter (where opened_by = ?) as of_one
              from memory.upload where workspace_id = ? and state = 'open'
            """)
        .params(sender.id(), workspace.value())
        .query((row, _) -> new OpenCount(row.getLong("of_all"), row.getLong("of_one")))
        .single();
  }

  /** Whether it was added; else another one is under way. */
  boolean add(BlobKey key, UUID id, String handle, Sender sender, Instant now) {
    return sql.sql(
                """
                insert into memory.upload
                  (workspace_id, id, record_id, role, handle, state, opened_by, opened_at, touched_at)
                values (?, ?, ?, ?, ?, 'open', ?, ?, ?)
                on conflict do nothing
                """)
            .params(
                key.workspace().value(),
                id,
                key.record().value(),
                key.role(),
                handle,
                sender.id(),
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  void plan(UploadRow upload, BlobManifest manifest) {
    sql.sql("update memory.upload set size = ?, digests = ? where workspace_id = ? and id = ?")
        .params(
            manifest.size(),
            Digests.bytes(manifest.parts()),
            upload.key().workspace().value(),
            upload.id())
        .update();
  }

  void touch(UploadRow upload, Instant now) {
    sql.sql("update memory.upload set touched_at = ? where workspace_id = ? and id = ?")
        .params(now.atOffset(ZoneOffset.UTC), upload.key().workspace().value(), upload.id())
        .update();
  }

  void end(UploadRow upload, UploadRow.State state) {
    sql.sql("update memory.upload set state = ? where workspace_id = ? and id = ?")
        .params(state.wireName(), upload.key().workspace().value(), upload.id())
        .update();
  }

  void claim(UploadRow upload, DeviceId device, Instant now) {
    sql.sql(
            """
            insert into memory.upload_claim (workspace_id, upload_id, device, claimed_at)
            values (?, ?, ?, ?)
            on conflict (workspace_id, upload_id, device)
            do update set claimed_at = excluded.claimed_at
            """)
        .params(
            upload.key().workspace().value(),
            upload.id(),
            device.value(),
            now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void disclaim(UploadRow upload, DeviceId device) {
    sql.sql(
            """
            delete from memory.upload_claim
             where workspace_id = ? and upload_id = ? and device = ?
            """)
        .params(upload.key().workspace().value(), upload.id(), device.value())
        .update();
  }

  /** Whether a device still means to send the rest; one that was signed out for good does not. */
  boolean isClaimed(UploadRow upload) {
    return sql.sql(
            """
            select count(*) > 0 from memory.upload_claim as claim
             where claim.workspace_id = ? and claim.upload_id = ?
               and not exists (
                 select from sync.device
                  where device.workspace_id = claim.workspace_id
                    and device.device = claim.device and device.ended_at is not null)
            """)
        .params(upload.key().workspace().value(), upload.id())
        .query(Boolean.class)
        .single();
  }

  /** Open sessions nobody has sent anything in since then. */
  List<UploadRow> untouchedSince(WorkspaceId workspace, Instant then) {
    return sql.sql(COLUMNS + "where workspace_id = ? and state = 'open' and touched_at < ?")
        .params(workspace.value(), then.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row(row))
        .list();
  }

  void addPart(UploadRow upload, int index, String digest, long bytes) {
    sql.sql(
            """
            insert into memory.upload_part (workspace_id, upload_id, idx, digest, bytes)
            values (?, ?, ?, ?, ?)
            on conflict (workspace_id, upload_id, idx)
            do update set digest = excluded.digest, bytes = excluded.bytes
            """)
        .params(upload.key().workspace().value(), upload.id(), index, Digests.bytes(digest), bytes)
        .update();
  }

  List<StoredPart> parts(UploadRow upload) {
    return sql.sql(
            """
            select idx, digest, bytes from memory.upload_part
             where workspace_id = ? and upload_id = ? order by idx
            """)
        .params(upload.key().workspace().value(), upload.id())
        .query(
            (row, _) ->
                new StoredPart(
                    row.getInt("idx"),
                    row.getLong("bytes"),
                    Optional.of(Digests.text(row.getBytes("digest")))))
        .list();
  }

  Amount amount(UploadRow upload) {
    return sql.sql(
            """
            select count(*) as parts, coalesce(sum(bytes), 0) as bytes from memory.upload_part
             where workspace_id = ? and upload_id = ?
            """)
        .params(upload.key().workspace().value(), upload.id())
        .query((row, _) -> new Amount(row.getLong("parts"), row.getLong("bytes")))
        .single();
  }

  void forgetParts(UploadRow upload) {
    for (String table : List.of("memory.upload_part", "memory.upload_claim")) {
      sql.sql("delete from " + table + " where workspace_id = ? and upload_id = ?")
          .params(upload.key().workspace().value(), upload.id())
          .update();
    }
  }

  private static UploadRow row(ResultSet row) throws SQLException {
    byte[] digests = row.getBytes("digests");
    return new UploadRow(
        row.getObject("id", UUID.class),
        new BlobKey(
            new WorkspaceId(row.getObject("workspace_id", UUID.class)),
            new RecordId(row.getObject("record_id", UUID.class)),
            row.getString("role")),
        row.getString("handle"),
        digests == null
            ? Optional.empty()
            : Optional.of(Digests.manifest(row.getLong("size"), digests)),
        UploadRow.State.of(row.getString("state")));
  }
}
