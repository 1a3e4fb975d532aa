package dev.throughline.desktop.capture;

/** What waits for the disk, in the order in which it happened. */
sealed interface Taken {
  record Sound(byte[] bytes) implements Taken {}

  /** Times are in milliseconds since 1970. */
  record Paused(long at) implements Taken {}

  record Resumed(long at) implements Taken {}

  /** So many bytes found no place in the queue. */
  record Missed(long bytes) implements Taken {}

  record Ended() implements Taken {}
}
