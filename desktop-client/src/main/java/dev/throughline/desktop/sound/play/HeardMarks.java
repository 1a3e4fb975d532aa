package dev.throughline.desktop.sound.play;

import java.util.ArrayDeque;

/** Which place of the source is heard when so many frames have left the sink. */
final class HeardMarks {
  private record Mark(long written, double source, double speed) {}

  private final ArrayDeque<Mark> marks = new ArrayDeque<>();

  void clear() {
    marks.clear();
  }

  boolean isEmpty() {
    return marks.isEmpty();
  }

  /** What is written after so many frames comes from this place, at this speed. */
  void add(long written, double source, double speed) {
    marks.add(new Mark(written, source, speed));
  }

  /** The place heard after so many frames; those passed are forgotten. */
  long at(long heard) {
    Mark mark = marks.remove();
    while (!marks.isEmpty() && marks.element().written <= heard) {
      mark = marks.remove();
    }
    marks.addFirst(mark);
    return (long) (mark.source + Math.max(0, heard - mark.written) * mark.speed);
  }
}
