package dev.throughline.model.sync;

/** Why the server keeps an operation aside instead of applying it. */
public enum ParkReason {
  /** This server does not know the kind. */
  UNKNOWN_KIND,
  /** A field does not fit its shape or limit. */
  INVALID,
  /** The base of a text edit is not known here. */
  BASE_UNKNOWN,
  /** Another operation of the same group is parked. */
  GROUP,
  /** The device may not write this kind. */
  NOT_ALLOWED,
  /** What the record belongs to, or its own creation, is parked. */
  PARENT,
  /** A command on a record that has changed since the person saw it. */
  STALE,
  /** Removes so much at once that a person must confirm it. */
  MASS_CHANGE,
  /** Kept for the owners of the study, to which the person has no access any more. */
  RESCUED
}
