package dev.throughline.model.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.signing.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rule follows from costs and data; its seats are for distinct people. */
class PolicyTest {
  private static Policy of(String manifest) {
    return Json.parse(manifest.getBytes(StandardCharsets.UTF_8))
            instanceof Json.Parsed.Read(Json json)
        ? Policies.of(json)
        : Policies.USUAL.getFirst();
  }

  private static String costing(String minor, String currency, String data) {
    return "{\"costs\":{\"totalMinor\":\"%s\",\"currency\":\"%s\"},\"dataClasses\":[\"%s\"]}"
        .formatted(minor, currency, data);
  }

  private static Cast cast(String person, Answer answer, String... roles) {
    RecordId id = new RecordId(Uuids.derived(person));
    return new Cast(id, id, id, Set.of(roles), answer, 0, 0);
  }

  @Test
  void theStricterRuleHoldsForMuchMoneyAndForDataAboutPeople() {
    assertThat(of(costing("4999999", "EUR", "none")).id()).isEqualTo("handoff-standard");
    assertThat(of(costing("5000000", "EUR", "none")).id()).isEqualTo("handoff-high-budget");
    assertThat(of(costing("50000", "JPY", "none")).id())
        .as("a yen has no cents")
        .isEqualTo("handoff-high-budget");
    assertThat(of(costing("x", "EUR", "none")).id())
        .as("what nobody knows may be much")
        .isEqualTo("handoff-high-budget");
    assertThat(of(costing("1", "EUR", "personal")).id()).isEqualTo("handoff-personal-data");
    assertThat(of("{}").id()).as("what nobody said").isEqualTo("handoff-personal-data");
  }

  @Test
  void aPersonWithTwoRolesTakesOneSeat() {
    Policy high = Policies.USUAL.get(1);
    Cast both = cast("both", Answer.GO, "TechnicalLead", "Approver");
    Tally one = Tally.of(high, List.of(both));
    assertThat(one.empty()).hasSize(2);
    Tally two = Tally.of(high, List.of(both, cast("second", Answer.GO, "Approver")));
    assertThat(two.empty()).hasSize(1);
    Tally all =
        Tally.of(
            high,
            List.of(
                both,
                cast("second", Answer.GO, "Approver"),
                cast("third", Answer.GO_WITH_CONDITIONS, "Approver")));
    assertThat(all.isMet()).as("the one with both moves to the seat nobody else has").isTrue();
  }

  @Test
  void aNoOfSomebodyWhoMayStopsIt() {
    Policy standard = Policies.USUAL.getLast();
    Cast lead = cast("lead", Answer.NO_GO, "TechnicalLead");
    assertThat(Tally.of(standard, List.of(lead)).isRejected()).isFalse();
    Cast approver = cast("approver", Answer.NO_GO, "Approver");
    Tally stopped =
        Tally.of(
            standard,
            List.of(
                approver,
                cast("other", Answer.GO, "Approver"),
                cast("lead", Answer.GO, "TechnicalLead")));
    assertThat(stopped.empty()).isEmpty();
    assertThat(stopped.isMet()).isFalse();
  }

  @Test
  void whatAPolicyDoesNotKnowItRefuses() {
    String sound = Policies.USUAL.getFirst().document();
    assertThat(PolicyReader.parse(sound.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new PolicyReader.Parsed.Read(Policies.USUAL.getFirst()));
    for (String bad :
        Arrays.asList(
            sound.replace("\"version\":1", "\"version\":0"),
            sound.replace("\"version\":1", "\"version\":1.5"),
            sound.replace("\"Approver\"", "\"Emperor\""),
            sound.replace("\"when\"", "\"whenever\""),
            sound.replace("\"count\":2", "\"count\":200"),
            sound.replace("quorum-policy/v1", "quorum-policy/v2"),
            sound.replace("{\"dataClasses\"", "{\"moon\":1,\"dataClasses\""),
            "[]",
            "")) {
      assertThat(bad).isNotEqualTo(sound);
      assertThat(PolicyReader.parse(bad.getBytes(StandardCharsets.UTF_8)))
          .as(bad)
          .isInstanceOf(PolicyReader.Parsed.Refused.class);
    }
  }

  @Test
  void everyRuleOfTheProgramWrittenAgainIsTheSameBytes() {
    for (Policy rule : Policies.ALL) {
      assertThat(PolicyWriter.document(rule)).isEqualTo(rule.document());
      assertThat(PolicyWriter.next(rule, rule.version())).contains(rule);
    }
  }

  @Test
  void theNextVersionSaysWhatIsAskedForOrIsNone() {
    Policy high = Policies.USUAL.get(1);
    Policy wanted =
        new Policy(
            high.id(),
            1,
            OptionalLong.of(70_000),
            high.data(),
            List.of(new Policy.Group("approval", 3, Set.of("Approver", "Researcher"))),
            high.vetoes(),
            false,
            Duration.ofDays(7),
            Duration.ofHours(48),
            "");
    Policy next = PolicyWriter.next(wanted, 2).orElseThrow();
    assertThat(next.version()).isEqualTo(2);
    assertThat(next.from()).hasValue(70_000);
    assertThat(next.groups()).isEqualTo(wanted.groups());
    assertThat(next.excludesContributors()).isFalse();
    assertThat(next.signingTime()).isEqualTo(Duration.ofDays(7));
    assertThat(next.coolOff()).isEqualTo(Duration.ofHours(48));
    assertThat(QuorumPolicy.of(next, Optional.empty(), "why").rule()).contains(next);
    Policy tooLong =
        new Policy(
            high.id(),
            1,
            high.from(),
            high.data(),
            high.groups(),
            high.vetoes(),
            true,
            high.signingTime(),
            Duration.ofHours(49),
            "");
    assertThat(PolicyWriter.next(tooLong, 2)).isEmpty();
  }
}
