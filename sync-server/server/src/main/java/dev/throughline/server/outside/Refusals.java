package dev.throughline.server.outside;

import com.google.re2j.Pattern;
import dev.throughline.model.signing.Json;
import java.util.Optional;

/**
 * Reads how outside systems say no: {@code {error, details}} as Kernel does, or {@code {ok: false,
 * error: {code, message, details}}} as SentinelNet does. Where a sentence stands for the code, the
 * code is {@value #WORDLESS}.
 */
final class Refusals {
  static final int WHY_LENGTH_MAX = 300;

  /** The code of a refusal that has words instead of one. */
  static final String WORDLESS = "refused";

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private Refusals() {}

  /** Empty when the answer has neither shape. */
  static <T> Optional<Answer<T>> read(Json.Members body) {
    Fields answer = new Fields(body);
    Optional<Fields> error = answer.object("error");
    Optional<String> said =
        error.isPresent() ? error.flatMap(its -> its.text("code")) : answer.text("error");
    Optional<String> why =
        error.flatMap(its -> its.text("message")).or(() -> answer.text("details"));
    return said.map(
        its ->
            CODE.matches(its)
                ? new Answer.Refused<>(its, plain(why.orElse("it gave no reason")))
                : new Answer.Refused<>(WORDLESS, plain(its)));
  }

  private static String plain(String why) {
    String line = why.replaceAll("\\p{Cntrl}+", " ").strip();
    int shown = Math.min(line.codePointCount(0, line.length()), WHY_LENGTH_MAX);
    return line.substring(0, line.offsetByCodePoints(0, shown));
  }
}
