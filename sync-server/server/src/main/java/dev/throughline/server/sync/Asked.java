package dev.throughline.server.sync;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.util.Optional;
import java.util.function.Function;

/** Reads what stands in an address. */
final class Asked {
  private Asked() {}

  /** The workspace that is named, if one is. */
  static Optional<WorkspaceId> workspace(Optional<String> text) {
    return text.map(id -> id("workspace", id, WorkspaceId::of));
  }

  /**
   * An id.
   *
   * @throws ProblemException when the text is none
   */
  static <T> T id(String name, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException _) {
      throw new ProblemException(Problem.MALFORMED, name + " must be an id.");
    }
  }

  /**
   * A whole number.
   *
   * @throws ProblemException when the text is none between these, both included
   */
  static long number(String name, String text, long min, long max) {
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Answered below, like a number out of range.
    }
    throw new ProblemException(
        Problem.MALFORMED, name + " must be a whole number from " + min + " to " + max + ".");
  }
}
