package dev.throughline.server.log;

import dev.throughline.model.access.Access;
import dev.throughline.model.access.ReservedIds;
import dev.throughline.model.access.Scope;
import dev.throughline.model.access.Scopes;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.comment.CommentRule;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Person;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.study.Study;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says which operations whoever pushes may not do, each by itself. */
final class Gate {
  private static final Set<String> SETTLED_BY_PEOPLE = Set.of("state", Conflict.RESOLUTION);
  private static final Set<String> NOT_WORK =
      Set.of(Conflict.KIND.name(), Person.KIND.name(), Grant.KIND.name(), Rescue.KIND.name());
  private static final Set<String> GRANT_NAMES = Set.of(Grant.PERSON, Grant.STUDY);

  private static final String RESERVED = "this id belongs to another record";

  private final GrantBook book;
  private final Function<RecordId, Optional<Scopes.Link>> links;
  private final SigningGate signing;

  /**
   * A gate for one group of operations.
   *
   * @param book what whoever pushes may do, as it is while the group is taken
   * @param links the way up from records as the group has left them
   * @param known a record as the group has left it
   * @param nowMillis the server's time, in milliseconds since the epoch
   */
  Gate(
      GrantBook book,
      Function<RecordId, Optional<Scopes.Link>> links,
      Function<RecordId, RecordState> known,
      long nowMillis) {
    this.book = book;
    this.links = links;
    this.signing = new SigningGate(known, nowMillis);
  }

  /** Where a record with these fields is. */
  Scope scope(RecordId record, String kind, Map<String, Value> fields) {
    return Scopes.scope(record, Scopes.link(kind, fields), links);
  }

  /** Why the operation may not be done; empty when it may, or when nobody knows its kind. */
  Optional<Merge.Refused> refusal(Op op, RecordState state) {
    if (book.asker().isServer() || Kinds.named(op.kind()).isEmpty()) {
      return Optional.empty();
    }
    Access access = book.access();
    if (op.kind().equals(Conflict.KIND.name())) {
      return conflict(access, op, state);
    }
    return odd(book.asker(), op, state)
        .or(
            () ->
                isFounded(op, state)
                    ? refusal(access.write(op.kind()))
                    : Stream.concat(before(op, state).stream(), Stream.of(after(op, state)))
                        .distinct()
                        .map(scope -> refusal(decide(access, scope, op, state)))
                        .flatMap(Optional::stream)
                        .findFirst());
  }

  /**
   * Why rescued work may not be taken in: an owner takes in what was done within their study. That
   * its author's roles allowed it was seen to when it was rescued.
   */
  Optional<Merge.Refused> beyond(Op op, RecordState state, RecordState rescue) {
    Optional<RecordId> study = new FieldMap(rescue.fields()).reference(Rescue.STUDY);
    Optional<Merge.Refused> unsaid =
        op.kind().equals(Comment.KIND.name()) && book.asker().person().isPresent()
            ? unsaid(op, state, Rescue.from(rescue.id(), rescue.fields()))
            : Optional.empty();
    if (unsaid.isPresent()) {
      return unsaid;
    }
    if (!isWork(op.kind())) {
      return refused("what is submitted or signed is taken in from its own author alone");
    }
    if (isSquatting(op, state)) {
      return refused(RESERVED);
    }
    return Stream.concat(before(op, state).stream(), Stream.of(after(op, state)))
            .allMatch(scope -> scope.isShared() || scope.study().equals(study))
        ? Optional.empty()
        : refused("some of it is in another study");
  }

  /** Why a rescued comment is not taken in: only what its own author said anew is. */
  private static Optional<Merge.Refused> unsaid(Op op, RecordState state, Rescue rescue) {
    if (!state.isAbsent() || op.action() != Action.EDIT) {
      return refused("of rescued work on comments only new ones are taken in");
    }
    Map<String, Value> written = written(op, state);
    Optional<RecordId> author =
        new FieldMap(written)
            .reference(Comment.AUTHOR)
            .filter(who -> rescue.person().filter(who::equals).isPresent());
    return author.isEmpty()
        ? refused("A comment is written under one's own name.")
        : CommentRule.refusal(Optional.empty(), written, op.action(), author)
            .flatMap(Gate::refused);
  }

  /** Whether work on records of this kind can be rescued at all. */
  static boolean isWork(String kind) {
    return Kinds.named(kind).isPresent() && !NOT_WORK.contains(kind) && !SigningGate.isItsOwn(kind);
  }

  /** Whoever makes a study owns it; so it needs no grant. */
  static boolean isFounded(Op op, RecordState state) {
    return state.isAbsent() && op.kind().equals(Study.KIND.name());
  }

  private static Access.Decision decide(Access access, Scope scope, Op op, RecordState state) {
    boolean changesSome = op.action() == Action.EDIT && !state.isAbsent();
    return changesSome
        ? access.writeAt(scope, op.kind(), op.fields().keySet())
        : access.writeAt(scope, op.kind());
  }

