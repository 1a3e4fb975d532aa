package dev.throughline.server.sync;

import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.log.RandomBytes;
import dev.throughline.server.log.Served;
import dev.throughline.server.people.Callers;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one workspace that is served until sign-in exists; created at the first start. */
@Component
final class Workspaces {
  private static final Logger log = LoggerFactory.getLogger(Workspaces.class);
  private static final int EPOCH_BYTES = 8;

  private final Served served;

  Workspaces(
      JdbcClient sql,
      ChangeLog changes,
      Hints hints,
      Callers callers,
      SyncConfiguration.WorkspaceSettings settings,
      InstantSource clock,
      RandomBytes random) {
    WorkspaceId workspace =
        installed(sql)
            .orElseGet(
                () -> {
                  create(sql, changes, settings, clock, random);
                  return installed(sql).orElseThrow();
                });
    this.served = changes.inTransaction(workspace, () -> read(sql, workspace));
    long head = changes.inTransaction(workspace, () -> changes.head(workspace)).seq();
    hints.headMoved(head);
    log.info("Serving workspace {}, {} entries. {}", workspace, head, callers.notice());
  }

  Served served() {
    return served;
  }

  private static Optional<WorkspaceId> installed(JdbcClient sql) {
    return sql.sql("select workspace_id from sync.installation")
        .query(UUID.class)
        .optional()
        .map(WorkspaceId::new);
  }

  /** Of two servers that start at once one wins here; the other leaves no trace. */
  private static void create(
      JdbcClient sql,
      ChangeLog changes,
      SyncConfiguration.WorkspaceSettings settings,
      InstantSource clock,
      RandomBytes random) {
    var now = clock.instant();
    ByteBuffer seed = ByteBuffer.wrap(random.next(16));
    UUID id = Uuids.version7(now.toEpochMilli(), seed.getLong(), seed.getLong());
    changes.inTransaction(
        new WorkspaceId(id),
        () -> {
          int won =
              sql.sql(
                      "insert into sync.installation (workspace_id) values (?) on conflict do"
                          + " nothing")
                  .param(id)
                  .update();
          if (won == 1) {
            sql.sql("insert into sync.workspace (id, name, epoch, created_at) values (?, ?, ?, ?)")
                .param(id)
                .param(settings.name())
                .param(HexFormat.of().formatHex(random.next(EPOCH_BYTES)))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
            sql.sql("insert into sync.workspace_head (workspace_id, seq, chain) values (?, 0, '')")
                .param(id)
                .update();
          }
          return won;
        });
  }

  private static Served read(JdbcClient sql, WorkspaceId workspace) {
    return sql.sql("select name, epoch from sync.workspace where id = ?")
        .param(workspace.value())
        .query((row, _) -> new Served(workspace, row.getString("name"), row.getString("epoch")))
        .single();
  }
}
