package dev.throughline.desktop.inbox;

import java.util.List;

/** What became of settling conflicts. */
sealed interface Settled {
  /** All of them are settled, as one step. */
  record Done() implements Settled {}

  /** Something moved since it was shown; nothing was written. These are as they stand now. */
  record Moved(List<Contested> now) implements Settled {
    public Moved {
      now = List.copyOf(now);
    }
  }

  record NotSaved(String code, String sentence) implements Settled {}
}
