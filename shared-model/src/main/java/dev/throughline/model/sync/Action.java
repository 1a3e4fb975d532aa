package dev.throughline.model.sync;

/** What an operation does to its record. */
public enum Action {
  /** Sets or edits fields; creates the record when it is not there yet. */
  EDIT,
  /** Moves the record to the trash. An edit by someone else wins over it. */
  TRASH,
  /** Takes the record out of the trash. */
  RESTORE
}
