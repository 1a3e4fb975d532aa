package dev.throughline.server.http;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;

/** Names an exception by its types and our place in the code, without any of its messages. */
final class Incident {
  private static final int CAUSES_MAX = 6;
  private static final String OURS = "dev.throughline.";

  private Incident() {}

  static String of(Throwable thrown) {
    StringJoiner chain = new StringJoiner(" < ");
    Throwable cause = thrown;
    for (int i = 0; i < CAUSES_MAX && cause != null; i++) {
      String state = cause instanceof SQLException sql ? "[" + sql.getSQLState() + "]" : "";
      chain.add(cause.getClass().getSimpleName() + state);
      cause = cause.getCause();
    }
    return chain + place(thrown).map(at -> " at " + at).orElse("");
  }

  private static Optional<String> place(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OURS))
        .findFirst()
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
  }
}
