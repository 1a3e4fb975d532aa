package dev.throughline.desktop.store;

import dev.throughline.desktop.platform.Ids;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.FieldChange.TextEdit;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.Removal;
import dev.throughline.model.sync.Splice;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes operations of drafts. Drops what changes nothing; refuses what does not fit its field. */
final class OpBuilder {
  private final LocalStore store;
  private final Ids ids;

  OpBuilder(LocalStore store, Ids ids) {
    this.store = store;
    this.ids = ids;
  }

  /** The drafts as one group; removals carry the person's word where they gave it. */
  List<Op> build(List<Draft> drafts, long opNoBefore, Hlc time, Optional<Removal> removal) {
    if (drafts.size() > Protocol.GROUP_OPS_MAX) {
      throw new IllegalArgumentException(
          "a group has at most " + Protocol.GROUP_OPS_MAX + " changes");
    }
    GroupId group = new GroupId(ids.next());
    List<Op> ops = new ArrayList<>();
    for (Draft draft : drafts) {
      Optional<RecordView> view = store.find(draft.record());
      Map<String, FieldChange> fields = fields(draft, view);
      Action action = draft instanceof Draft.Move(_, _, Action move) ? move : Action.EDIT;
      if (action == Action.TRASH) {
        removal.ifPresent(word -> fields.put(Removal.FIELD, FieldChange.put(word.toValue())));
      }
      if (action != Action.EDIT || !fields.isEmpty()) {
        ops.add(
            new Op(
                new OpId(ids.next()),
                opNoBefore + ops.size() + 1,
                group,
                time,
                draft.record(),
                draft.kind(),
                action,
                view.map(now -> baseSeq(draft, now)).orElse(0L),
                new TreeMap<>(fields)));
      }
    }
    return ops;
  }

  /** The record's number when it held what the person started from. */
  private long baseSeq(Draft draft, RecordView now) {
    if (!(draft instanceof Draft.Set set) || now.seq() == 0) {
      return now.seq();
    }
    return set.seen().entrySet().stream()
        .filter(seen -> !Earlier.isSame(seen.getValue(), value(now, seen.getKey())))
        .mapToLong(seen -> store.seqOf(now, seen.getKey(), seen.getValue()))
        .reduce(now.seq(), Math::min);
  }

  private static Value value(RecordView view, String field) {
    return view.fields().getOrDefault(field, Value.NOTHING);
  }

  /** The person's word for what these drafts remove. */
  static Removal removal(List<Draft> drafts) {
    return Removal.of(
        drafts.stream()
            .filter(draft -> draft instanceof Draft.Move(_, _, Action move) && move == Action.TRASH)
            .map(Draft::record)
            .toList());
  }

  /**
   * The same changes as new operations, in groups as they were. A command that was refused because
   * its record moved is asked for again on the record as it is now.
   *
   * @param meant whether the person confirmed what is removed
   */
  List<Op> again(List<Waiting> parked, long opNoBefore, Hlc time, boolean meant) {
    Map<GroupId, GroupId> groups = new HashMap<>();
    List<Op> ops = new ArrayList<>();
    for (Waiting waiting : parked) {
      Op op = waiting.op();
      boolean isStale = waiting.reason().equals(ParkReason.STALE.name());
      long baseSeq =
          isStale ? store.find(op.record()).map(RecordView::seq).orElse(0L) : op.baseSeq();
      ops.add(
          new Op(
              new OpId(ids.next()),
              opNoBefore + ops.size() + 1,
              groups.computeIfAbsent(op.group(), _ -> new GroupId(ids.next())),
              time,
              op.record(),
              op.kind(),
              op.action(),
              baseSeq,
              op.fields()));
    }
    return meant ? confirmed(ops) : ops;
  }

  private static List<Op> confirmed(List<Op> ops) {
    Map<GroupId, List<RecordId>> removed = new HashMap<>();
    ops.stream()
        .filter(op -> op.action() == Action.TRASH)
        .forEach(
            op -> removed.computeIfAbsent(op.group(), _ -> new ArrayList<>()).add(op.record()));
    return ops.stream().map(op -> confirmed(op, removed.get(op.group()))).toList();
  }

