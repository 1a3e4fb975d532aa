package dev.throughline.model.approval;

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
          policy(
              "handoff-standard",
              "",
              """
              {"name":"tech","count":1,"roles":["TechnicalLead"]},
              {"name":"approval","count":1,"roles":["Approver"]}
              """,
              "\"Approver\""));

  /** Who signs that a release is taken back. */
  public static final Policy ROLLBACK =
      policy(
          "rollback",
          "",
          """
          {"name":"tech","count":1,"roles":["TechnicalLead"]},
          {"name":"approval","count":1,"roles":["Approver"]}
          """,
          "\"Approver\"",
          USUAL_DAYS);

  /** Who stands behind what an incident lead did alone. */
  public static final Policy EMERGENCY =
      policy(
          "rollback-emergency",
          "",
          """
          {"name":"tech","count":1,"roles":["TechnicalLead"]},
          {"name":"approval","count":1,"roles":["Approver"]}
          """,
          "\"Approver\"",
          RATIFY_DAYS);

  /** Every rule there is. */
  public static final List<Policy> ALL =
      Stream.concat(USUAL.stream(), Stream.of(ROLLBACK, EMERGENCY)).toList();

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

  /** The rule for a manifest: the first that holds for its costs and its data. */
  public static Policy of(Json manifest) {
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
            : "personal";
    return USUAL.stream()
        .filter(policy -> policy.holdsFor(firstYear, data))
        .findFirst()
        .orElseThrow();
  }

  /** The rule of that name and version; empty for one nobody knows. */
  public static Optional<Policy> named(String id, long version) {
    return ALL.stream().filter(it -> it.id().equals(id) && it.version() == version).findFirst();
  }

  private static Optional<BigDecimal> units(String minor, String currency) {
    try {
      return Optional.of(new Money(Long.parseLong(minor), currency).amount());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
