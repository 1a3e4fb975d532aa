package dev.throughline.server.release;

import java.time.Duration;

/** What a handoff needs after a step. */
sealed interface Next {
  /** Nothing until somebody does something. */
  record Done() implements Next {}

  /** Another step, now. */
  record Again() implements Next {}

  /** Another step after so long, or when somebody does something. */
  record Wait(Duration time) implements Next {}

  /** Until a moment, in milliseconds since the epoch. */
  static Next until(long atMillis, long nowMillis) {
    return new Wait(Duration.ofMillis(Math.max(1, atMillis - nowMillis)));
  }

  /** Whichever comes first. */
  default Next or(Next other) {
    return switch (this) {
      case Again() -> this;
      case Done() -> other;
      case Wait(Duration mine) ->
          switch (other) {
            case Again() -> other;
            case Done() -> this;
            case Wait(Duration its) -> mine.compareTo(its) <= 0 ? this : other;
          };
    };
  }
}
