package dev.throughline.model.release;

import dev.throughline.model.kind.Choices;
import java.util.Set;

/** How far a packet is that everybody signed. */
public enum ReleaseState {
  /** SentinelNet is asked whether it may go out. */
  CHECKING,
  /** Kernel is given the manifest and who signed it. */
  REGISTERING,
  /** Kernel is told to apply it. */
  ACTIVATING,
  /** It is out; its smoke tests and acceptance checks are awaited. */
  TESTING,
  /** It is out, and passed everything. */
  VERIFIED,
  /** SentinelNet said no; another version has to be submitted. */
  BLOCKED,
  /** It was not registered in time; it has to be signed again. */
  EXPIRED,
  /** Another version of the handoff took its place. */
  SUPERSEDED,
  /** It is out and failed a check; taking it back waits for signatures. */
  FAILED,
  /** Kernel is told to take it back. */
  ROLLING_BACK,
  /** It was taken back. */
  ROLLED_BACK;

  private static final Set<ReleaseState> OUT = Set.of(TESTING, VERIFIED, FAILED);

  private static final Set<ReleaseState> BEFORE = Set.of(CHECKING, REGISTERING, ACTIVATING);

  /** Whether Kernel was not told to bring it out yet. */
  public boolean isBeforeKernel() {
    return this == CHECKING || this == REGISTERING;
  }

  /** The name a record holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads such a name; one without it is blocked. */
  public static ReleaseState of(String wireName) {
    return Choices.read(ReleaseState.class, wireName, BLOCKED);
  }

  /** Whether it is in production, and so can be taken back. */
  public boolean isOut() {
    return OUT.contains(this);
  }

  /** Whether it is on its way out and not there yet. */
  public boolean isBefore() {
    return BEFORE.contains(this);
  }

  /** Whether the next version may take its place: it is neither over nor being taken back. */
  public boolean isReplaceable() {
    return isBefore() || isOut();
  }
}
