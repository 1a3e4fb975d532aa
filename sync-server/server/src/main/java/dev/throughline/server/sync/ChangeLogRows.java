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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the rows of a push, in batches. */
@Component
final class ChangeLogRows {
  private static final int BATCH = 500;

  private final JdbcTemplate jdbc;

  ChangeLogRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void write(WorkspaceId workspace, Effect effect, OffsetDateTime at) {
    for (Plan plan : effect.plans()) {
      for (Commit commit : plan.commits()) {
        insert(commit, plan.push(), at);
        insert(commit.entries(), commit.lastSeq(), plan.push(), at);
      }
    }
    insertStates(workspace.value(), effect.created());
    updateStates(workspace.value(), effect.updated());
    for (Plan plan : effect.plans()) {
      insertOutcomes(plan.push(), plan.firsts(), at);
      seen(plan.push(), at);
    }
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

  private void insert(List<LogEntry> entries, long commitLastSeq, Push push, OffsetDateTime at) {
    jdbc.batchUpdate(
        """
        insert into sync.change_log
          (workspace_id, seq, commit_last_seq, record_id, kind, op_id, device, op_no, author,
           payload, salt, commitment, accepted_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entries,
        BATCH,
        (row, entry) -> {
          @Nullable Op op = entry.op().orElse(null);
          row.setObject(1, push.workspace().value());
          row.setLong(2, entry.seq());
          row.setLong(3, commitLastSeq);
          row.setObject(4, entry.record().value());
          row.setString(5, entry.kind());
          row.setObject(6, op == null ? null : op.id().value(), java.sql.Types.OTHER);
          row.setObject(7, op == null ? null : push.device().value(), java.sql.Types.OTHER);
          row.setObject(8, op == null ? null : op.opNo(), java.sql.Types.BIGINT);
          row.setString(9, entry.author());
          row.setBytes(10, entry.payload());
          row.setBytes(11, entry.salt());
          row.setBytes(12, entry.commitment().bytes());
          row.setObject(13, at);
        });
  }

  /** A plain insert: only this push holds the head, so nobody else can have created the row. */
  private void insertStates(UUID workspace, List<RecordState> states) {
    jdbc.batchUpdate(
        """
        insert into sync.record_state (kind, seq, fields, stamps, trash, workspace_id, record_id)
        values (?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), ?, ?)
        """,
        states,
        BATCH,
        (row, state) -> {
          row.setString(1, state.kind());
          row.setLong(2, state.seq());
          row.setString(3, StateJson.fields(state.fields()));
          row.setString(4, StateJson.stamps(state.stamps()));
          row.setString(5, trash(state));
          row.setObject(6, workspace);
          row.setObject(7, state.id().value());
        });
  }

  private void updateStates(UUID workspace, List<RecordState> states) {
    jdbc.batchUpdate(
        """
        update sync.record_state
           set seq = ?, fields = cast(? as jsonb), stamps = cast(? as jsonb),
               trash = cast(? as jsonb)
         where workspace_id = ? and record_id = ?
        """,
        states,
        BATCH,
        (row, state) -> {
          row.setLong(1, state.seq());
          row.setString(2, StateJson.fields(state.fields()));
          row.setString(3, StateJson.stamps(state.stamps()));
          row.setString(4, trash(state));
          row.setObject(5, workspace);
          row.setObject(6, state.id().value());
        });
  }

  private void insertOutcomes(Push push, List<Plan.First> firsts, OffsetDateTime at) {
    jdbc.batchUpdate(
        """
        insert into sync.op_outcome
          (workspace_id, device, incarnation, op_no, op_id, outcome, payload, accepted_at)
        values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)
        """,
        firsts,
        BATCH,
        (row, first) -> {
          boolean isParked = first.outcome() instanceof Outcome.Parked;
          row.setObject(1, push.workspace().value());
          row.setObject(2, push.device().value());
          row.setLong(3, push.incarnation());
          row.setLong(4, first.op().opNo());
          row.setObject(5, first.op().id().value());
          row.setString(6, json(first));
          row.setBytes(7, isParked ? WireFormat.OP.encode(first.op(), Encoding.CBOR) : null);
          row.setObject(8, at);
        });
  }

  private static String json(Plan.First first) {
    return new String(
        WireFormat.OP_OUTCOME.encode(
            new OpOutcome(first.op().opNo(), first.outcome()), Encoding.JSON),
        StandardCharsets.UTF_8);
  }

  private static @Nullable String trash(RecordState state) {
    return state.trash().map(StateJson::stamp).orElse(null);
  }
}