  private static Op confirmed(Op op, @Nullable List<RecordId> removed) {
    return op.action() == Action.TRASH && removed != null
        ? op.withFields(Map.of(Removal.FIELD, FieldChange.put(Removal.of(removed).toValue())))
        : op;
  }

  /** Where a group belongs: with the records it changes or points to, else at home. */
  WorkspaceId workspaceOf(List<Draft> drafts) {
    for (Draft draft : drafts) {
      Optional<RecordView> view = store.find(draft.record());
      if (view.isPresent()) {
        return view.get().workspace();
      }
      Optional<WorkspaceId> referenced =
          draft instanceof Draft.Set set ? referenced(set) : Optional.empty();
      if (referenced.isPresent()) {
        return referenced.get();
      }
    }
    return store.home();
  }

  private Optional<WorkspaceId> referenced(Draft.Set set) {
    return Kinds.named(set.kind()).stream()
        .flatMap(kind -> kind.fields().stream())
        .filter(field -> field.type() instanceof FieldType.Reference)
        .flatMap(field -> Optional.ofNullable(set.fields().get(field.name())).stream())
        .flatMap(
            value ->
                value instanceof Value.Text(String id)
                    ? Optional.of(id).stream()
                    : java.util.stream.Stream.<String>empty())
        .flatMap(id -> store.find(RecordId.of(id)).stream())
        .map(RecordView::workspace)
        .findFirst();
  }

  private Map<String, FieldChange> fields(Draft draft, Optional<RecordView> view) {
    Map<String, FieldChange> changes = new TreeMap<>();
    switch (draft) {
      case Draft.Set(_, String kind, Map<String, Value> fields, _) ->
          fields.forEach(
              (name, value) ->
                  change(kind, name, value, view, draft.record())
                      .ifPresent(change -> changes.put(name, change)));
      case Draft.Text(var record, String kind, String field, String before, String after) ->
          edit(record, kind, field, before, PlainText.clean(after))
              .ifPresent(change -> changes.put(field, change));
      case Draft.Move _ -> {}
    }
    return changes;
  }

  private Optional<FieldChange> change(
      String kind, String name, Value value, Optional<RecordView> view, RecordId record) {
    Optional<Field> field = Kinds.named(kind).flatMap(k -> k.field(name));
    field
        .flatMap(f -> f.type().problem(value))
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(name + " " + problem);
            });
    Value current = view.map(v -> value(v, name)).orElse(Value.NOTHING);
    if (view.isPresent() && current.equals(value)) {
      return Optional.empty();
    }
    return switch (field.map(Field::merge).orElse(MergePolicy.LATEST)) {
      case TEXT ->
          view.isPresent()
                  && current instanceof Value.Text(String before)
                  && value instanceof Value.Text(String after)
              ? edit(record, kind, name, before, after)
              : Optional.of(FieldChange.put(value));
      case SET -> Optional.of(FieldChange.SetEdit.between(current, value));
      case COUNTER -> Optional.of(new FieldChange.Count(number(value) - number(current)));
      case LATEST, ORDER, STRICTER, COMMAND, SCOPE -> Optional.of(FieldChange.put(value));
    };
  }

  private static long number(Value value) {
    return value instanceof Value.Whole(long number) ? number : 0;
  }

  private Optional<FieldChange> edit(
      RecordId record, String kind, String name, String before, String after) {
    if (before.equals(after)) {
      return Optional.empty();
    }
    // A text that was too long before is one that merging made so: what is typed in it is kept,
    // and the server keeps it aside until somebody shortens it.
    Optional<FieldType> type = Kinds.named(kind).flatMap(k -> k.field(name)).map(Field::type);
    type.flatMap(of -> of.problem(Value.text(after)))
        .filter(_ -> type.orElseThrow().problem(Value.text(before)).isEmpty())
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(name + " " + problem);
            });
    TextBase base =
        store
            .pendingBase(record, name, before)
            .<TextBase>map(known -> known)
            .orElseGet(() -> new TextBase.Inline(before));
    return Optional.of(new TextEdit(base, List.of(Splice.between(before, after))));
  }
}
