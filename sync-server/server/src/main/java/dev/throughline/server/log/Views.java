package dev.throughline.server.log;

import dev.throughline.model.access.Access;
import dev.throughline.model.access.Grants;
import dev.throughline.model.access.Scope;
import dev.throughline.model.access.Scopes;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What of the log is within whose reach, as grants and places are now. In a transaction. */
final class Views {
  private final LogStore store;
  private final WorkspaceId workspace;

  Views(LogStore store, WorkspaceId workspace) {
    this.store = store;
    this.workspace = workspace;
  }

  Access access(Asker asker) {
    if (asker.byRole().roles().isEmpty()) {
      return asker.byRole();
    }
    boolean isRemoved =
        asker.person().filter(person -> store.isRemoved(workspace, person)).isPresent();
    return isRemoved
        ? Access.NOTHING
        : asker.byRole().within(Grants.of(store.grants(workspace, asker.person())));
  }

  Optional<Standing> standing(Asker asker) {
    Access access = access(asker);
    return access.standing(asker.person(), arrived(access));
  }

  String tag(Access access) {
    return access.tag(arrived(access));
  }

  /** The last entry by which something came within reach that was written before. */
  private long arrived(Access access) {
    if (access.isAlike()) {
      return 0;
    }
    return store.ways(workspace).stream()
        .filter(way -> access.readsMoreIn(way.to(), way.from()))
        .mapToLong(LogStore.Way::seq)
        .max()
        .orElse(0);
  }

  boolean mayRead(Asker asker, RecordId record) {
    Scopes.Link link = store.links(workspace, List.of(record)).get(record);
    if (link == null) {
      return false;
    }
    Access access = access(asker);
    return access.isAlike(link.kind())
        ? access.mayRead(link.kind())
        : access.mayRead(link.kind(), scope(record, ways(List.of(record))));
  }

  /** Those of the changes that are within reach. */
  List<Change> within(Access access, List<Change> changes) {
    List<RecordId> asked =
        changes.stream()
            .filter(change -> !access.isAlike(change.kind()))
            .map(Change::record)
            .toList();
    if (asked.isEmpty()) {
      return changes;
    }
    Map<RecordId, Scopes.Link> ways = ways(asked);
    return changes.stream()
        .filter(
            change ->
                access.isAlike(change.kind())
                    || access.mayRead(change.kind(), scope(change.record(), ways)))
        .toList();
  }

  /**
   * The changes, and what was moved out of reach meanwhile: also what one may not read, where one
   * reads what belongs to it.
   */
  List<Change> withGone(Access access, List<Change> changes, long after, long to) {
    List<Move> moves = store.moves(workspace, after, to);
    if (moves.isEmpty()) {
      return changes;
    }
    Map<RecordId, Scopes.Link> ways = ways(moves.stream().map(Move::record).toList());
    Map<RecordId, Change> gone = new HashMap<>();
    for (Move move : moves) {
      Scope now = scope(move.record(), ways);
      if (access.readsMoreIn(move.from(), now) && !access.mayRead(move.kind(), now)) {
        gone.put(move.record(), Change.gone(move.seq(), move.record(), move.kind()));
      }
    }
    List<Change> all = new ArrayList<>(changes);
    gone.values().stream().sorted(Comparator.comparingLong(Change::seq)).forEach(all::add);
    return all;
  }

  /** Where a record is now. */
  Scope scope(RecordId record) {
    return scope(record, ways(List.of(record)));
  }

  private static Scope scope(RecordId record, Map<RecordId, Scopes.Link> ways) {
    Scopes.Link link = ways.get(record);
    return link == null
        ? new Scope(Optional.of(record), true)
        : Scopes.scope(record, link, id -> Optional.ofNullable(ways.get(id)));
  }

  /** Every step of the way up from these records. */
  private Map<RecordId, Scopes.Link> ways(Collection<RecordId> records) {
    Map<RecordId, Scopes.Link> ways = new HashMap<>();
    Set<RecordId> next = new HashSet<>(records);
    for (int step = 0; step <= Scopes.STEPS_MAX && !next.isEmpty(); step++) {
      Map<RecordId, Scopes.Link> found = store.links(workspace, next);
      ways.putAll(found);
      next =
          found.values().stream()
              .flatMap(link -> link.next().stream())
              .filter(id -> !ways.containsKey(id))
              .collect(Collectors.toSet());
    }
    return ways;
  }
}
