package dev.throughline.desktop.blob;

/** What became of letting the copy on this computer go. */
public sealed interface Dropped {
  /** It is gone from here, and whole on the server. */
  record Gone() implements Dropped {}

  /** It stays. */
  record Kept(Why why) implements Dropped {}

  /** Why it stays. */
  enum Why {
    /** It goes on, or its record is not here. */
    NOT_OVER,
    /** The server did not say that it has read back this very recording. */
    NOT_VERIFIED,
    /** The server does not answer. */
    AWAY,
    /** The disk refused; what is there can still be heard. */
    DISK
  }
}
