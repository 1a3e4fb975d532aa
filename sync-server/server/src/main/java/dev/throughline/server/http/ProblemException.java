package dev.throughline.server.http;

import dev.throughline.model.value.Value;
import java.util.Map;

/** Ends a request with a problem. Neither detail nor members may hold text of a record. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Problem problem;
  private final transient Map<String, Value> members;

  public ProblemException(Problem problem, String detail) {
    this(problem, detail, Map.of());
  }

  /** A problem with members of its own, for programs to read. */
  public ProblemException(Problem problem, String detail, Map<String, Value> members) {
    super(detail);
    this.problem = problem;
    this.members = Map.copyOf(members);
  }

  public Problem problem() {
    return problem;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  Map<String, Value> members() {
    return members;
  }
}
