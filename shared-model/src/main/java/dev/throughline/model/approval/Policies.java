package dev.throughline.model.approval;

import dev.throughline.model.handoff.DataClass;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules there are, the strictest first. */
public final class Policies {
  /** Costs a year from which on more people sign: fifty thousand, in whichever currency. */
  private static final String MUCH = "50000";

  private static final String LEAD_AND_APPROVER =
      """
      {"name":"tech","count":1,"roles":["TechnicalLead"]},
      {"name":"approval","count":1,"roles":["Approver"]}
      """;

  private static final int USUAL_DAYS = 14;
  private static final int RATIFY_DAYS = 2;

  public static final List<Policy> USUAL =
      List.of(
          policy(
              "handoff-personal-data",
              "\"dataClasses\":[\"personal\"]",
              """
              {"name":"tech","count":1,"roles":["TechnicalLead"]},
              {"name":"privacy","count":1,"roles":["PrivacyOfficer","LegalReviewer"]},
              {"name":"approval","count":2,"roles":["Approver"]}
              """,
              "\"Approver\",\"PrivacyOfficer\",\"LegalReviewer\""),
          policy(
              "handoff-high-budget",
              "\"firstYear\":" + MUCH,
              """
              {"name":"tech","count":1,"roles":["TechnicalLead"]},
              {"name":"approval","count":2,"roles":["Approver"]}
              """,
              "\"Approver\""),
          policy("handoff-standard", "", LEAD_AND_APPROVER, "\"Approver\""));

  /** Who signs that a release is taken back. */
  public static final Policy ROLLBACK =
      policy("rollback", "", LEAD_AND_APPROVER, "\"Approver\"", USUAL_DAYS);

  /** Who stands behind what an incident lead did alone. */
  public static final Policy EMERGENCY =
      policy("rollback-emergency", "", LEAD_AND_APPROVER, "\"Approver\"", RATIFY_DAYS);

  /** Who agrees that a rule becomes another one. */
  public static final Policy CHANGE =
      policy(
          "rule-change",
          "",
          """
          {"name":"keys","count":1,"roles":["KeyAdmin"]},
          {"name":"approval","count":2,"roles":["Approver"]}
          """,
          "\"Approver\",\"KeyAdmin\"",
          USUAL_DAYS);

  /** Every rule there is, as the program brings it. */
  public static final List<Policy> ALL =
      Stream.concat(USUAL.stream(), Stream.of(ROLLBACK, EMERGENCY, CHANGE)).toList();

  private static final String PERSONAL = DataClass.PERSONAL.wireName();

  private Policies() {}

  private static Policy policy(String id, String when, String groups, String vetoes) {
    return policy(id, when, groups, vetoes, USUAL_DAYS);
  }

  /** The rule for an order: what an emergency did has to be signed soon. */
  public static Policy of(Purpose purpose) {
    return purpose == Purpose.EMERGENCY ? EMERGENCY : ROLLBACK;
  }

  private static Policy policy(
      String id, String when, String groups, String vetoes, int signingDays) {
    String document =
        """
        {"schema":"quorum-policy/v1","policyId":"%s","version":1,"when":{%s},
         "groups":[%s],"vetoes":[%s],"excludesContributors":true,"signingDays":%s}
        """
            .formatted(id, when, groups, vetoes, Integer.toString(signingDays));
    return switch (PolicyReader.parse(document.getBytes(StandardCharsets.UTF_8))) {
      case PolicyReader.Parsed.Read(Policy policy) -> policy;
      case PolicyReader.Parsed.Refused(String why) -> throw new IllegalStateException(id + why);
    };
  }

  /** Whether people can propose another version: the rule for rules stays. */
  public static boolean isChangeable(Policy policy) {
    return !policy.id().equals(CHANGE.id());
  }

  /** The first version of a rule; empty for one nobody knows. */
  public static Optional<Policy> first(String id) {
    return ALL.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** The rule of the program for a manifest. */
  public static Policy of(Json manifest) {
    return of(manifest, USUAL);
  }

  /** The first of these that holds for its costs and its data; the last holds for any. */
  static Policy of(Json manifest, List<Policy> rules) {
    Map<String, Json> members = manifest instanceof Json.Members(var its) ? its : Map.of();
    Optional<BigDecimal> firstYear =
        members.get("costs") instanceof Json.Members(var costs)
                && costs.get("totalMinor") instanceof Json.Text(String minor)
                && costs.get("currency") instanceof Json.Text(String currency)
            ? units(minor, currency)
            : Optional.empty();
    String data =
        members.get("dataClasses") instanceof Json.Items(var all)
                && !all.isEmpty()
                && all.getFirst() instanceof Json.Text(String one)
            ? one
            : PERSONAL;
    // What nobody knows may be any.
    String touched = data.equals(DataClass.UNKNOWN.wireName()) ? PERSONAL : data;
    return rules.stream()
        .filter(policy -> policy.holdsFor(firstYear, touched))
        .findFirst()
        .orElseThrow();
  }

  /** The first version of a rule, when it has that number. */
  public static Optional<Policy> named(String id, long version) {
    return first(id).filter(it -> it.version() == version);
  }

  private static Optional<BigDecimal> units(String minor, String currency) {
    try {
      return Optional.of(new Money(Long.parseLong(minor), currency).amount());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
