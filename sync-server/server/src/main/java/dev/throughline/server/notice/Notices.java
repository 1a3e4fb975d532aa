package dev.throughline.server.notice;

/** Sends notices over every channel that is set up. */
public interface Notices {
  /**
   * Blocks until each channel has taken the notice or failed, for some seconds at most; hold no
   * transaction meanwhile. One channel that fails keeps no other from being tried.
   *
   * <p>After {@link Sent.Away} send the same notice again: what a channel has taken it is not given
   * again by this process. After a restart, or sent by two at once, it may be; whoever receives it
   * knows it by its id, which is in the {@code Message-ID} and the {@code Idempotency-Key}.
   */
  Sent send(Notice notice);
}
