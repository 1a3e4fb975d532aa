package dev.throughline.desktop.blob;

/** What came of working on something for a while. */
sealed interface Turn {
  /** There is more to do, at once. */
  Turn AT_ONCE = new Later(0);

  /** There may be more to do in so many milliseconds. */
  record Later(long millis) implements Turn {}

  /**
   * The server was not reached; it asked for so many milliseconds, or for none.
   *
   * @param hasMoved whether something came through before, so that this is no longer one failure
   *     after another
   */
  record Away(long askedMillis, boolean hasMoved) implements Turn {
    Away(long askedMillis) {
      this(askedMillis, false);
    }
  }

  /** There is nothing to do any more. */
  record Over() implements Turn {}
}