  private Optional<Scope> before(Op op, RecordState state) {
    return state.isAbsent()
        ? Optional.empty()
        : Optional.of(scope(op.record(), op.kind(), state.fields()));
  }

  private Scope after(Op op, RecordState state) {
    Map<String, Value> fields = new HashMap<>(state.fields());
    op.fields()
        .forEach(
            (name, change) -> {
              if (change instanceof FieldChange.Put(Value value)) {
                fields.put(name, value);
              }
            });
    return scope(op.record(), op.kind(), fields);
  }

  /** What no right helps with: records that say who people are and what they may see. */
  private Optional<Merge.Refused> odd(Asker asker, Op op, RecordState state) {
    if (isSquatting(op, state)) {
      return refused(RESERVED);
    }
    if (op.kind().equals(Rescue.KIND.name())) {
      boolean onlyState =
          !state.isAbsent()
              && op.action() == Action.EDIT
              && Set.of(Rescue.STATE).equals(op.fields().keySet());
      return onlyState
          ? Optional.empty()
          : refused("of rescued work only the state can be changed");
    }
    if (op.kind().equals(Person.KIND.name())) {
      if (op.action() == Action.TRASH && asker.person().filter(op.record()::equals).isPresent()) {
        return refused("nobody removes themselves; another key administrator does");
      }
      return op.fields().keySet().stream().anyMatch(Person.OF_SERVER::contains)
          ? refused("who a person is only the server writes")
          : Optional.empty();
    }
    if (op.kind().equals(Comment.KIND.name())) {
      Optional<Map<String, Value>> before =
          state.isAbsent() ? Optional.empty() : Optional.of(state.fields());
      return CommentRule.refusal(before, written(op, state), op.action(), asker.person())
          .flatMap(Gate::refused);
    }
    Optional<Merge.Refused> unsigned = signing.refusal(asker, op, state).flatMap(Gate::refused);
    if (unsigned.isPresent()) {
      return unsigned;
    }
    return op.kind().equals(Grant.KIND.name()) && !isSound(op, state)
        ? refused("a grant keeps its person and its study")
        : Optional.empty();
  }

  private static boolean isSquatting(Op op, RecordState state) {
    return state.isAbsent() && !ReservedIds.mayBeMade(op.record(), op.kind(), written(op, state));
  }

  /** What the fields an operation writes hold then; of a text, only that it is edited. */
  static Map<String, Value> written(Op op, RecordState state) {
    Map<String, Value> written = new HashMap<>();
    op.fields()
        .forEach(
            (name, change) -> {
              Value before = state.fields().getOrDefault(name, Value.NOTHING);
              written.put(
                  name,
                  switch (change) {
                    case FieldChange.Put(Value value) -> value;
                    case FieldChange.SetEdit edit -> edit.applyTo(before);
                    case FieldChange.TextEdit _, FieldChange.Count _ -> Value.NOTHING;
                  });
            });
    return written;
  }

  private static boolean isSound(Op op, RecordState state) {
    if (!state.isAbsent()) {
      return op.fields().keySet().stream()
          .filter(GRANT_NAMES::contains)
          .allMatch(name -> put(state, name).equals(op.fields().get(name)));
    }
    Map<String, Value> fields = new HashMap<>();
    op.fields()
        .forEach(
            (name, change) -> {
              if (change instanceof FieldChange.Put(Value value)) {
                fields.put(name, value);
              }
            });
    Grant grant = Grant.from(op.record(), fields);
    return op.record().equals(Grant.idOf(grant.person(), grant.study()));
  }

  private static FieldChange put(RecordState state, String name) {
    return FieldChange.put(state.fields().getOrDefault(name, Value.NOTHING));
  }

  /** People decide its state and resolution, who may write what it is about; the rest is proof. */
  private Optional<Merge.Refused> conflict(Access access, Op op, RecordState state) {
    boolean onlyState =
        !state.isAbsent()
            && op.action() == Action.EDIT
            && SETTLED_BY_PEOPLE.containsAll(op.fields().keySet());
    FieldMap about = new FieldMap(state.fields());
    return onlyState
        ? refusal(
            access.writeAt(
                scope(op.record(), op.kind(), state.fields()),
                about.text("recordKind"),
                Set.of(about.text("field"))))
        : refused("of a conflict only the state can be changed");
  }

  private static Optional<Merge.Refused> refusal(Access.Decision decision) {
    return switch (decision) {
      case Access.Decision.Allowed() -> Optional.empty();
      case Access.Decision.Refused(String why) -> refused(why);
    };
  }

  private static Optional<Merge.Refused> refused(String why) {
    return Optional.of(new Merge.Refused(ParkReason.NOT_ALLOWED, why));
  }
}
