package dev.throughline.server.blob.hold;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.blob.store.BlobStore;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What holds mean for single blobs. In a transaction that names the workspace; whoever changes what
 * is held, or deletes, takes the lock first, so that nothing is deleted while it is put on hold.
 */
@Component
public final class Holding {
  private final JdbcClient sql;
  private final HoldRows rows;
  private final InstantSource clock;

  Holding(JdbcClient sql, HoldRows rows, InstantSource clock) {
    this.sql = sql;
    this.rows = rows;
    this.clock = clock;
  }

  /** Waits until nobody else changes holds of the workspace, and keeps them out to the end. */
  public void lock(WorkspaceId workspace) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended('holds ' || ?, 0))")
        .param(workspace.toString())
        .query(row -> {});
  }

  /** Brings a blob under the holds that reach it, and has the store hold it. */
  public void cover(WorkspaceId workspace, UUID blob, BlobStore store) {
    rows.cover(workspace, clock.instant());
    rows.held(workspace).stream()
        .filter(held -> held.id().equals(blob))
        .forEach(held -> store.hold(held.version(), true));
  }

  /** Whether a hold reaches a blob; for good, once it does. */
  public boolean isHeld(WorkspaceId workspace, UUID blob) {
    rows.cover(workspace, clock.instant());
    return rows.held(workspace).stream().anyMatch(held -> held.id().equals(blob));
  }
}
