package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Records whose view changed, and their kinds. Sent after the transaction, on any thread. When a
 * whole workspace was dropped nothing is listed and {@link #isEverything} holds.
 */
public record RecordsChanged(Set<RecordId> records, Set<String> kinds) {
  /** Stands for every record; no record has this id. */
  private static final RecordId EVERYTHING = new RecordId(new UUID(0, 0));

  public RecordsChanged {
    records = Set.copyOf(records);
    kinds = Set.copyOf(kinds);
  }

  static RecordsChanged everything() {
    Set<String> kinds = Kinds.ALL.stream().map(Kind::name).collect(Collectors.toSet());
    return new RecordsChanged(Set.of(EVERYTHING), kinds);
  }

  /** Whether a reader should read everything anew. */
  public boolean isEverything() {
    return records.contains(EVERYTHING);
  }

  public boolean touches(String kind) {
    return kinds.contains(kind);
  }
}
