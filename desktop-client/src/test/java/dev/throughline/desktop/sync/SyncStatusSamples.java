package dev.throughline.desktop.sync;

import dev.throughline.desktop.sync.SyncState.Mode;

/** Sync states as the loop would tell them. */
public final class SyncStatusSamples {
  private SyncStatusSamples() {}

  /** A state with nothing waiting and nothing said. */
  public static SyncState state(Mode mode, long since) {
    return new SyncState(mode, since, 0, 0, 0, "", "");
  }

  public static SyncState counted(Mode mode, long since, int waiting, int parked) {
    return state(mode, since).counted(waiting, parked);
  }

  /** The same, with everything last known to be on the server then. */
  public static SyncState synced(SyncState state, long at) {
    return state.synced(at);
  }

  public static SyncState blocked(String code, String sentence) {
    return new SyncState(Mode.BLOCKED, 0, 3, 0, 0, code, sentence);
  }

  public static SyncState saved(long at) {
    return state(Mode.SAVED, at).synced(at);
  }

  /** Puts the status into a state, as if the loop had. */
  public static void set(SyncStatus status, SyncState state) {
    status.update(_ -> state);
  }
}
