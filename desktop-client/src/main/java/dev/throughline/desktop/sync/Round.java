package dev.throughline.desktop.sync;

import dev.throughline.desktop.store.HeldBack;

/** What one round of pushing or pulling came to. */
public sealed interface Round {
  /**
   * The server answered.
   *
   * @param more whether another round would find something to do
   */
  record Done(int moved, boolean more) implements Round {}

  record Blocked(String code, String sentence) implements Round {}

  record Away(String reason, long retryAfterMillis) implements Round {}

  /** What the person may read has changed; the server is to be greeted again at once. */
  Away RIGHTS_CHANGED = new Away("rights changed", 0);

  /** What the server has would remove much here; a person decides before it is taken in. */
  record Held(HeldBack what) implements Round {}

  static <T> Round failed(Reply<T> reply) {
    return switch (reply) {
      case Reply.Ok<T> _ -> throw new IllegalArgumentException("an answer is no failure");
      case Reply.Refused<T>(String code, String sentence) -> new Blocked(code, sentence);
      case Reply.Unreachable<T>(String reason, long after) -> new Away(reason, after);
    };
  }
}
