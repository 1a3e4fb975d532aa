package dev.throughline.desktop.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.ReleaseState;
import java.util.Optional;

/**
 * A handoff as a list shows it.
 *
 * @param version that was submitted last; 0 for none
 * @param release how far that version is, once everybody has signed it
 */
record HandoffRow(
    RecordId id,
    String title,
    String idea,
    Stage stage,
    long version,
    Optional<ReleaseState> release,
    String owner) {
  /** How far it is. */
  enum Stage {
    DRAFT,
    SUBMITTED
  }
}
