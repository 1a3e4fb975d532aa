package dev.throughline.server.release;

import dev.throughline.model.release.Release;
import dev.throughline.model.signing.Json;
import dev.throughline.server.sentinel.Ruling;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What SentinelNet said, bound to what it was asked about. It counts for exactly these bytes, and
 * for a day.
 */
final class Verdicts {
  static final Duration TIME = Duration.ofHours(24);

  private static final String EXPIRES_AT = "expiresAt";
  private static final String SUBJECT = "subjectDigest";
  private static final Duration CLOCKS_APART = Duration.ofMinutes(10);
  private static final Pattern RULE = Pattern.compile("[A-Za-z0-9_.:@-]{1,120}");
  private static final int REASONS_MAX = 20;
  private static final int WORDS_MAX = 250;

  private Verdicts() {}

  /** As a document in canonical form; its reasons name rules and places, never a value. */
  static String write(Situation.Out out, Ruling ruling, long nowMillis) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("schema", text("policy-verdict/v1"));
    members.put(SUBJECT, text(out.packet().digest()));
    members.put("caseDigest", text(out.release().caseDigest()));
    members.put("decision", text(ruling.decision().name().toLowerCase(Locale.ROOT)));
    members.put("reason", text(cut(ruling.reason())));
    members.put("policyId", text(cut(ruling.policyId())));
    members.put("policyVersion", text(cut(ruling.policyVersion())));
    members.put("at", text(ruling.at().toString()));
    members.put(EXPIRES_AT, text(Instant.ofEpochMilli(nowMillis).plus(TIME).toString()));
    members.put(
        "rationale",
        new Json.Items(
            ruling.rationale().stream()
                .limit(REASONS_MAX)
                .map(
                    one ->
                        (Json)
                            new Json.Members(
                                new TreeMap<>(
                                    Map.of(
                                        "rule", text(cut(one.rule())),
                                        "result", text(cut(one.result())),
                                        "explanation", text(cut(one.explanation()))))))
                .toList()));
    return new String(new Json.Members(members).canonical(), StandardCharsets.UTF_8);
  }

  /** Whether it was said now, by both clocks, and not some other day. */
  static boolean isFresh(Ruling ruling, long nowMillis) {
    return Math.abs(ruling.at().toEpochMilli() - nowMillis) <= CLOCKS_APART.toMillis();
  }

  /** By which rule it was decided, in words that hold none of anybody's. */
  static String rule(Ruling ruling) {
    String rule = ruling.policyId() + "@" + ruling.policyVersion();
    return RULE.matcher(rule).matches() ? rule : "unnamed";
  }

  private static String cut(String words) {
    return words.length() <= WORDS_MAX ? words : words.substring(0, WORDS_MAX);
  }

  /** Whether the release has one that counts for its packet now. */
  static boolean holds(Situation.Out out, long nowMillis) {
    Release release = out.release();
    return read(release.verdict()) instanceof Json.Members(var its)
        && text(out.packet().digest()).equals(its.get(SUBJECT))
        && text("allow").equals(its.get("decision"))
        && its.get(EXPIRES_AT) instanceof Json.Text(String until)
        && isBefore(nowMillis, until);
  }

  static Json read(String verdict) {
    return Json.parse(verdict.getBytes(StandardCharsets.UTF_8))
            instanceof Json.Parsed.Read(Json json)
        ? json
        : new Json.Items(List.of());
  }

  private static boolean isBefore(long nowMillis, String until) {
    try {
      return nowMillis < Instant.parse(until).toEpochMilli();
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static Json text(String text) {
    return new Json.Text(text);
  }
}
