package dev.throughline.server.sentinel;

import dev.throughline.model.access.Role;
import dev.throughline.model.handoff.DataClass;
import dev.throughline.model.signing.Json;
import dev.throughline.server.outside.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The policy {@code handoff-data}: which handoffs may be registered, by the data of people they
 * touch. Pure: the same question is judged in the same way.
 */
final class HandoffData {
  static final String POLICY = "handoff-data";
  static final String VERSION = "1";

  private static final String ACTION = "handoff.register";

  /** Whose signature lets data of people out. */
  private static final Set<String> PRIVACY =
      Set.of(Role.PRIVACY_OFFICER.wireName(), Role.LEGAL_REVIEWER.wireName());

  private static final Set<String> CLASSES =
      Arrays.stream(DataClass.values())
          .map(DataClass::wireName)
          .collect(Collectors.toUnmodifiableSet());

  /** So many findings are named one by one. */
  private static final int FINDINGS_MAX = 50;

  record Verdict(Decision decision, String reason, List<Reason> rationale) {}

  private final List<Reason> rationale = new ArrayList<>();
  private Optional<String> denial = Optional.empty();

  private HandoffData() {}

  static Verdict judge(Question question) {
    HandoffData policy = new HandoffData();
    boolean isKnown = question.action().equals(ACTION);
    policy.rule("known-action", isKnown, "this policy knows " + ACTION + " alone");
    if (isKnown) {
      policy.judge(new Fields(question.resource()), new Fields(question.context()));
    }
    return new Verdict(
        policy.denial.isPresent() ? Decision.DENY : Decision.ALLOW,
        policy.denial.orElse("no rule stands against it"),
        policy.rationale);
  }

  private void judge(Fields resource, Fields context) {
    boolean isNamed =
        resource.text("id").isPresent()
            && resource.value("version").filter(HandoffData::isVersion).isPresent()
            && resource.text("digest").isPresent();
    rule("named", isNamed, "the resource has an id, a version and a digest");
    Optional<Fields> manifest = resource.object("manifest");
    rule("manifest", manifest.isPresent(), "the resource has its whole manifest");
    Set<String> declared = new HashSet<>(resource.texts("dataClasses").orElse(List.of()));
    boolean isDeclared =
        !declared.isEmpty()
            && CLASSES.containsAll(declared)
            && !declared.contains(DataClass.UNKNOWN.wireName());
    rule("declared", isDeclared, "it is said which data of people are touched");
    boolean isPersonal = declared.contains(DataClass.PERSONAL.wireName());
    boolean isSigned =
        context.texts("signedRoles").orElse(List.of()).stream().anyMatch(PRIVACY::contains);
    rule(
        "privacy-signature",
        !isPersonal || isSigned,
        "data of people take the signature of a PrivacyOfficer or LegalReviewer");
    manifest.ifPresent(its -> judge(its, declared, isPersonal));
  }

  private static boolean isVersion(Json json) {
    return json instanceof Json.Number || json instanceof Json.Text;
  }

  private void judge(Fields manifest, Set<String> declared, boolean isPersonal) {
    boolean isSame =
        manifest.texts("dataClasses").map(its -> declared.equals(Set.copyOf(its))).orElse(true);
    rule("same-declaration", isSame, "the manifest declares the same data as the question");
    List<Finding> found = isPersonal ? List.of() : Findings.in(manifest.json());
    rule(
        "undeclared-data",
        found.isEmpty(),
        "no text holds data of people that it does not declare");
    found.stream()
        .limit(FINDINGS_MAX)
        .forEach(one -> rationale.add(new Reason("undeclared-data", "found", one.words())));
    if (found.size() > FINDINGS_MAX) {
      String more = "%s more places".formatted(found.size() - FINDINGS_MAX);
      rationale.add(new Reason("undeclared-data", "found", more));
    }
  }

  private void rule(String name, boolean isKept, String says) {
    rationale.add(new Reason(name, isKept ? "passed" : "failed", says));
    if (!isKept && denial.isEmpty()) {
      denial = Optional.of("not so: " + says);
    }
  }
}
