package dev.throughline.server.log;

import dev.throughline.model.access.Access;
import dev.throughline.model.access.Grants;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.sync.RecordState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The grants that count for whoever asks, and what they may do by them and their roles. */
final class GrantBook {
  private final Asker asker;
  private final Map<RecordId, Grant> grants;
  private boolean isRemoved;
  private Access access;

  private GrantBook(Asker asker, Map<RecordId, Grant> grants, boolean isRemoved) {
    this.asker = asker;
    this.grants = grants;
    this.isRemoved = isRemoved;
    this.access = read();
  }

  /**
   * The book of whoever asks.
   *
   * @param isRemoved whether they were removed from the workspace; then nothing counts
   */
  static GrantBook of(Asker asker, Collection<Grant> grants, boolean isRemoved) {
    Map<RecordId, Grant> byId = new HashMap<>();
    grants.forEach(grant -> byId.put(grant.id(), grant));
    return new GrantBook(asker, byId, isRemoved);
  }

  /** One that goes on from here and leaves this as it is. */
  GrantBook copy() {
    return new GrantBook(asker, new HashMap<>(grants), isRemoved);
  }

  Asker asker() {
    return asker;
  }

  Access access() {
    return access;
  }

  /** Takes a record's new state into account, if it is a grant or the person that counts here. */
  void note(RecordState state) {
    if (asker.person().filter(state.id()::equals).isPresent()) {
      isRemoved = state.trash().isPresent();
      access = read();
    }
    if (!state.kind().equals(Grant.KIND.name())) {
      return;
    }
    Grant grant = grant(state);
    if (grant.person().isEmpty() || grant.person().equals(asker.person())) {
      grants.put(grant.id(), grant);
      access = read();
    }
  }

  private Access read() {
    boolean isFree = asker.byRole().roles().isEmpty();
    return isRemoved && !isFree
        ? Access.NOTHING
        : asker.byRole().within(Grants.of(grants.values()));
  }

  /** A grant in the trash is withdrawn. */
  static Grant grant(RecordState state) {
    Grant grant = Grant.from(state.id(), state.fields());
    return state.trash().isEmpty()
        ? grant
        : new Grant(grant.id(), grant.person(), grant.study(), Level.NONE);
  }
}
