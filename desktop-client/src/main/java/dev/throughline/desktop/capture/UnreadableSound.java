package dev.throughline.desktop.capture;

import java.io.IOException;

/** Sound that is missing on disk, was changed there, or is sealed under another key. */
public final class UnreadableSound extends IOException {
  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  public enum Why {
    DAMAGED,
    FOREIGN_KEY
  }

  private final Why why;
  private final transient Span where;

  UnreadableSound(Why why, Span where) {
    super(why + " in the frames " + where.from() + " to " + where.end());
    this.why = why;
    this.where = where;
  }

  public Why why() {
    return why;
  }

  /** The frames that cannot be read; those before and behind may. */
  public Span where() {
    return where;
  }
}
