package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operations that are not settled, in the order they were made. Text bases are kept inline. */
public interface PendingOps {
  /** A row, with whether it shares its group with others. */
  record Row(Waiting waiting, boolean isGrouped) {}

  /** A row with the server's number for its effect; 0 when it has none yet. */
  record Unsettled(Row row, long effectSeq) {}

  /** Operations of all workspaces and states with a higher number, by number. */
  List<Unsettled> after(long opNo, int countMax) throws SQLException;

  List<Row> ofRecord(RecordId id) throws SQLException;

  /** The rows of each of these records that has any; the lists may be changed. */
  default Map<RecordId, List<Row>> ofRecords(Collection<RecordId> ids) throws SQLException {
    Map<RecordId, List<Row>> found = new HashMap<>();
    for (RecordId id : ids) {
      List<Row> rows = ofRecord(id);
      if (!rows.isEmpty()) {
        found.put(id, new ArrayList<>(rows));
      }
    }
    return found;
  }

  /** Operations of a workspace that should be pushed, oldest first. */
  List<Waiting> toPush(WorkspaceId workspace, int countMax) throws SQLException;

  /** Operations of a workspace that have no effect on the server, oldest first. */
  List<Waiting> unsettled(WorkspaceId workspace, int countMax) throws SQLException;

  /** Operations of a workspace that are parked or held back with what is, oldest first. */
  List<Waiting> aside(WorkspaceId workspace, int countMax) throws SQLException;

  /** Removes those of the operations that are parked or held back; answers their records. */
  List<RecordId> removeAside(Collection<Long> opNos) throws SQLException;

  /** How many operations are in one of these states, counted up to a number that is enough. */
  int count(WorkspaceId workspace, Set<WaitingState> states, int countMax) throws SQLException;

  /** Puts rows in, each in the place of the one with its number. */
  void insert(Collection<Row> rows) throws SQLException;

  /** Moves operations from one state to another; those that are in none of the two stay. */
  void move(Collection<Long> opNos, WaitingState from, WaitingState to) throws SQLException;

  void markAnswered(long opNo, long effectSeq) throws SQLException;

  /** The same for many operations, each with the number of its effect. */
  default void markAnswered(Map<Long, Long> effectSeqs) throws SQLException {
    for (Map.Entry<Long, Long> answered : effectSeqs.entrySet()) {
      markAnswered(answered.getKey(), answered.getValue());
    }
  }

  void markParked(long opNo, String reason, String detail) throws SQLException;

  /** Answered operations with the records they are on, by where in the log their effect is. */
  Map<Long, RecordId> answered(WorkspaceId workspace, long afterSeq, long toSeq)
      throws SQLException;

  /** Removes the operations on these records that the server has taken. */
  void removeAnswered(Collection<RecordId> records) throws SQLException;

  /** Removes operations whose effect has been pulled; answers the records they were on. */
  List<RecordId> removeArrived(WorkspaceId workspace, long cursor) throws SQLException;
}
