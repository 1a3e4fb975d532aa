package dev.throughline.model.sync;

import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whole commits after {@code from} up to and including {@code cursor}. Several changes of one
 * record are folded into its last. The device is up to date when {@code cursor.seq()} equals {@code
 * head}.
 */
public record PullAnswer(long from, Cursor cursor, long head, List<Change> changes) {
  public PullAnswer {
    changes = List.copyOf(changes);
  }

  /** The records that went out of sight. */
  public Set<RecordId> gone() {
    return changes.stream().filter(Change::gone).map(Change::record).collect(Collectors.toSet());
  }
}
