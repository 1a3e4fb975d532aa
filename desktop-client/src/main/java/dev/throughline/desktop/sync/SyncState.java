package dev.throughline.desktop.sync;

/**
 * How sync stands, for the pill and the Sync place.
 *
 * @param since when this mode began, in milliseconds since the epoch
 * @param waiting operations that are not on the server
 * @param parked operations the server keeps aside
 * @param syncedAtMillis when everything was last known to be on the server; 0 for never
 * @param sentence what the server or the network said, for {@link Mode#BLOCKED}
 */
public record SyncState(
    Mode mode,
    long since,
    int waiting,
    int parked,
    long syncedAtMillis,
    String code,
    String sentence) {
  /** The modes, in the order in which they are told when several apply. */
  public enum Mode {
    /** The server refuses; a person must act. */
    BLOCKED,
    /** A server is set, and cannot be reached. */
    OFFLINE,
    /** What others removed waits for a person's decision; nothing else is taken in before. */
    HELD,
    /** A person paused sync. */
    PAUSED,
    /** Something is on its way. */
    WAITING,
    /** Everything here is also on the server. */
    SAVED,
    /** No server is set. */
    LOCAL
  }

  static SyncState local(long now) {
    return new SyncState(Mode.LOCAL, now, 0, 0, 0, "", "");
  }

  SyncState with(Mode changed, long now, String code, String sentence) {
    long began = changed == mode ? since : now;
    return new SyncState(changed, began, waiting, parked, syncedAtMillis, code, sentence);
  }

  SyncState counted(int nowWaiting, int nowParked) {
    return new SyncState(mode, since, nowWaiting, nowParked, syncedAtMillis, code, sentence);
  }

  SyncState synced(long now) {
    return new SyncState(mode, since, waiting, parked, now, code, sentence);
  }
}
