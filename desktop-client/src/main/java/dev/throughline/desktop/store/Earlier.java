package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.sync.Change;
import dev.throughline.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What fields held before pulls changed them, and the record's number then. Only of this run of the
 * program, because nobody goes on typing on what another run showed; long texts carry their own
 * base and are left out.
 */
final class Earlier {
  private static final int KEPT_MAX = 4_000;

  private record Held(RecordId record, String field, Value value) {}

  private final Map<Held, Long> seqs =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Held, Long> eldest) {
          return size() > KEPT_MAX;
        }
      };

  /** A pull is about to change a record that was shown like this. */
  void leave(Change change, RecordView before) {
    for (String field : change.fields().keySet()) {
      if (!isLong(change.kind(), field)) {
        Value value = before.fields().getOrDefault(field, Value.NOTHING);
        seqs.put(new Held(change.record(), field, plain(value)), before.seq());
      }
    }
  }

  /** The record's number when the field last held this value; empty when nobody remembers. */
  OptionalLong seq(RecordId record, String field, Value value) {
    Long seq = seqs.get(new Held(record, field, plain(value)));
    return seq == null ? OptionalLong.empty() : OptionalLong.of(seq);
  }

  /** Whether people see no difference between two values. */
  static boolean isSame(Value one, Value other) {
    return plain(one).equals(plain(other));
  }

  private static Value plain(Value value) {
    if (!(value instanceof Value.Text(String text))) {
      return value;
    }
    return text.isBlank() ? Value.NOTHING : Value.text(text.strip());
  }

  private static boolean isLong(String kind, String field) {
    return Kinds.named(kind)
        .flatMap(known -> known.field(field))
        .filter(known -> known.merge() == MergePolicy.TEXT)
        .isPresent();
  }
}
