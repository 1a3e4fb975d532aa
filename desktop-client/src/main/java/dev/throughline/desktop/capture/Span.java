package dev.throughline.desktop.capture;

import java.util.ArrayList;
import java.util.List;

/**
 * Some frames of a recording.
 *
 * @param from the first of them
 * @param end the one behind the last
 */
public record Span(long from, long end) {
  /** Adds a span behind others; one that follows without a gap becomes one with the last. */
  static void add(List<Span> spans, Span next) {
    if (next.from >= next.end) {
      return;
    }
    if (!spans.isEmpty() && spans.getLast().end >= next.from) {
      Span last = spans.removeLast();
      spans.add(new Span(last.from, Math.max(last.end, next.end)));
    } else {
      spans.add(next);
    }
  }

  /** What lies between 0 and an end and in none of the spans, which are in order. */
  static List<Span> missing(List<Span> spans, long end) {
    List<Span> missing = new ArrayList<>();
    long at = 0;
    for (Span span : spans) {
      add(missing, new Span(at, Math.min(span.from, end)));
      at = Math.max(at, span.end);
    }
    add(missing, new Span(at, end));
    return missing;
  }
}
