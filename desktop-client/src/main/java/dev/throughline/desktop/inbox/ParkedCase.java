package dev.throughline.desktop.inbox;

import dev.throughline.desktop.store.Waiting;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.ParkReason;
import java.util.List;

/**
 * Work the server keeps aside that stands or falls together: what was saved in one moment, and what
 * cannot be there without it.
 *
 * @param key stays the same from one look to the next
 * @param reason why; of several the one the others wait for
 * @param title what it is, as people name it
 * @param belongsTo the interview, study or participant; empty when that is not known
 * @param why the reason in words
 * @param advice what it means and what can be done
 * @param changes each change of it, in words
 * @param record where it can be changed
 */
record ParkedCase(
    String key,
    ParkReason reason,
    String title,
    String belongsTo,
    String why,
    String advice,
    List<Line> changes,
    RecordId record,
    long since,
    List<Waiting> ops) {
  /** One changed value, in words. */
  record Line(String name, String value) {}

  ParkedCase {
    changes = List.copyOf(changes);
    ops = List.copyOf(ops);
  }

  /** Whether a person can make it fit by changing it. */
  boolean canBeFixed() {
    return reason == ParkReason.INVALID || reason == ParkReason.BASE_UNKNOWN;
  }

  boolean isRemoval() {
    return reason == ParkReason.MASS_CHANGE;
  }
}
