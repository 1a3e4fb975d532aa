package dev.throughline.server.sync;

import dev.throughline.model.access.Access;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.ServerHand;
import dev.throughline.server.log.SyncCore;
import dev.throughline.server.people.Caller;
import dev.throughline.server.people.Callers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records for routes that are not those of sync. What is written here passes the same gate into the
 * same log as what desktops push, under the rights of whoever asks.
 */
@Component
public final class RecordDesk {
  /** What others are told of who wrote, where nobody signs in. */
  private static final String NOBODY = "Another system";

  private final Askers askers;
  private final Callers callers;
  private final ChangeLog log;
  private final JdbcClient sql;

  RecordDesk(Askers askers, Callers callers, ChangeLog log, JdbcClient sql) {
    this.askers = askers;
    this.callers = callers;
    this.log = log;
    this.sql = sql;
  }

  /** A record that is not in the trash. */
  public record Found(RecordId id, SortedMap<String, Value> fields) {
    /** From a row with {@code record_id} and {@code fields}. */
    static Found of(ResultSet row) throws SQLException {
      return new Found(
          new RecordId(row.getObject("record_id", UUID.class)),
          StateJson.fields(row.getString("fields")));
    }
  }

  /**
   * A record that is to be made.
   *
   * @param once the same for the same wish, however often it comes
   */
  public record Wanted(OpId once, RecordId record, String kind, Map<String, Value> fields) {}

  /** What became of making a record. */
  public sealed interface Made {
    /** It is there now. */
    record Fresh() implements Made {}

    /** The same was asked for before, and is there. */
    record Before() implements Made {}

    /** The record is there, made by another wish. */
    record Taken() implements Made {}

    /** It may not be made, or is not sound; a sentence says why. */
    record Refused(String why) implements Made {}
  }

  /**
   * Lets whoever asks into a workspace, the first when none is named.
   *
   * @throws dev.throughline.server.http.ProblemException when they have no role here or are not in
   *     the workspace
   */
  public Opened open(Optional<WorkspaceId> workspace) {
    Askers.Entered entered = askers.greet(workspace);
    return new Opened(entered, callers.current().map(Caller::name).orElse(NOBODY));
  }

  /** A workspace as whoever asks may use it. */
  public final class Opened {
    private final Askers.Entered entered;
    private final String author;

    private Opened(Askers.Entered entered, String author) {
      this.entered = entered;
      this.author = author;
    }

    public WorkspaceId workspace() {
      return entered.workspace().id();
    }

    /** The record of whoever asks; empty where nobody signs in. */
    public Optional<RecordId> person() {
      return entered.asker().person();
    }

    /** What whoever asks may do here now. */
    public Access access() {
      return entered.workspace().core().access(entered.asker());
    }

    /** Whether the record is there and may be read. */
    public boolean mayRead(RecordId record) {
      return entered.workspace().core().mayRead(entered.asker(), record);
    }

    /** Whether every field of the record may be written, as far as roles and grants say. */
    public boolean mayWrite(String kind, RecordId record) {
      SyncCore core = entered.workspace().core();
      return core.access(entered.asker()).writeAt(core.scope(record), kind)
          instanceof Access.Decision.Allowed;
    }

    /** Whether the record is, or is part of, a restricted interview. */
    public boolean isRestricted(RecordId record) {
      return entered.workspace().core().scope(record).restricted();
    }

    /**
     * Makes a record, once.
     *
     * @param once the same for the same wish, however often it comes
     */
    public Made make(OpId once, RecordId record, String kind, Map<String, Value> fields) {
      return make(List.of(new Wanted(once, record, kind, fields)));
    }

    /** Makes a record and what belongs to it, once: all of them or none. */
    public Made make(List<Wanted> wanted) {
      List<ServerHand.Wanted> all =
          wanted.stream()
              .map(one -> new ServerHand.Wanted(one.once(), one.record(), one.kind(), one.fields()))
              .toList();
      return switch (entered.workspace().hand().make(entered.asker(), author, all)) {
        case ServerHand.Once.Before() -> new Made.Before();
        case ServerHand.Once.Taken() -> new Made.Taken();
        case ServerHand.Once.Now(Outcome.Parked parked) -> new Made.Refused(parked.detail());
        case ServerHand.Once.Now(Outcome.Duplicate _) -> new Made.Before();
        case ServerHand.Once.Now(Outcome _) -> new Made.Fresh();
      };
    }

    /**
     * The operation by which whoever asks makes something once, by a key of theirs alone: who asks
     * for something else under it is told apart by {@link #madeBy}.
     */
    public OpId once(String what, String key) {
      String who = callers.current().map(Caller::subject).orElse("");
      return new OpId(
          Uuids.derived(String.join("\n", "once", what, workspace().toString(), who, key)));
    }

    /** The record an operation has made, in the trash too; empty when none was taken in. */
    public Optional<RecordId> madeBy(OpId once) {
      return log.inTransaction(
          workspace(),
          () ->
              sql.sql(
                      """
                      select record_id from sync.op_outcome as known
                        join sync.change_log as entry
                          on entry.workspace_id = known.workspace_id
                         and entry.seq = cast(known.outcome -> 1 ->> 'seq' as bigint)
                       where known.workspace_id = :workspace and known.op_id = :once
                      """)
                  .param("workspace", workspace().value())
                  .param("once", once.value())
                  .query(UUID.class)
                  .optional()
                  .map(RecordId::new));
    }

    /** One record; empty when it is not there, lies in the trash or is of another kind. */
    public Optional<Found> find(String kind, RecordId record) {
      return query(
              """
              select record_id, fields from sync.record_state
               where workspace_id = :workspace and record_id = :record and kind = :kind
                 and trash is null
              """,
              Map.of("record", record.value(), "kind", kind))
          .stream()
          .findFirst();
    }

    /** One record, in the trash or not; empty when it is not there or of another kind. */
    public Optional<Found> known(String kind, RecordId record) {
      return query(
              """
              select record_id, fields from sync.record_state
               where workspace_id = :workspace and record_id = :record and kind = :kind
              """,
              Map.of("record", record.value(), "kind", kind))
          .stream()
          .findFirst();
    }

    /** Records of a kind in the order of their ids, those after one of them. */
    public List<Found> page(String kind, UUID after, int countMax) {
      return query(
          """
          select record_id, fields from sync.record_state
           where workspace_id = :workspace and kind = :kind and record_id > :after
             and trash is null
           order by record_id limit :limit
          """,
          Map.of("kind", kind, "after", after, "limit", countMax));
    }

    /** Records of a kind that name one of these in a field. */
    public List<Found> naming(String kind, String field, List<RecordId> records) {
      return records.isEmpty()
          ? List.of()
          : query(
              """
              select record_id, fields from sync.record_state
               where workspace_id = :workspace and kind = :kind and fields ->> :field in (:ids)
                 and trash is null
              """,
              Map.of(
                  "kind",
                  kind,
                  "field",
                  field,
                  "ids",
                  records.stream().map(String::valueOf).toList()));
    }

    private List<Found> query(String text, Map<String, Object> parameters) {
      WorkspaceId workspace = entered.workspace().id();
      return log.inTransaction(
          workspace,
          () ->
              sql.sql(text)
                  .param("workspace", workspace.value())
                  .params(parameters)
                  .query((row, _) -> Found.of(row))
                  .list());
    }
  }
}
