package dev.throughline.desktop.consent;

/** Whether the words that a piece of evidence points to may be quoted, as far as is known here. */
public enum Footing {
  HELD,
  /** Those whose words they are do not allow it, or took it back; or the words are in the trash. */
  WITHDRAWN,
  /** The words are not here, so nobody here can say. */
  UNSEEN
}
