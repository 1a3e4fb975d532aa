package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of the view: one per record, as the person sees it. */
public interface Records {
  Optional<RecordView> find(RecordId id) throws SQLException;

  /** Those of the records that are here, trash included. */
  Map<RecordId, RecordView> findAll(Collection<RecordId> ids) throws SQLException;

  /** The first children outside the trash, by rank and id. */
  List<RecordView> children(String kind, RecordId parent, int countMax) throws SQLException;

  /** The children outside the trash that follow this rank and id. */
  List<RecordView> childrenAfter(
      String kind, RecordId parent, String rank, RecordId id, int countMax) throws SQLException;

  /** Records of a kind outside the trash, highest rank first. */
  List<RecordView> newest(String kind, int skip, int countMax) throws SQLException;

  /** Every record of a workspace by id, trash included. */
  List<RecordView> all(WorkspaceId workspace, UUID after, int countMax) throws SQLException;

  int count(String kind, WorkspaceId workspace) throws SQLException;

  /** Puts views in, each in the place of the one with its id. */
  void put(Collection<RecordView> views) throws SQLException;

  /**
   * Puts in views of records that are not here yet.
   *
   * @throws AlreadyHere when one of them is
   */
  void add(Collection<RecordView> views) throws SQLException;

  void delete(RecordId id) throws SQLException;

  /** Moves all records of a workspace, and the operations on them, to another. */
  void rehome(WorkspaceId from, WorkspaceId to) throws SQLException;

  /**
   * Removes the records of a workspace that are of none of these kinds and have no unsettled work.
   *
   * @return those of none of these kinds that stay
   */
  Set<RecordId> keepOnly(WorkspaceId workspace, Set<String> kinds) throws SQLException;

  /** Records of a kind in a workspace by id, trash included; after the given id. */
  List<RecordView> ofKind(WorkspaceId workspace, String kind, UUID after, int countMax)
      throws SQLException;

  /** The ids of the records of a kind whose parent is one of these, trash included. */
  Set<RecordId> below(String kind, Collection<RecordId> parents) throws SQLException;

  /**
   * Removes those of the records that have no unsettled work.
   *
   * @return those that stay
   */
  Set<RecordId> forget(Collection<RecordId> ids) throws SQLException;

  /** Removes all records of a workspace, their bases and the operations on them. */
  void deleteWorkspace(WorkspaceId workspace) throws SQLException;
}
