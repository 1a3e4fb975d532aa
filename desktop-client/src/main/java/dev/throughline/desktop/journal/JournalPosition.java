package dev.throughline.desktop.journal;

/** A place between two entries: the segment's number and the byte offset in it. */
public record JournalPosition(long segment, long offset) implements Comparable<JournalPosition> {
  public static final JournalPosition START = new JournalPosition(0, 0);

  @Override
  public int compareTo(JournalPosition other) {
    int bySegment = Long.compare(segment, other.segment);
    return bySegment != 0 ? bySegment : Long.compare(offset, other.offset);
  }
}
