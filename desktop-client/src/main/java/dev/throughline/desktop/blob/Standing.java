package dev.throughline.desktop.blob;

import java.util.Optional;

/**
 * How far a blob is on the server.
 *
 * @param blob the id of its manifest; empty while nothing is complete
 * @param size of the whole in bytes; 0 while that is not known
 * @param bytesThere how much of what is being sent has arrived
 */
public record Standing(State state, Optional<String> blob, long size, long bytesThere) {
  /** The words of the server. */
  public enum State {
    /** The server has nothing of it. */
    ABSENT,
    /** Parts come, and nobody knows yet how many there will be. */
    GROWING,
    /** Parts come, and it is known how many are missing. */
    SENDING,
    /** All of it came; the server has not read it back yet. */
    COMPLETE,
    /** The server has read it back, byte for byte. */
    VERIFIED,
    /** What the server read back is something else. */
    DAMAGED,
    DELETED
  }

  /** Whether this very blob was read back by the server. */
  public boolean isVerified(String id) {
    return state == State.VERIFIED && blob.equals(Optional.of(id));
  }

  /** Whether the server has all of this very blob and says nothing bad of it. */
  boolean has(String id) {
    return (state == State.COMPLETE || state == State.VERIFIED) && blob.equals(Optional.of(id));
  }
}
