package dev.throughline.desktop.memo;

import java.util.List;
import java.util.Optional;

/**
 * Places of a text that a search found.
 *
 * @param all in the order of the text
 * @param current the one the person is at, when it is in this text
 */
public record Found(List<Span> all, Optional<Span> current) {
  public static final Found NOTHING = new Found(List.of(), Optional.empty());

  public Found {
    all = List.copyOf(all);
  }

  /** Characters of the text, the end left out. */
  public record Span(int begin, int end) {}
}
