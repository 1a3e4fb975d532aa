package dev.throughline.desktop.library;

/** How much room the library has, in text heights. */
enum Room {
  /** Everything has its place. */
  WIDE,
  /** The facets stay; the header gives up what the menu has too. */
  MIDDLE,
  /** One column: the filter stands above the list, the facets open on demand. */
  NARROW;

  private static final double WIDE_FROM_EM = 76;
  private static final double MIDDLE_FROM_EM = 58;

  /** A width of nothing is a place that no frame has shown yet; most windows are wide. */
  static Room of(double em) {
    if (em >= WIDE_FROM_EM || em <= 0) {
      return WIDE;
    }
    return em >= MIDDLE_FROM_EM ? MIDDLE : NARROW;
  }
}
