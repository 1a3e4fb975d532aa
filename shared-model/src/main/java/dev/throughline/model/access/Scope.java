package dev.throughline.model.access;

import dev.throughline.model.id.RecordId;
import java.util.Optional;

/**
 * Where a record belongs, which decides who may see it.
 *
 * @param study empty for what belongs to the whole workspace
 * @param restricted whether it is, or is part of, a restricted interview
 */
public record Scope(Optional<RecordId> study, boolean restricted) {
  /** Of what belongs to no study. */
  public static final Scope SHARED = new Scope(Optional.empty(), false);
}
