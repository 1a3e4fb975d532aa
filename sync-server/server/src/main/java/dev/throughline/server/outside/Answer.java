package dev.throughline.server.outside;

/** What became of a question to an outside system, whoever stands in for it. */
public sealed interface Answer<T> {
  /** It was answered. */
  record Given<T>(T value) implements Answer<T> {}

  /**
   * It was answered with no: the same question gets the same answer again.
   *
   * @param code the other side's word for it, such as {@code insufficient_quorum}
   * @param why in words for the log, of at most {@value Refusals#WHY_LENGTH_MAX} characters
   */
  record Refused<T>(String code, String why) implements Answer<T> {}

  /**
   * There is no answer, because the other side is away, slow, broken or cannot be understood. What
   * was asked may have been done all the same: ask again later with the same key.
   */
  record Away<T>(String why) implements Answer<T> {}

  /** A refusal with the code of what cannot be understood. */
  static <T> Answer<T> malformed(String why) {
    return new Refused<>("malformed", why);
  }

  /** A refusal with the code of what differs from what was said before under the same name. */
  static <T> Answer<T> conflict(String why) {
    return new Refused<>("conflict", why);
  }
}
