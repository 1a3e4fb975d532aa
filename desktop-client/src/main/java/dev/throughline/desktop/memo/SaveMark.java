package dev.throughline.desktop.memo;

import java.util.stream.Stream;

/** What a page may say about the safety of what was typed on it. */
public sealed interface SaveMark {
  /** Nothing was typed yet. */
  record Untouched() implements SaveMark {}

  /** Something typed is not on disk yet, and is on its way. */
  record Saving() implements SaveMark {}

  /** Everything typed is on disk since then. */
  record Saved(long atMillis) implements SaveMark {}

  /** Something typed is on the screen only; stays until a later save works. */
  record NotSaved(String code, String sentence) implements SaveMark {}

  /** One mark for several texts: the one a person must know most urgently. */
  static SaveMark urgent(Stream<SaveMark> marks) {
    return marks.reduce(new Untouched(), SaveMark::worse);
  }

  private static SaveMark worse(SaveMark one, SaveMark other) {
    if (one instanceof Saved(long first) && other instanceof Saved(long second)) {
      return new Saved(Math.max(first, second));
    }
    return one.urgency() >= other.urgency() ? one : other;
  }

  private int urgency() {
    return switch (this) {
      case Untouched() -> 0;
      case Saved _ -> 1;
      case Saving() -> 2;
      case NotSaved _ -> 3;
    };
  }
}
