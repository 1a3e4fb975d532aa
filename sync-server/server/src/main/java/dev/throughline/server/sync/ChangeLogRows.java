package dev.throughline.server.sync;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.log.Commit;
import dev.throughline.server.log.Effect;
import dev.throughline.server.log.LogEntry;
import dev.throughline.server.log.Plan;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the rows of pushes: each table in one statement that takes its columns as arrays, so that
 * the database plans once and reads once however many rows there are.
 */
@Component
final class ChangeLogRows {
  private final JdbcTemplate jdbc;
  private final AuditRows audit;

  ChangeLogRows(JdbcTemplate jdbc, AuditRows audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  void write(WorkspaceId workspace, Effect effect, OffsetDateTime at) {
    for (Plan plan : effect.plans()) {
      for (Commit commit : plan.commits()) {
        insert(commit, plan.push(), at);
      }
    }
    insertEntries(workspace, effect.plans(), at);
    insertStates(workspace, effect.created());
    updateStates(workspace, effect.updated());
    insertOutcomes(workspace, effect.plans(), at);
    effect.plans().forEach(plan -> seen(plan.push(), at));
    audit.append(workspace, effect.audit());
    if (effect.hasEntries()) {
      jdbc.update(
          "update sync.workspace_head set seq = ?, chain = ? where workspace_id = ?",
          effect.head().seq(),
          effect.head().chain().bytes(),
          workspace.value());
    }
  }

  private void seen(Push push, OffsetDateTime at) {
    long lastOpNo = push.ops().isEmpty() ? 0 : push.ops().getLast().opNo();
    seen(push.workspace(), push.device(), push.incarnation(), push.author(), at, lastOpNo);
    jdbc.update(
        """
        update sync.device set waiting = greatest(0, waiting - ?)
         where workspace_id = ? and device = ? and waiting > 0
        """,
        push.ops().size(),
        push.workspace().value(),
        push.device().value());
  }

  void seen(
      WorkspaceId workspace,
      DeviceId device,
      long incarnation,
      String author,
      OffsetDateTime at,
      long lastOpNo) {
    jdbc.update(
        """
        insert into sync.device as d
          (workspace_id, device, incarnation, author, last_seen, last_op_no)
        values (?, ?, ?, ?, ?, ?)
        on conflict (workspace_id, device) do update set
          incarnation = greatest(d.incarnation, excluded.incarnation),
          author = excluded.author,
          last_seen = greatest(d.last_seen, excluded.last_seen),
          last_op_no = greatest(d.last_op_no, excluded.last_op_no)
        """,
        workspace.value(),
        device.value(),
        incarnation,
        author,
        at,
        lastOpNo);
  }

  private void insert(Commit commit, Push push, OffsetDateTime at) {
    jdbc.update(
        """
        insert into sync.change_commit
          (workspace_id, last_seq, first_seq, device, incarnation, author, accepted_at,
           payload_bytes, digest, chain)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        push.workspace().value(),
        commit.lastSeq(),
        commit.firstSeq(),
        push.device().value(),
        push.incarnation(),
        push.author(),
        at,
        commit.payloadBytes(),
        commit.digest().bytes(),
        commit.chain().bytes());
  }

  private record Entry(LogEntry entry, long commitLastSeq, Push push) {
    @Nullable Op op() {
      return entry.op().orElse(null);
    }
  }

  private void insertEntries(WorkspaceId workspace, List<Plan> plans, OffsetDateTime at) {
    List<Entry> entries = new ArrayList<>();
    for (Plan plan : plans) {
      for (Commit commit : plan.commits()) {
        commit.entries().forEach(e -> entries.add(new Entry(e, commit.lastSeq(), plan.push())));
      }
    }
    new ColumnArrays<>(entries)
        .longs(row -> row.entry().seq())
        .longs(Entry::commitLastSeq)
        .uuids(row -> row.entry().record().value())
        .texts(row -> row.entry().kind())
        .uuids(row -> row.op() == null ? null : row.op().id().value())
        .uuids(row -> row.op() == null ? null : row.push().device().value())
        .longs(row -> row.op() == null ? null : row.op().opNo())
        .texts(row -> row.entry().author())
        .bytes(row -> row.entry().payload())
        .bytes(row -> row.entry().salt())
        .bytes(row -> row.entry().commitment().bytes())
        .execute(
            jdbc,
            """
            insert into sync.change_log
              (workspace_id, accepted_at, seq, commit_last_seq, record_id, kind, op_id, device,
               op_no, author, payload, salt, commitment)
            select ?, ?, entry.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as entry
            """,
            workspace.value(),
            at);
  }

  private static ColumnArrays<RecordState> columns(List<RecordState> states) {
    return new ColumnArrays<>(states)
        .uuids(state -> state.id().value())
        .texts(RecordState::kind)
        .longs(RecordState::seq)
        .texts(state -> StateJson.fields(state.fields()))
        .texts(state -> StateJson.stamps(state.stamps()))
        .texts(state -> state.trash().map(StateJson::stamp).orElse(null));
  }

  /** A plain insert: only this push holds the head, so nobody else can have created the row. */
  private void insertStates(WorkspaceId workspace, List<RecordState> states) {
    columns(states)
        .execute(
            jdbc,
            """
            insert into sync.record_state
              (workspace_id, record_id, kind, seq, fields, stamps, trash)
            select ?, id, kind, seq, cast(fields as jsonb), cast(stamps as jsonb),
                   cast(trash as jsonb)
              from unnest(?, ?, ?, ?, ?, ?) as state(id, kind, seq, fields, stamps, trash)
            """,
            workspace.value());
  }

  private void updateStates(WorkspaceId workspace, List<RecordState> states) {
    columns(states)
        .execute(
            jdbc,
            """
            with place as (select cast(? as uuid) as workspace)
            update sync.record_state as old
               set seq = state.seq, fields = cast(state.fields as jsonb),
                   stamps = cast(state.stamps as jsonb), trash = cast(state.trash as jsonb)
              from place, unnest(?, ?, ?, ?, ?, ?) as state(id, kind, seq, fields, stamps, trash)
             where old.workspace_id = place.workspace and old.record_id = state.id
            """,
            workspace.value());
  }

  private record First(Plan.First first, Push push) {}

  private void insertOutcomes(WorkspaceId workspace, List<Plan> plans, OffsetDateTime at) {
    List<First> firsts = new ArrayList<>();
    for (Plan plan : plans) {
      plan.firsts().forEach(first -> firsts.add(new First(first, plan.push())));
    }
    new ColumnArrays<>(firsts)
        .uuids(row -> row.push().device().value())
        .longs(row -> row.push().incarnation())
        .longs(row -> row.first().op().opNo())
        .uuids(row -> row.first().op().id().value())
        .texts(row -> json(row.first()))
        .bytes(row -> parked(row.first()))
        .execute(
            jdbc,
            """
            insert into sync.op_outcome
              (workspace_id, accepted_at, device, incarnation, op_no, op_id, outcome, payload)
            select ?, ?, device, incarnation, op_no, op_id, cast(outcome as jsonb), payload
              from unnest(?, ?, ?, ?, ?, ?)
                   as first(device, incarnation, op_no, op_id, outcome, payload)
            """,
            workspace.value(),
            at);
  }

  /** A parked operation is kept whole, so that nothing is lost. */
  private static byte @Nullable [] parked(Plan.First first) {
    return first.outcome() instanceof Outcome.Parked
        ? WireFormat.OP.encode(first.op(), Encoding.CBOR)
        : null;
  }

  private static String json(Plan.First first) {
    return new String(
        WireFormat.OP_OUTCOME.encode(
            new OpOutcome(first.op().opNo(), first.outcome()), Encoding.JSON),
        StandardCharsets.UTF_8);
  }
}
