package dev.throughline.server.sync;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.log.RandomBytes;
import dev.throughline.server.log.Served;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which workspaces there are, in Postgres. */
@Component
final class WorkspaceTable {
  private static final int EPOCH_BYTES = 8;

  private final JdbcClient sql;
  private final ChangeLog log;
  private final InstantSource clock;
  private final RandomBytes random;

  WorkspaceTable(JdbcClient sql, ChangeLog log, InstantSource clock, RandomBytes random) {
    this.sql = sql;
    this.log = log;
    this.clock = clock;
    this.random = random;
  }

  /** The one the first start made. */
  Optional<WorkspaceId> first() {
    return sql.sql("select workspace_id from sync.installation")
        .query(UUID.class)
        .optional()
        .map(WorkspaceId::new);
  }

  /** Every one, in the order they were made. */
  List<WorkspaceId> all() {
    return sql
        .sql("select workspace_id from sync.served order by place")
        .query(UUID.class)
        .list()
        .stream()
        .map(WorkspaceId::new)
        .toList();
  }

  Optional<Served> read(WorkspaceId workspace) {
    return log.inTransaction(
        workspace,
        () ->
            sql.sql("select name, epoch from sync.workspace where id = ?")
                .param(workspace.value())
                .query(
                    (row, _) ->
                        new Served(workspace, row.getString("name"), row.getString("epoch")))
                .optional());
  }

  /** Of two servers that start at once one wins here; the other leaves no trace. */
  void createFirst(WorkspaceId workspace, String name) {
    log.inTransaction(
        workspace,
        () -> {
          int won =
              sql.sql(
                      "insert into sync.installation (workspace_id) values (?) on conflict do"
                          + " nothing")
                  .param(workspace.value())
                  .update();
          return won == 1 && insert(workspace, name);
        });
  }

  /** Makes another one; whether there was none of that id before. */
  boolean create(WorkspaceId workspace, String name) {
    return log.inTransaction(workspace, () -> insert(workspace, name));
  }

  private boolean insert(WorkspaceId workspace, String name) {
    int made =
        sql.sql(
                """
                insert into sync.workspace (id, name, epoch, created_at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
            .param(workspace.value())
            .param(name)
            .param(HexFormat.of().formatHex(random.next(EPOCH_BYTES)))
            .param(clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (made == 1) {
      sql.sql("insert into sync.workspace_head (workspace_id, seq, chain) values (?, 0, '')")
          .param(workspace.value())
          .update();
      sql.sql("insert into sync.served (workspace_id) values (?)")
          .param(workspace.value())
          .update();
    }
    return made == 1;
  }
}
