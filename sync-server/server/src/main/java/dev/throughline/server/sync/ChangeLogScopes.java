package dev.throughline.server.sync;

import dev.throughline.model.access.Scope;
import dev.throughline.model.access.Scopes;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.people.Grant;
import dev.throughline.server.log.LogStore;
import dev.throughline.server.log.Move;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may see what, in Postgres. In a transaction that names the workspace. */
@Component
final class ChangeLogScopes {
  /** The field by which a record points up, chosen by its kind. */
  private static final String UP =
      Kinds.ALL.stream()
          .filter(kind -> !kind.parent().isEmpty())
          .map(kind -> "when '%s' then fields ->> '%s'".formatted(kind.name(), kind.parent()))
          .sorted()
          .collect(Collectors.joining(" ", "case kind ", " end"));

  private final JdbcClient sql;

  ChangeLogScopes(JdbcClient sql) {
    this.sql = sql;
  }

  List<Grant> grants(WorkspaceId workspace, Optional<RecordId> person) {
    return sql.sql(
            """
            select record_id, fields from sync.record_state
             where workspace_id = ? and kind = 'grant' and trash is null
               and (fields ->> 'person' is null or lower(fields ->> 'person') = ?)
            """)
        .param(workspace.value())
        .param(person.map(RecordId::toString).orElse(""))
        .query(
            (row, _) ->
                Grant.from(
                    new RecordId(row.getObject("record_id", UUID.class)),
                    StateJson.fields(row.getString("fields"))))
        .list();
  }

  /** The ids of records of a kind that are not in the trash and of which a field names a record. */
  List<RecordId> naming(WorkspaceId workspace, String kind, String field, RecordId record) {
    return sql.sql(
            """
            select record_id from sync.record_state
             where workspace_id = ? and kind = ? and fields ->> ? = ? and trash is null
            """)
        .param(workspace.value())
        .param(kind)
        .param(field)
        .param(record.toString())
        .query((row, _) -> new RecordId(row.getObject("record_id", UUID.class)))
        .list();
  }

  boolean isRemoved(WorkspaceId workspace, RecordId person) {
    return sql.sql(
            """
            select trash is not null from sync.record_state
             where workspace_id = ? and record_id = ?
            """)
        .param(workspace.value())
        .param(person.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  Map<RecordId, Scopes.Link> links(WorkspaceId workspace, Collection<RecordId> records) {
    Map<RecordId, Scopes.Link> links = new HashMap<>();
    sql.sql(
            """
            select record_id, kind, %s as up,
                   kind = 'interview' and fields ->> 'sensitivity' = 'restricted' as restricted
              from unnest(cast(? as uuid[])) as wanted(id)
              join sync.record_state on record_id = wanted.id
             where workspace_id = ?
            """
                .formatted(UP))
        .param(records.stream().map(RecordId::toString).collect(Collectors.joining(",", "{", "}")))
        .param(workspace.value())
        .query(
            row -> {
              links.put(
                  new RecordId(row.getObject("record_id", UUID.class)),
                  new Scopes.Link(
                      row.getString("kind"),
                      Optional.ofNullable(row.getString("up")).flatMap(ChangeLogScopes::id),
                      row.getBoolean("restricted")));
            });
    return links;
  }

  /** What is no id points nowhere, as it does for {@link Scopes#link}. */
  private static Optional<RecordId> id(String text) {
    try {
      return Optional.of(RecordId.of(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  void write(WorkspaceId workspace, Collection<Move> moves) {
    for (Move move : moves) {
      sql.sql(
              """
              insert into sync.scope_move
                (workspace_id, seq, record_id, kind, from_study, from_restricted, to_study,
                 to_restricted)
              values (?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .param(workspace.value())
          .param(move.seq())
          .param(move.record().value())
          .param(move.kind())
          .param(study(move.from()))
          .param(move.from().restricted())
          .param(study(move.to()))
          .param(move.to().restricted())
          .update();
    }
  }

  private static @Nullable UUID study(Scope scope) {
    return scope.study().map(RecordId::value).orElse(null);
  }

  List<Move> moves(WorkspaceId workspace, long after, long to) {
    return sql.sql(
            """
            select seq, record_id, kind, from_study, from_restricted, to_study, to_restricted
              from sync.scope_move
             where workspace_id = ? and seq > ? and seq <= ? order by seq
            """)
        .param(workspace.value())
        .param(after)
        .param(to)
        .query(
            (row, _) ->
                new Move(
                    row.getLong("seq"),
                    new RecordId(row.getObject("record_id", UUID.class)),
                    row.getString("kind"),
                    scope(row, "from"),
                    scope(row, "to")))
        .list();
  }

  List<LogStore.Way> ways(WorkspaceId workspace) {
    return sql.sql(
            """
            select from_study, from_restricted, to_study, to_restricted, max(seq) as seq
              from sync.scope_move where workspace_id = ? group by 1, 2, 3, 4
            """)
        .param(workspace.value())
        .query(
            (row, _) -> new LogStore.Way(scope(row, "from"), scope(row, "to"), row.getLong("seq")))
        .list();
  }

  private static Scope scope(ResultSet row, String end) throws SQLException {
    return new Scope(
        Optional.ofNullable(row.getObject(end + "_study", UUID.class)).map(RecordId::new),
        row.getBoolean(end + "_restricted"));
  }
}
