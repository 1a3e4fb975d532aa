package dev.throughline.model.approval;

import dev.throughline.model.signing.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules there are, the strictest first. */
public final class Policies {
  /** Costs a year from which on more people sign: fifty thousand, in whichever currency. */
  private static final String MUCH = "5000000";

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
              "\"firstYearMinor\":" + MUCH,
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

  private Policies() {}

  private static Policy policy(String id, String when, String groups, String vetoes) {
    String document =
        """
        {"schema":"quorum-policy/v1","policyId":"%s","version":1,"when":{%s},
         "groups":[%s],"vetoes":[%s],"excludesContributors":true,"signingDays":14}
        """
            .formatted(id, when, groups, vetoes);
    return switch (PolicyReader.parse(document.getBytes(StandardCharsets.UTF_8))) {
      case PolicyReader.Parsed.Read(Policy policy) -> policy;
      case PolicyReader.Parsed.Refused(String why) -> throw new IllegalStateException(id + why);
    };
  }

  /** The rule for a manifest: the first that holds for its costs and its data. */
  public static Policy of(Json manifest) {
    Map<String, Json> members = manifest instanceof Json.Members(var its) ? its : Map.of();
    Optional<Long> firstYear =
        members.get("costs") instanceof Json.Members(var costs)
                && costs.get("totalMinor") instanceof Json.Text(String minor)
            ? number(minor)
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
    return USUAL.stream().filter(it -> it.id().equals(id) && it.version() == version).findFirst();
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
