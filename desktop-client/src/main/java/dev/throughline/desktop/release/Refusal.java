package dev.throughline.desktop.release;

import dev.throughline.model.signing.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why SentinelNet did not let a version out.
 *
 * @param policy the name of its rule
 * @param version of that rule, as it writes it
 * @param lines what of the rule did not hold
 */
record Refusal(String reason, String policy, String version, List<String> lines) {
  /** Results of a part of a rule that stands in nobody's way. */
  private static final Set<String> HOLDS = Set.of("allow", "allowed", "ok", "pass", "passed");

  private static final int LINES_MAX = 5;

  /** Reads a verdict; empty where there is none that can be read. */
  static Optional<Refusal> of(String verdict) {
    if (!(Json.parse(verdict.getBytes(StandardCharsets.UTF_8))
        instanceof Json.Parsed.Read(Json.Members(var its)))) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            text(its, "reason"), text(its, "policyId"), text(its, "policyVersion"), lines(its)));
  }

  private static List<String> lines(Map<String, Json> verdict) {
    List<String> lines = new ArrayList<>();
    if (verdict.get("rationale") instanceof Json.Items(var items)) {
      for (Json item : items) {
        if (item instanceof Json.Members(var its) && !HOLDS.contains(text(its, "result"))) {
          lines.add(line(text(its, "rule"), text(its, "explanation")));
        }
      }
    }
    lines.removeIf(String::isBlank);
    return List.copyOf(lines.subList(0, Math.min(LINES_MAX, lines.size())));
  }

  private static String line(String rule, String explanation) {
    return rule.isBlank() || explanation.isBlank() ? rule + explanation : rule + ": " + explanation;
  }

  private static String text(Map<String, Json> members, String name) {
    Json json = members.get(name);
    if (json instanceof Json.Number(double value)) {
      return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
    return json instanceof Json.Text(String text) ? text : "";
  }
}
