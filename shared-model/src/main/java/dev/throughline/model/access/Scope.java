package dev.throughline.model.access;

import dev.throughline.model.id.RecordId;
import java.util.Optional;

/**
 * Where a record belongs, which decides who may see it.
 *
 * @param study empty for what belongs to the whole workspace
 * @param restricted whether it is, or is part of, a restricted interview
 * @param about the kind of the record that a comment is about, which one must be allowed to read as
 *     well; empty for everything else
 */
public record Scope(Optional<RecordId> study, boolean restricted, Optional<String> about) {
  /** Of what belongs to no study. */
  public static final Scope SHARED = new Scope(Optional.empty(), false);

  /** Of what is no comment. */
  public Scope(Optional<RecordId> study, boolean restricted) {
    this(study, restricted, Optional.empty());
  }

  /** The same place, for what is about a record of this kind. */
  Scope about(Optional<String> kind) {
    return new Scope(study, restricted, kind);
  }

  /** Whether it belongs to the whole workspace. */
  public boolean isShared() {
    return study.isEmpty() && !restricted;
  }
}
