package dev.throughline.server.notice;

/** What became of a notice. */
public sealed interface Sent {
  /** Every channel has taken it, now or before. */
  record Delivered() implements Sent {}

  /** Nobody has set up a channel, so nothing was done and nothing will be. */
  record Off() implements Sent {}

  /** A channel at least has not taken it; the reason holds no secret and no address. */
  record Away(String why) implements Sent {}
}
