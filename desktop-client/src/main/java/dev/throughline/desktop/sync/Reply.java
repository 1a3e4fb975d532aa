package dev.throughline.desktop.sync;

/** What came of a call to the server. */
public sealed interface Reply<T> {
  record Ok<T>(T value) implements Reply<T> {}

  /** The server answered no. Asking again the same way does not help. */
  record Refused<T>(String code, String sentence) implements Reply<T> {}

  /** No answer, a broken one, or "later": the outcome is unknown; ask again the same way. */
  record Unreachable<T>(String reason, long retryAfterMillis) implements Reply<T> {}
}
