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
  /** Belongs to a record whose creation is parked. */
  PARENT,
  /** Removes so much at once that a person has to confirm it first. */
  MASS_CHANGE,
  /** A command whose record moved since the device saw it. */
  STALE
}
