package dev.throughline.trials.memory;

import dev.throughline.desktop.store.PendingOps;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.desktop.store.WaitingState;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.trials.memory.MemoryTables.PendingRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Unsettled operations in memory. */
record MemoryPending(MemoryMedium medium) implements PendingOps {
  private static final Set<WaitingState> ASIDE = EnumSet.of(WaitingState.PARKED, WaitingState.HELD);

  @Override
  public List<Unsettled> after(long opNo, int countMax) {
    return medium.rows().pending().tailMap(opNo, false).values().stream()
        .limit(countMax)
        .map(row -> new Unsettled(row.row(), row.effectSeq()))
        .toList();
  }

  @Override
  public List<Row> ofRecord(RecordId id) {
    return medium.rows().pending().values().stream()
        .map(PendingRow::row)
        .filter(row -> row.waiting().op().record().equals(id))
        .toList();
  }

  @Override
  public List<Waiting> toPush(WorkspaceId workspace, int countMax) {
    return waiting(workspace, EnumSet.of(WaitingState.WAITING, WaitingState.SENT), countMax);
  }

  @Override
  public List<Waiting> unsettled(WorkspaceId workspace, int countMax) {
    return waiting(workspace, EnumSet.complementOf(EnumSet.of(WaitingState.ANSWERED)), countMax);
  }

  @Override
  public List<Waiting> aside(WorkspaceId workspace, int countMax) {
    return waiting(workspace, ASIDE, countMax);
  }

  @Override
  public List<RecordId> removeAside(Collection<Long> opNos) {
    List<RecordId> records = new ArrayList<>();
    for (long opNo : opNos) {
      PendingRow row = medium.rows().pending().get(opNo);
      if (row != null && ASIDE.contains(row.row().waiting().state())) {
        records.add(row.row().waiting().op().record());
        medium.changing().pending().remove(opNo);
      }
    }
    return records;
  }

  @Override
  public int count(WorkspaceId workspace, Set<WaitingState> states, int countMax) {
    return waiting(workspace, states, countMax).size();
  }

  @Override
  public void insert(Collection<Row> rows) {
    for (Row row : rows) {
      medium.changing().pending().put(row.waiting().op().opNo(), new PendingRow(row, 0));
    }
  }

  @Override
  public void move(Collection<Long> opNos, WaitingState from, WaitingState to) {
    for (long opNo : opNos) {
      PendingRow row = medium.rows().pending().get(opNo);
      if (row != null && row.row().waiting().state() == from) {
        Waiting waiting = row.row().waiting();
        put(row, to, row.effectSeq(), waiting.reason(), waiting.detail());
      }
    }
  }

  @Override
  public void markAnswered(long opNo, long effectSeq) {
    settle(opNo, WaitingState.ANSWERED, effectSeq, "", "");
  }

  @Override
  public void markParked(long opNo, String reason, String detail) {
    settle(opNo, WaitingState.PARKED, 0, reason, detail);
  }

  @Override
  public Map<Long, RecordId> answered(WorkspaceId workspace, long afterSeq, long toSeq) {
    Map<Long, RecordId> answered = new TreeMap<>();
    medium.rows().pending().values().stream()
        .filter(row -> row.row().waiting().workspace().equals(workspace))
        .filter(row -> row.row().waiting().state() == WaitingState.ANSWERED)
        .filter(row -> row.effectSeq() > afterSeq && row.effectSeq() <= toSeq)
        .map(row -> row.row().waiting().op())
        .forEach(op -> answered.put(op.opNo(), op.record()));
    return answered;
  }

  @Override
  public List<RecordId> removeArrived(WorkspaceId workspace, long cursor) {
    List<PendingRow> arrived =
        medium.rows().pending().values().stream()
            .filter(row -> row.row().waiting().workspace().equals(workspace))
            .filter(row -> row.row().waiting().state() == WaitingState.ANSWERED)
            .filter(row -> row.effectSeq() <= cursor)
            .toList();
    if (arrived.isEmpty()) {
      return List.of();
    }
    TreeMap<Long, PendingRow> rows = medium.changing().pending();
    arrived.forEach(row -> rows.remove(row.row().waiting().op().opNo()));
    return arrived.stream().map(row -> row.row().waiting().op().record()).distinct().toList();
  }

  @Override
  public void removeAnswered(Collection<RecordId> records) {
    medium
        .changing()
        .pending()
        .values()
        .removeIf(
            row ->
                row.row().waiting().state() == WaitingState.ANSWERED
                    && records.contains(row.row().waiting().op().record()));
  }

  private List<Waiting> waiting(WorkspaceId workspace, Set<WaitingState> states, int countMax) {
    return medium.rows().pending().values().stream()
        .map(row -> row.row().waiting())
        .filter(waiting -> waiting.workspace().equals(workspace))
        .filter(waiting -> states.contains(waiting.state()))
        .limit(countMax)
        .toList();
  }

  private void settle(long opNo, WaitingState state, long effectSeq, String reason, String detail) {
    PendingRow row = medium.rows().pending().get(opNo);
    if (row != null) {
      put(row, state, effectSeq, reason, detail);
    }
  }

  private void put(
      PendingRow row, WaitingState state, long effectSeq, String reason, String detail) {
    Waiting before = row.row().waiting();
    Waiting after =
        new Waiting(before.op(), before.workspace(), state, before.since(), reason, detail);
    medium
        .changing()
        .pending()
        .put(before.op().opNo(), new PendingRow(new Row(after, row.row().isGrouped()), effectSeq));
  }
}
