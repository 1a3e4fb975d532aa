package dev.throughline.server.outside;

import com.google.re2j.Pattern;
import dev.throughline.model.signing.Json;
import java.util.Optional;

/**
 * Reads how outside systems say no: {@code {error, details}} as Kernel does, or {@code {ok: false,
 * error: {code, message, details}}} as SentinelNet does.
 */
final class Refusals {
  static final int WHY_LENGTH_MAX = 300;

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private Refusals() {}

  /** Empty when the answer has neither shape. */
  static <T> Optional<Answer<T>> read(Json.Members body) {
    Fields answer = new Fields(body);
    Optional<Fields> error = answer.object("error");
    Optional<String> code =
        error.isPresent() ? error.flatMap(its -> its.text("code")) : answer.text("error");
    String why =
        error
            .flatMap(its -> its.text("message"))
            .or(() -> answer.text("details"))
            .orElse("it gave no reason");
    return code.filter(CODE::matches).map(its -> new Answer.Refused<>(its, plain(why)));
  }

  private static String plain(String why) {
    String line = why.replaceAll("\\p{Cntrl}", " ");
    return line.substring(0, line.offsetByCodePoints(0, shown(line)));
  }

  private static int shown(String line) {
    return Math.min(line.codePointCount(0, line.length()), WHY_LENGTH_MAX);
  }
}
