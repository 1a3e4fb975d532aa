package dev.throughline.trials.memory;

/** Places at which a machine can stop so that it matters what was on disk. */
public enum StopPoint {
  /** A journal entry is written, and not forced. */
  JOURNAL_WRITTEN,
  /** A journal entry is on disk; nobody knows yet. */
  JOURNAL_FORCED,
  /** A transaction of the store is about to begin. */
  STORE_BEGINS,
  /** A transaction of the store has changed something, and is open. */
  STORE_CHANGED,
  /** A transaction of the store is committed. */
  STORE_COMMITTED,
  /** A request has left a device. */
  REQUEST_SENT,
  /** An answer is back at a device, and not read. */
  ANSWER_HERE,
  /** A server is about to lock the head of the log. */
  LOG_BEGINS,
  /** A server holds the head of the log. */
  LOG_LOCKED,
  /** A server has written to the log, and not committed. */
  LOG_WRITTEN,
  /** A server has committed, and not answered. */
  LOG_COMMITTED
}
