package dev.throughline.model.kind;

/** Whether a field can hold personal data. */
public enum PersonalClass {
  NEVER,
  /** Holds a reference to a record that may hold personal data. */
  POINTER,
  PERSONAL
}
