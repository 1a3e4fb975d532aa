package dev.throughline.desktop.blob;

import java.util.OptionalInt;

/** Where the original of a recording is, for whoever shows it. */
public sealed interface BlobState {
  /** Only on this computer; nothing of it was sent. */
  record HereOnly() implements BlobState {}

  /**
   * On its way from this computer.
   *
   * @param percent of what there is now, 0 to 100; of a recording that goes on, of its full parts
   */
  record Sending(int percent) implements BlobState {}

  /** All of it came; the server has not read it back yet, so the copy here must stay. */
  record Arrived() implements BlobState {}

  /** The server has read it back, byte for byte. */
  record OnServer() implements BlobState {}

  /**
   * On another computer, which sends it.
   *
   * @param percent of it that is on the server; empty while it goes on or nobody was asked
   */
  record Elsewhere(OptionalInt percent) implements BlobState {}

  /** Some of it cannot be read. */
  record Damaged(Where where) implements BlobState {}

  /**
   * Here, and not on its way for now.
   *
   * @param percent of it that is on the server
   */
  record Waiting(Why why, int percent) implements BlobState {}

  /** Whose copy is damaged. */
  enum Where {
    HERE,
    SERVER
  }

  /** What is waited for. */
  enum Why {
    /** No server is set. */
    NO_SERVER,
    /** The server does not answer. */
    AWAY,
    /** The person paused it. */
    PAUSED,
    /** The network costs money; originals wait for another. */
    METERED,
    /** The record itself is not on the server yet. */
    RECORD,
    /** Nobody who counts is signed in. */
    SIGN_IN,
    /** The person may not send to this study. */
    NOT_ALLOWED,
    /** The server keeps no recordings. */
    NO_STORE,
    /** The server has something else under this recording. */
    OTHER_CONTENT,
    /** The server refused for a reason this version does not know. */
    REFUSED,
    /** The disk of this computer refused. */
    DISK,
    /** The key it is sealed under is not here, or was erased. */
    NO_KEY,
    /** The server has nothing of it, or not for this person. */
    ABSENT,
    /** What the server sends is not what was recorded. */
    DAMAGED,
    /** The copy on this computer cannot be read. */
    DAMAGED_HERE
  }
}
