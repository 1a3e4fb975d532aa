package dev.throughline.server.http;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What requests say beside their bodies, read strictly. */
public final class Queries {
  /** The header that names a wish, so that it is done once. */
  public static final String KEY = "Idempotency-Key";

  /** Most of one page. */
  public static final int PAGE_MAX = 200;

  private static final int PAGE_USUAL = 50;
  private static final UUID BEGINNING = new UUID(0, 0);
  private static final Pattern KEY_SHAPE = Pattern.compile("[\\x21-\\x7e]{8,200}");

  private Queries() {}

  /**
   * A parameter of the query; empty when it is not there.
   *
   * @throws ProblemException when the query cannot be read
   */
  public static Optional<String> parameter(HttpServletRequest request, String name) {
    try {
      return Optional.ofNullable(request.getParameter(name));
    } catch (RuntimeException _) {
      // Containers throw what they like here.
      throw new ProblemException(Problem.MALFORMED, "The query is not percent-encoded UTF-8.");
    }
  }

  /** The workspace a request names; empty for the first. */
  public static Optional<WorkspaceId> workspace(HttpServletRequest request) {
    try {
      return parameter(request, "workspace").map(WorkspaceId::of);
    } catch (IllegalArgumentException _) {
      throw Members.malformed("workspace must be the id of a workspace.");
    }
  }

  /**
   * The key under which something is to be done once.
   *
   * @throws ProblemException when there is none, or one that cannot be told from others
   */
  public static String key(HttpServletRequest request) {
    String key = Optional.ofNullable(request.getHeader(KEY)).orElse("");
    if (!KEY_SHAPE.matcher(key).matches()) {
      throw Members.malformed(
          "Send an " + KEY + " of 8 to 200 printable characters without blanks, such as a UUID.");
    }
    return key;
  }

  /** How many of a list are wanted, 1 to {@link #PAGE_MAX}. */
  public static int limit(HttpServletRequest request) {
    try {
      int limit = parameter(request, "limit").map(Integer::parseInt).orElse(PAGE_USUAL);
      if (limit >= 1 && limit <= PAGE_MAX) {
        return limit;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw Members.malformed("limit must be a number from 1 to " + PAGE_MAX + ".");
  }

  /** The id after which a list goes on; before all of them when none is named. */
  public static UUID after(HttpServletRequest request) {
    try {
      return parameter(request, "after").map(RecordId::of).map(RecordId::value).orElse(BEGINNING);
    } catch (IllegalArgumentException _) {
      throw Members.malformed("after must be the id that next named.");
    }
  }

  /**
   * The id in a path.
   *
   * @throws ProblemException when there is none
   */
  public static RecordId id(String inPath) {
    return RecordId.parse(inPath).orElseThrow(() -> Members.malformed("The path names no id."));
  }
}
