package dev.throughline.desktop.handoff;

import dev.throughline.model.id.RecordId;

/**
 * A handoff as a list shows it.
 *
 * @param version that was submitted last; 0 for none
 */
record HandoffRow(RecordId id, String title, String idea, Stage stage, long version, String owner) {
  /** How far it is. */
  enum Stage {
    DRAFT,
    SUBMITTED
  }
}
