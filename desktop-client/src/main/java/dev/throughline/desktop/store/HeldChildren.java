package dev.throughline.desktop.store;

import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Orphans;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps children of parked operations on this computer, with all of their group, until what they
 * belong to is settled; everything else goes its way.
 */
final class HeldChildren {
  private static final Set<WaitingState> TROUBLED = Set.of(WaitingState.PARKED, WaitingState.HELD);

  private final PendingOps pending;
  private final Bases bases;

  HeldChildren(PendingOps pending, Bases bases) {
    this.pending = pending;
    this.bases = bases;
  }

  /** Works out anew what is held back; cheap while nothing is parked. */
  void update(WorkspaceId workspace) throws SQLException {
    if (pending.count(workspace, TROUBLED, 1) == 0) {
      return;
    }
    List<Waiting> all = pending.unsettled(workspace, Integer.MAX_VALUE);
    Set<RecordId> absent = absent(all);
    Orphans orphans = new Orphans(absent::contains);
    // What was sent again has a higher number than what waited for it.
    Set<RecordId> ahead = new HashSet<>(absent);
    Set<RecordId> coming = new HashSet<>();
    List<Long> held = new ArrayList<>();
    List<Long> free = new ArrayList<>();
    for (List<Waiting> group : groups(all)) {
      group.forEach(waiting -> ahead.remove(waiting.op().record()));
      boolean isHeld =
          group.stream()
              .filter(HeldChildren::isHere)
              .map(Waiting::op)
              .anyMatch(op -> orphans.isChild(op) || Orphans.pointsTo(op, ahead));
      for (Waiting waiting : group) {
        boolean isAside = isHeld || waiting.state() == WaitingState.PARKED;
        if (!isAside) {
          coming.add(waiting.op().record());
        } else if (!coming.contains(waiting.op().record())) {
          orphans.parked(waiting.op());
        }
        (isHeld ? held : free).add(waiting.op().opNo());
      }
    }
    pending.move(held, WaitingState.WAITING, WaitingState.HELD);
    pending.move(free, WaitingState.HELD, WaitingState.WAITING);
  }

  /** Whether the operation surely never left this computer. */
  private static boolean isHere(Waiting waiting) {
    return waiting.state() == WaitingState.WAITING || waiting.state() == WaitingState.HELD;
  }

  /** Records the server has never heard of. */
  private Set<RecordId> absent(List<Waiting> all) throws SQLException {
    Set<RecordId> absent = new HashSet<>();
    for (Waiting waiting : all) {
      if (!isKnown(waiting.op().record())) {
        absent.add(waiting.op().record());
      }
    }
    return absent;
  }

  /**
   * Whether the server knows the record, as far as can be told here. After a rebuild of the store,
   * and before the pull that brings what was answered, its base does not tell; the operations do.
   */
  private boolean isKnown(RecordId record) throws SQLException {
    return bases.find(record).filter(base -> base.seq() > 0).isPresent()
        || pending.ofRecord(record).stream()
            .map(PendingOps.Row::waiting)
            .anyMatch(
                waiting -> waiting.op().baseSeq() > 0 || waiting.state() == WaitingState.ANSWERED);
  }

  private static List<List<Waiting>> groups(List<Waiting> all) {
    List<List<Waiting>> groups = new ArrayList<>();
    for (Waiting waiting : all) {
      boolean continues =
          !groups.isEmpty() && group(groups.getLast().getFirst()).equals(group(waiting));
      if (!continues) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(waiting);
    }
    return groups;
  }

  private static GroupId group(Waiting waiting) {
    Op op = waiting.op();
    return op.group();
  }
}
