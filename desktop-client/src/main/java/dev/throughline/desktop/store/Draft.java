package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a person wants done to one record, before it becomes an operation. */
public sealed interface Draft {
  RecordId record();

  String kind();

  /**
   * Sets fields, which are in the order of their names; makes the record when it is new.
   *
   * @param seen what the person started from, for fields they may have had before them for a while;
   *     others' newer values are then kept beside theirs and not overwritten
   */
  record Set(RecordId record, String kind, Map<String, Value> fields, Map<String, Value> seen)
      implements Draft {
    public Set {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
      seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    }

    /** Sets fields as they are now. */
    public Set(RecordId record, String kind, Map<String, Value> fields) {
      this(record, kind, fields, Map.of());
    }
  }

  /**
   * Edits a long text: {@code before} is what the person saw, {@code after} what they made of it.
   */
  record Text(RecordId record, String kind, String field, String before, String after)
      implements Draft {}

  /** Moves to the trash, or back out of it. */
  record Move(RecordId record, String kind, Action action) implements Draft {}
}
