package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.Icon;
import dev.throughline.model.id.RecordId;
import java.util.Optional;

/**
 * One source that a claim can be traced to.
 *
 * @param words what was said or written; of what is held back, only that it is
 * @param where who it is from, and when
 */
public record Trace(Icon icon, String words, String where, Lead lead) {
  /** What following it comes to. */
  public sealed interface Lead {
    /** An interview, at a turn if there is one. */
    record Place(RecordId interview, Optional<RecordId> turn) implements Lead {}

    /** A record that is no interview. */
    record Elsewhere(RecordId record) implements Lead {}

    /**
     * It does not open.
     *
     * @param why as a sentence
     */
    record Closed(String why) implements Lead {}
  }
}
