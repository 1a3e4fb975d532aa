package dev.throughline.model.wire;

import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldType.Texts;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.FieldChange.SetEdit;
import dev.throughline.model.sync.FieldChange.TextEdit;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Splice;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Operations and their outcomes as value trees. */
final class OpCodecs {
  private static final int CONFLICTS_MAX = Kind.FIELDS_MAX;

  private OpCodecs() {}

  static Value writeOp(Op op) {
    TreeMap<String, Value> fields = new TreeMap<>();
    op.fields().forEach((name, change) -> fields.put(name, writeChange(change)));
    return new Value.Entries(
        Map.of(
            "op", Value.text(op.id().toString()),
            "opNo", Value.whole(op.opNo()),
            "group", Value.text(op.group().toString()),
            "at",
                new Value.Items(
                    List.of(Value.whole(op.hlc().millis()), Value.whole(op.hlc().counter()))),
            "record", Value.text(op.record().toString()),
            "kind", Value.text(op.kind()),
            "action", Value.text(lower(op.action())),
            "baseSeq", Value.whole(op.baseSeq()),
            "fields", new Value.Entries(fields)));
  }

  static Op readOp(Value value) {
    Members in = Members.of("op", value);
    List<Long> at = in.items("at", 2, OpCodecs::number);
    Op op =
        new Op(
            in.parsed("op", OpId::of),
            in.count("opNo"),
            in.parsed("group", GroupId::of),
            readClock(at),
            in.parsed("record", RecordId::of),
            in.text("kind"),
            in.parsed("action", text -> Action.valueOf(upper(text))),
            in.count("baseSeq"),
            in.entries("fields", Kind.FIELDS_MAX, OpCodecs::readChange));
    in.end();
    return op;
  }

  private static Hlc readClock(List<Long> at) {
    if (at.size() == 2 && at.get(1) >= 0 && at.get(1) <= Integer.MAX_VALUE) {
      return new Hlc(at.get(0), Math.toIntExact(at.get(1)));
    }
    throw new MalformedMessage("op.at is [milliseconds, counter]");
  }

  static Value writeOutcome(OpOutcome outcome) {
    return new Value.Items(List.of(Value.whole(outcome.opNo()), writeOutcome(outcome.outcome())));
  }

  static OpOutcome readOpOutcome(Value value) {
    if (value instanceof Value.Items(var pair) && pair.size() == 2) {
      return new OpOutcome(number(pair.get(0)), readOutcome(pair.get(1)));
    }
    throw new MalformedMessage("an outcome is a pair of number and object");
  }

