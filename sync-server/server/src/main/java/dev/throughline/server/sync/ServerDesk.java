package dev.throughline.server.sync;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.log.Aftermath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records for what the server does by itself, whoever is signed in. */
@Component
public final class ServerDesk {
  private final Workspaces workspaces;
  private final ChangeLog log;
  private final JdbcClient sql;

  ServerDesk(Workspaces workspaces, ChangeLog log, JdbcClient sql) {
    this.workspaces = workspaces;
    this.log = log;
    this.sql = sql;
  }

  /** Every workspace there is. */
  public List<WorkspaceId> workspaces() {
    return workspaces.all();
  }

  /**
   * Decides something under the lock of the head of a workspace; what it wrote is durable when this
   * returns. May be run again when the database gives a transaction up.
   *
   * @return what the last run returned
   */
  public <T> T act(WorkspaceId workspace, Function<Aftermath.Records, T> decision) {
    List<T> results = new ArrayList<>();
    workspaces.of(workspace).hand().act(records -> results.add(decision.apply(records)));
    return results.getLast();
  }

  /** The same for a decision that has nothing to say. */
  public void run(WorkspaceId workspace, Consumer<Aftermath.Records> decision) {
    workspaces.of(workspace).hand().act(decision::accept);
  }

  /**
   * What a field of records of a kind says, each once, where another field holds one of these
   * texts; of no text, of all records. Not of those in the trash.
   */
  public List<String> said(
      WorkspaceId workspace, String kind, String wanted, String field, List<String> texts) {
    return log.inTransaction(
        workspace,
        () ->
            sql.sql(
                    """
                    select distinct fields ->> :wanted as said from sync.record_state
                     where workspace_id = :workspace and kind = :kind and trash is null
                       and (:all or fields ->> :field in (:texts))
                     order by said
                    """)
                .param("workspace", workspace.value())
                .params(Map.of("kind", kind, "wanted", wanted, "field", field))
                .param("all", texts.isEmpty())
                .param("texts", texts.isEmpty() ? List.of("") : texts)
                .query(String.class)
                .list());
  }
}
