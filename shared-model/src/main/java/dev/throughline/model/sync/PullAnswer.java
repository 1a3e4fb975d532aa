package dev.throughline.model.sync;

import java.util.List;

/**
 * Whole commits after {@code from} up to and including {@code cursor}. Several changes of one
 * record are folded into its last. The device is up to date when {@code cursor.seq()} equals {@code
 * head}.
 */
public record PullAnswer(long from, Cursor cursor, long head, List<Change> changes) {
  public PullAnswer {
    changes = List.copyOf(changes);
  }
}