  static Value writeOutcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Applied(long seq) -> tagged("applied", Map.of("seq", Value.whole(seq)));
      case Outcome.Merged(long seq) -> tagged("merged", Map.of("seq", Value.whole(seq)));
      case Outcome.Conflicted(long seq, var conflicts) ->
          tagged(
              "conflicted",
              Map.of(
                  "seq",
                  Value.whole(seq),
                  "conflicts",
                  new Value.Items(
                      conflicts.stream().map(id -> Value.text(id.toString())).toList())));
      case Outcome.Duplicate(Outcome first) ->
          tagged("duplicate", Map.of("first", writeOutcome(first)));
      case Outcome.Parked(ParkReason reason, String detail) ->
          tagged(
              "parked", Map.of("reason", Value.text(lower(reason)), "detail", Value.text(detail)));
    };
  }

  static Outcome readOutcome(Value value) {
    Members in = Members.of("outcome", value);
    Outcome outcome =
        switch (in.text("is")) {
          case "applied" -> new Outcome.Applied(in.count("seq"));
          case "merged" -> new Outcome.Merged(in.count("seq"));
          case "conflicted" ->
              new Outcome.Conflicted(
                  in.count("seq"), in.items("conflicts", CONFLICTS_MAX, OpCodecs::recordId));
          case "duplicate" -> new Outcome.Duplicate(readOutcome(in.value("first")));
          case "parked" ->
              new Outcome.Parked(
                  in.parsed("reason", text -> ParkReason.valueOf(upper(text))), in.text("detail"));
          default -> throw new MalformedMessage("outcome.is names no outcome");
        };
    in.end();
    return outcome;
  }

  private static Value writeChange(FieldChange change) {
    return switch (change) {
      case FieldChange.Put(Value value) -> new Value.Entries(Map.of("put", value));
      case TextEdit(TextBase base, var splices) -> {
        Value list = new Value.Items(splices.stream().map(OpCodecs::writeSplice).toList());
        yield switch (base) {
          case TextBase.AtBase(String digest) ->
              new Value.Entries(Map.of("digest", Value.text(digest), "splices", list));
          case TextBase.Inline(String text) ->
              new Value.Entries(Map.of("base", Value.text(text), "splices", list));
        };
      }
      case FieldChange.SetEdit(var added, var removed) ->
          new Value.Entries(Map.of("add", Texts.of(added), "remove", Texts.of(removed)));
      case FieldChange.Count(long delta) -> new Value.Entries(Map.of("count", Value.whole(delta)));
    };
  }

  private static FieldChange readChange(Value value) {
    Members in = Members.of("field", value);
    var put = in.optional("put");
    if (put.isPresent()) {
      in.end();
      return FieldChange.put(put.get());
    }
    var count = in.optional("count");
    if (count.isPresent()) {
      in.end();
      return new FieldChange.Count(number(count.get()));
    }
    return in.has("add") ? readSetEdit(in) : readTextEdit(in);
  }

  private static FieldChange readSetEdit(Members in) {
    FieldChange edit =
        new FieldChange.SetEdit(
            new TreeSet<>(in.items("add", SetEdit.TEXTS_MAX, OpCodecs::text)),
            new TreeSet<>(in.items("remove", SetEdit.TEXTS_MAX, OpCodecs::text)));
    in.end();
    return edit;
  }

  private static String text(Value value) {
    if (value instanceof Value.Text(String text)) {
      return text;
    }
    throw new MalformedMessage("a set holds texts");
  }

  private static FieldChange readTextEdit(Members in) {
    var inline = in.optional("base");
    TextBase base =
        inline.isPresent() ? inlineBase(inline.get()) : new TextBase.AtBase(in.text("digest"));
    TextEdit edit =
        new TextEdit(base, in.items("splices", TextEdit.SPLICES_MAX, OpCodecs::readSplice));
    in.end();
    return edit;
  }

  private static TextBase inlineBase(Value value) {
    if (value instanceof Value.Text(String text)) {
      return new TextBase.Inline(text);
    }
    throw new MalformedMessage("field.base must be a text");
  }

  private static Value writeSplice(Splice splice) {
    return new Value.Items(
        List.of(
            Value.whole(splice.at()),
            Value.whole(splice.removed()),
            Value.text(splice.inserted())));
  }

  private static Splice readSplice(Value value) {
    if (value instanceof Value.Items(var parts)
        && parts.size() == 3
        && parts.get(2) instanceof Value.Text(String inserted)) {
      return new Splice(
          Math.clamp(number(parts.get(0)), -1, Integer.MAX_VALUE),
          Math.clamp(number(parts.get(1)), -1, Integer.MAX_VALUE),
          inserted);
    }
    throw new MalformedMessage("a splice is [at, removed, inserted]");
  }

  private static Value tagged(String is, Map<String, Value> members) {
    TreeMap<String, Value> all = new TreeMap<>(members);
    all.put("is", Value.text(is));
    return new Value.Entries(all);
  }

  static long number(Value value) {
    if (value instanceof Value.Whole(long number)) {
      return number;
    }
    throw new MalformedMessage("a whole number is missing");
  }

  static RecordId recordId(Value value) {
    if (value instanceof Value.Text(String text)) {
      return RecordId.of(text);
    }
    throw new MalformedMessage("a record id is missing");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
