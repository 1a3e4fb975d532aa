package dev.throughline.desktop.store;

import dev.throughline.model.access.Access;
import dev.throughline.model.access.Grants;
import dev.throughline.model.access.Scope;
import dev.throughline.model.access.Scopes;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.people.Level;
import dev.throughline.model.study.Study;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.value.Value;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the records of this store belong, and which of them are out of whose reach. */
final class Reach {
  private static final int PAGE = 1_000;

  /**
   * Below these everything else is; a study itself is a root too. Comments are within reach only
   * with what they are about.
   */
  private static final List<String> ROOTS =
      Stream.concat(
              Kinds.ALL.stream().filter(Kind::isBelowStudy),
              Stream.of(Study.KIND, Topic.KIND, Comment.KIND))
          .map(Kind::name)
          .toList();

  private final Records records;
  private final Optional<Bases> bases;
  private final Map<RecordId, Optional<RecordView>> found = new HashMap<>();
  private final Map<RecordId, Map<String, Value>> drafted = new HashMap<>();
  private boolean isUnsure;

  private Reach(Records records, Optional<Bases> bases) {
    this.records = records;
    this.bases = bases;
  }

  /** Looks at records as the person sees them now; for the time of one transaction. */
  static Reach asShown(Records records) {
    return new Reach(records, Optional.empty());
  }

  /** Looks at records as the server said last, whatever one changed since without sending it. */
  static Reach asServerSaid(StoreMedium medium) {
    return new Reach(medium.records(), Optional.of(medium.bases()));
  }

  /** Takes what is about to be saved for saved. */
  void assume(RecordId record, Map<String, Value> fields) {
    drafted.put(record, fields);
  }

  /** The scope of a record with these fields. */
  Scope scope(RecordId record, String kind, Map<String, Value> fields) throws SQLException {
    Map<RecordId, Scopes.Link> way = new HashMap<>();
    Optional<RecordId> next = Scopes.link(kind, fields).next();
    for (int step = 0; step <= Scopes.STEPS_MAX && next.isPresent(); step++) {
      Optional<Scopes.Link> link = link(next.get());
      if (link.isEmpty()) {
        break;
      }
      way.put(next.get(), link.get());
      next = link.get().next();
    }
    return Scopes.scope(record, Scopes.link(kind, fields), id -> Optional.ofNullable(way.get(id)));
  }

  private Optional<Scopes.Link> link(RecordId id) throws SQLException {
    Optional<RecordView> view = view(id);
    if (view.isEmpty()) {
      // A new record of the same gesture: only an interview has others below it at once.
      return Optional.ofNullable(drafted.get(id)).map(fields -> Scopes.link("interview", fields));
    }
    Map<String, Value> fields = new HashMap<>(view.get().fields());
    fields.putAll(drafted.getOrDefault(id, Map.of()));
    return Optional.of(Scopes.link(view.get().kind(), fields));
  }

  Optional<RecordView> view(RecordId id) throws SQLException {
    Optional<RecordView> known = found.get(id);
    if (known == null) {
      Optional<RecordView> shown = records.find(id);
      known = shown.isPresent() ? Optional.of(said(shown.get())) : shown;
      found.put(id, known);
    }
    return known;
  }

  private RecordView said(RecordView view) throws SQLException {
    if (bases.isEmpty() || view.waiting() == 0) {
      return view;
    }
    Optional<Bases.Base> base = bases.get().find(view.id());
    return base.isEmpty() || base.get().seq() == 0
        ? view
        : new RecordView(
            view.id(),
            view.kind(),
            view.workspace(),
            view.seq(),
            view.trashed(),
            base.get().fields(),
            view.waiting(),
            view.changedAtMillis());
  }

  /** The rights in a scope: a study one made and nobody else has heard of is one's own. */
  Access at(Scope scope, Access access) throws SQLException {
    if (scope.study().isEmpty()) {
      return access;
    }
    RecordId study = scope.study().get();
    boolean isFresh =
        drafted.containsKey(study)
            || view(study).filter(it -> it.seq() == 0 && isStudy(it)).isPresent();
    Grants own = access.grants().and(study, Level.OWNER);
    return isFresh ? access.within(own) : access;
  }

  /** Whether what a record points up to is not here; then only the server knows its scope. */
  private boolean isBroken(String kind, RecordView view) throws SQLException {
    Optional<RecordId> next = Scopes.link(kind, view.fields()).next();
    return next.isPresent() && view(next.get()).isEmpty();
  }

  /** Whether some of what was found beyond may be within reach after all. */
  boolean isUnsure() {
    return isUnsure;
  }

  private static boolean isStudy(RecordView view) {
    return view.kind().equals(Study.KIND.name());
  }

  /** Records of a workspace that one may not read with these rights, and all below them. */
  Set<RecordId> beyond(WorkspaceId workspace, Access access) throws SQLException {
    Set<RecordId> beyond = new TreeSet<>();
    for (String kind : ROOTS) {
      if (access.isAlike(kind)) {
        continue;
      }
      UUID after = new UUID(0, 0);
      List<RecordView> page;
      do {
        page = records.ofKind(workspace, kind, after, PAGE);
        for (RecordView view : page) {
          Scope scope = scope(view.id(), kind, said(view).fields());
          if (!at(scope, access).mayRead(kind, scope)) {
            beyond.add(view.id());
            isUnsure |= isBroken(kind, view);
          }
          after = view.id().value();
        }
      } while (page.size() == PAGE);
    }
    // What is judged by itself does not go along with what it was put below without being sent.
    return withBelow(beyond, Set.copyOf(ROOTS));
  }

  /** These records, and everything that belongs to them. */
  Set<RecordId> withBelow(Set<RecordId> tops) throws SQLException {
    return withBelow(tops, Set.of());
  }

  private Set<RecordId> withBelow(Set<RecordId> tops, Set<String> but) throws SQLException {
    Set<RecordId> all = new TreeSet<>(tops);
    Set<RecordId> level = tops;
    for (int step = 0; step <= Scopes.STEPS_MAX && !level.isEmpty(); step++) {
      Set<RecordId> next = new TreeSet<>();
      for (Kind kind : Kinds.ALL) {
        if (!but.contains(kind.name())) {
          next.addAll(records.below(kind.name(), level));
        }
      }
      next.removeAll(all);
      all.addAll(next);
      level = next;
    }
    return all;
  }
}
