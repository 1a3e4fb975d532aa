package dev.throughline.model.sync;

import dev.throughline.model.kind.Kinds;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shows a device its own unsent work on top of what the server said last: {@code view =
 * replay(base, pending)}. Text edits need their base inline. Uses the server's own text merge, so
 * what is shown is what the server will make of it as long as nobody else writes in between.
 */
public final class Replay {
  /** A record as its device shows it. */
  public record View(boolean trashed, SortedMap<String, Value> fields) {}

  private Replay() {}

  /** Applies the operations in order; all are of one record. */
  public static View apply(View base, List<Op> pending) {
    boolean trashed = base.trashed();
    TreeMap<String, Value> fields = new TreeMap<>(base.fields());
    for (Op op : pending) {
      switch (op.action()) {
        case TRASH -> trashed = true;
        case RESTORE -> trashed = false;
        case EDIT -> {
          // As on the server, an edit takes the record out of the trash.
          trashed = trashed && (op.fields().isEmpty() || Merge.isTrashFirm(op.kind()));
          op.fields().forEach((name, change) -> edit(op, fields, name, change));
        }
      }
    }
    return new View(trashed, fields);
  }

  private static void edit(Op op, TreeMap<String, Value> fields, String name, FieldChange change) {
    Value current = fields.getOrDefault(name, Value.NOTHING);
    String theirs = current instanceof Value.Text(String text) ? text : "";
    switch (change) {
      case FieldChange.Put(Value value) ->
          fields.put(
              name,
              isText(op, name) && value instanceof Value.Text(String ours) && op.baseSeq() == 0
                  ? merged("", theirs, ours)
                  : value);
      case FieldChange.TextEdit edit -> {
        if (!(edit.base() instanceof TextBase.Inline(String base))) {
          throw new IllegalStateException("a replayed text edit needs its base inline");
        }
        fields.put(name, merged(base, theirs, edit.applyTo(base)));
      }
      case FieldChange.SetEdit edit -> fields.put(name, edit.applyTo(current));
      case FieldChange.Count count -> fields.put(name, count.applyTo(current));
    }
  }

  private static Value merged(String base, String theirs, String ours) {
    return Value.text(PlainText.clean(TextMerge.merge(base, theirs, ours).text()));
  }

  private static boolean isText(Op op, String name) {
    return Merge.isText(Kinds.named(op.kind()).flatMap(kind -> kind.field(name)));
  }
}
