package dev.throughline.desktop.command;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.TextMerge;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One change that was made, as far as it must be known to take it back. */
sealed interface Reversal {
  /** How to take a change back now, and how to take that back in turn. */
  record Back(Draft draft, Reversal again) {}

  RecordId record();

  /** The way back from the record as it is now; empty when it was changed since. */
  Optional<Back> back(RecordView now);

  /** A field that was set. */
  record Field(RecordId record, String kind, String field, Value before, Value after)
      implements Reversal {
    @Override
    public Optional<Back> back(RecordView now) {
      return now.trashed() || !value(now, field).equals(after)
          ? Optional.empty()
          : Optional.of(
              new Back(
                  new Draft.Set(record, kind, Map.of(field, before)),
                  new Field(record, kind, field, /* before= */ after, /* after= */ before)));
    }
  }

  /** A long text that was edited. Others may go on writing around the passage. */
  record Passage(RecordId record, String kind, String field, String before, String after)
      implements Reversal {
    @Override
    public Optional<Back> back(RecordView now) {
      String current = value(now, field) instanceof Value.Text(String text) ? text : "";
      TextMerge.Merged merged = TextMerge.merge(after, current, before);
      boolean isGone = !merged.overlaps().isEmpty() || merged.text().equals(current);
      return now.trashed() || isGone
          ? Optional.empty()
          : Optional.of(
              new Back(
                  new Draft.Text(record, kind, field, current, merged.text()),
                  new Passage(record, kind, field, current, merged.text())));
    }
  }

  /**
   * A record that was made, with the fields it had then. That others noted they have seen it is no
   * change of it.
   */
  record Birth(RecordId record, String kind, Map<String, Value> fields) implements Reversal {
    public Birth {
      fields = Map.copyOf(fields);
    }

    @Override
    public Optional<Back> back(RecordView now) {
      return now.trashed() || !present(now.fields()).equals(present(fields))
          ? Optional.empty()
          : Optional.of(
              new Back(
                  new Draft.Move(record, kind, Action.TRASH),
                  new Move(record, kind, Action.TRASH)));
    }
  }

  /** Fields that hold something; a cleared field is as good as none. */
  private static Map<String, Value> present(Map<String, Value> fields) {
    Map<String, Value> present = new TreeMap<>(fields);
    present.remove(Comment.SETTLED_BY);
    present.values().removeIf(Value.NOTHING::equals);
    return present;
  }

  /** A record that went to the trash or came back from it. */
  record Move(RecordId record, String kind, Action action) implements Reversal {
    @Override
    public Optional<Back> back(RecordView now) {
      Action opposite = action == Action.TRASH ? Action.RESTORE : Action.TRASH;
      return now.trashed() != (action == Action.TRASH)
          ? Optional.empty()
          : Optional.of(
              new Back(new Draft.Move(record, kind, opposite), new Move(record, kind, opposite)));
    }
  }

  /** A field's value; a field that is not there counts as cleared. */
  static Value value(RecordView view, String field) {
    return view.fields().getOrDefault(field, Value.NOTHING);
  }
}
