package dev.throughline.model.sync;

import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Works through the fields of one edit; holds what has been decided so far. */
final class FieldMerge {
  private static final int UNKNOWN_FIELD_NAME_MAX = 100;

  private final Kind kind;
  private final RecordState state;
  final Op op;
  private final Merge.Writer writer;
  private final Stamp mine;
  private final Merge.Past past;
  private final TreeMap<String, Value> fields;
  private final TreeMap<String, Stamp> stamps;
  private final TreeMap<String, Value> changed = new TreeMap<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private boolean merged;

  FieldMerge(Kind kind, RecordState state, Op op, Merge.Writer writer, long seq, Merge.Past past) {
    this.kind = kind;
    this.state = state;
    this.op = op;
    this.writer = writer;
    this.mine = Merge.stamp(op, writer, seq);
    this.past = past;
    this.fields = new TreeMap<>(state.fields());
    this.stamps = new TreeMap<>(state.stamps());
  }

  /** Takes one field's change in; answers why not when it cannot. */
  Optional<Merge.Refused> take(String name, FieldChange change) {
    Optional<Field> field = kind.field(name);
    if (field.isEmpty() && name.length() > UNKNOWN_FIELD_NAME_MAX) {
      return refused(ParkReason.INVALID, "a field name is too long");
    }
    return switch (change) {
      case FieldChange.Put(Value value) when isTextPut(field, value) ->
          takeText(name, field, baseOf(name).orElse(""), ((Value.Text) value).value());
      case FieldChange.Put(Value value) -> takeValue(name, field, value);
      case FieldChange.TextEdit edit -> takeEdit(name, field, edit);
    };
  }

  Merge.Result result() {
    if (fields.size() > Kind.FIELDS_MAX) {
      return new Merge.Refused(
          ParkReason.INVALID, "more than " + Kind.FIELDS_MAX + " fields in one record");
    }
    boolean revives = state.trash().isPresent();
    if (revives && !changed.isEmpty()) {
      merged = true;
    }
    if (changed.isEmpty() && conflicts.isEmpty() && !state.isAbsent()) {
      return new Merge.Unchanged();
    }
    RecordState next =
        new RecordState(state.id(), state.kind(), mine.seq(), Optional.empty(), fields, stamps);
    return new Merge.Next(next, changed, merged, conflicts);
  }

  private static boolean isTextPut(Optional<Field> field, Value value) {
    return Merge.isText(field) && value instanceof Value.Text;
  }

  private Optional<Merge.Refused> takeValue(String name, Optional<Field> field, Value value) {
    Optional<String> problem = field.flatMap(f -> f.type().problem(value));
    if (problem.isPresent()) {
      return refused(ParkReason.INVALID, name + " " + problem.get());
    }
    Value current = fields.getOrDefault(name, Value.NOTHING);
    Stamp theirs = stamps.get(name);
    if (current.equals(value) && theirs != null) {
      return Optional.empty();
    }
    if (theirs == null || !Merge.isNews(theirs, op, writer)) {
      set(name, value);
      return Optional.empty();
    }
    boolean mineShown = mine.laterThan(theirs);
    conflicts.add(
        conflict(
            name,
            baseValue(name).orElse(Value.NOTHING),
            mineShown ? Merge.side(value, mine) : Merge.side(current, theirs),
            mineShown ? Merge.side(current, theirs) : Merge.side(value, mine),
            "later-shown"));
    if (mineShown) {
      set(name, value);
    }
    return Optional.empty();
  }

  private Optional<Merge.Refused> takeEdit(
      String name, Optional<Field> field, FieldChange.TextEdit edit) {
    if (!Merge.isText(field)) {
      return refused(ParkReason.INVALID, name + " is not a long text");
    }
    Optional<String> base =
        switch (edit.base()) {
          case TextBase.Inline(String text) -> Optional.of(text);
          case TextBase.AtBase(String digest) ->
              baseOf(name).filter(text -> TextDigest.of(text).equals(digest));
        };
    if (base.isEmpty()) {
      return refused(ParkReason.BASE_UNKNOWN, "the text this edit was made on is not known here");
    }
    String ours;
    try {
      ours = edit.applyTo(base.get());
    } catch (IllegalArgumentException _) {
      return refused(ParkReason.INVALID, name + " has an edit that does not fit its text");
    }
    return takeText(name, field, base.get(), ours);
  }

  private Optional<Merge.Refused> takeText(
      String name, Optional<Field> field, String base, String ours) {
    String theirs = currentText(name);
    TextMerge.Merged result = TextMerge.merge(base, theirs, ours);
    Optional<String> problem =
        field.flatMap(f -> f.type().problem(Value.text(PlainText.clean(result.text()))));
    if (problem.isPresent()) {
      return refused(ParkReason.INVALID, name + " " + problem.get());
    }
    Stamp before = stamps.get(name);
    if (!result.overlaps().isEmpty() && before != null) {
      conflicts.add(
          conflict(
              name,
              Value.text(base),
              Merge.side(Value.text(theirs), before),
              Merge.side(Value.text(ours), mine),
              "both-kept"));
    }
    merged |= !theirs.equals(base);
    if (!result.text().equals(theirs) || before == null) {
      set(name, Value.text(result.text()));
    }
    return Optional.empty();
  }

  private void set(String name, Value value) {
    fields.put(name, value);
    stamps.put(name, mine);
    changed.put(name, value);
  }

  private String currentText(String name) {
    return fields.get(name) instanceof Value.Text(String text) ? text : "";
  }

  private Optional<String> baseOf(String name) {
    return baseValue(name).map(value -> value instanceof Value.Text(String text) ? text : "");
  }

  /**
   * The field as the operation's device had last seen it; empty when that is not known any more.
   */
  private Optional<Value> baseValue(String name) {
    Stamp stamp = stamps.get(name);
    if (stamp == null || op.baseSeq() == 0) {
      return Optional.of(Value.NOTHING);
    }
    return stamp.seq() <= op.baseSeq()
        ? Optional.of(fields.getOrDefault(name, Value.NOTHING))
        : past.valueAt(state.id(), name, op.baseSeq());
  }

  private Conflict conflict(
      String field, Value base, Conflict.Side shown, Conflict.Side kept, String rule) {
    return new Conflict(
        Merge.conflictId(op, field),
        Optional.of(state.id()),
        state.kind(),
        field,
        base,
        shown,
        kept,
        rule);
  }

  private static Optional<Merge.Refused> refused(ParkReason reason, String detail) {
    return Optional.of(new Merge.Refused(reason, detail));
  }
}
