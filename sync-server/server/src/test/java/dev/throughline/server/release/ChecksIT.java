package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pipelines report checks, and read how far a handoff is. */
class ChecksIT extends RouteDesk {
  @BeforeAll
  static void start() throws Exception {
    begin(Map.of());
  }

  private Release testing(long version) throws Exception {
    Release release = submitted(version);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.TESTING);
    return release;
  }

  private void changesNothing(Release release, Runnable what) {
    Release before = now(release);
    long head = manager.device.hello().head();
    what.run();
    assertThat(now(release)).isEqualTo(before);
    assertThat(manager.device.hello().head()).isEqualTo(head);
  }

  @Test
  void whatAPipelineReportsVerifiesTheRelease() throws Exception {
    Release release = testing(1);
    TestHttp.Answer first = reports(lead, key(), 1, service, CheckOutcome.PASSED);
    assertThat(first.status()).isEqualTo(201);
    Map<String, Value> out = members(first);
    assertThat(text(out, "state")).isEqualTo("testing");
    assertThat(items(out, "results")).hasSize(1);
    Map<String, Value> result = entries(items(out, "results").getFirst());
    assertThat(text(result, "check")).isEqualTo(service.toString());
    assertThat(text(result, "value")).isEqualTo("41");
    assertThat(text(result, "by")).isEqualTo(lead.person.toString());
    assertThat(reports(manager, key(), 1, check, CheckOutcome.PASSED).status()).isEqualTo(201);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
  }

  @Test
  void whatWentOutIsTestedThoughItsHandoffWasPutAway() throws Exception {
    Release release = testing(1);
    lead.device.send(lead.device.trash(handoff, "handoff", lead.device.hello().head()));
    assertThat(reports(lead, key(), 1, service, CheckOutcome.PASSED).status()).isEqualTo(201);
    assertThat(reports(manager, key(), 1, check, CheckOutcome.PASSED).status()).isEqualTo(201);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
  }

  @Test
  void theSameAgainIsAnsweredAsBeforeAndAnotherOutcomeIsRefused() throws Exception {
    Release release = testing(1);
    String key = key();
    Map<String, Value> first = members(reports(lead, key, 1, service, CheckOutcome.PASSED));
    changesNothing(
        release,
        () -> {
          TestHttp.Answer again = reports(lead, key, 1, service, CheckOutcome.PASSED);
          assertThat(again.status()).isEqualTo(200);
          assertThat(members(again)).isEqualTo(first);
          TestHttp.Answer other = reports(manager, key(), 1, service, CheckOutcome.PASSED);
          assertThat(other.status()).isEqualTo(200);
          assertThat(members(other)).isEqualTo(first);
          refused(reports(lead, key(), 1, service, CheckOutcome.FAILED), 409, "passed");
          refused(reports(lead, key, 1, service, CheckOutcome.FAILED), 409, "same body");
          refused(reports(lead, key, 1, check, CheckOutcome.PASSED), 409, "same body");
        });
  }

  @Test
  void whatComesBeforeItIsOutOrAfterItIsDecidedChangesNothing() throws Exception {
    Release release = submitted(1);
    refused(reports(lead, key(), 1, service, CheckOutcome.PASSED), 404);
    advance.step(workspace, handoff);
    changesNothing(
        release,
        () -> refused(reports(lead, key(), 1, service, CheckOutcome.PASSED), 409, "checking"));
    go();
    reports(lead, key(), 1, check, CheckOutcome.FAILED);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.FAILED);
    changesNothing(
        release,
        () -> {
          refused(reports(lead, key(), 1, service, CheckOutcome.PASSED), 409, "failed");
          refused(reports(lead, key(), 1, check, CheckOutcome.PASSED), 409, "first counts");
        });
  }

  @Test
  void aReportOfTheRoundBeforeIsNotOneOfThisRound() throws Exception {
    Release release = testing(1);
    String late = key();
    reports(lead, key(), 1, service, CheckOutcome.PASSED);
    reports(lead, late, 1, check, CheckOutcome.FAILED);
    go();
    one.answerOrder(now(release).order().orElseThrow(), Answer.NO_GO);
    go();
    assertThat(now(release).generation()).isEqualTo(2);
    changesNothing(
        release,
        () -> {
          assertThat(reports(lead, late, 1, check, CheckOutcome.FAILED).status()).isEqualTo(200);
          assertThat(reports(lead, key(), 1, service, CheckOutcome.PASSED).status()).isEqualTo(200);
        });
    assertThat(reports(lead, key(), 1, check, CheckOutcome.PASSED).status()).isEqualTo(201);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
  }

  @Test
  void reportsForTheVersionBeforeChangeNeitherVersion() throws Exception {
    Release old = testing(1);
    Release next = testing(2);
    assertThat(state(old)).isEqualTo(ReleaseState.SUPERSEDED);
    changesNothing(
        next,
        () -> refused(reports(lead, key(), 1, service, CheckOutcome.FAILED), 409, "superseded"));
    assertThat(now(old).results()).isEmpty();
  }

  @Test
  void whatNobodyKnowsIsRefusedByName() throws Exception {
    Release release = testing(1);
    String path = "/product/handoff/" + handoff + "/checks";
    changesNothing(
        release,
        () -> {
          refused(reports(lead, key(), 7, service, CheckOutcome.PASSED), 404, "version");
          refused(
              reports(lead, key(), 1, TestDevice.newRecord(), CheckOutcome.PASSED), 404, "check");
          refused(post(lead, path, key(), "{\"mood\":1}"), 400, "mood");
          refused(post(lead, path, "short", "{}"), 400, "Idempotency-Key");
          refused(
              post(lead, path, key(), "{\"version\":1,\"check\":\"" + check + "\"}"),
              400,
              "outcome");
          refused(reports(one, key(), 1, service, CheckOutcome.PASSED), 403);
        });
  }

  @Test
  void aHandoffIsReadWithEverythingThatHangsOnIt() throws Exception {
    Release release = testing(1);
    reports(lead, key(), 1, service, CheckOutcome.FAILED);
    go();
    Map<String, Value> read = members(get(manager, "/product/handoff/" + handoff));
    assertThat(read).containsKeys("checklist", "costs", "services", "acceptance", "title");
    assertThat(text(entries(read.get("approval")), "state")).isEqualTo("spent");
    Map<String, Value> out = entries(items(read, "releases").getFirst());
    assertThat(text(out, "state")).isEqualTo("failed");
    assertThat(text(out, "waits")).isEqualTo("signatures");
    assertThat(out.get("since")).isEqualTo(Value.whole(now(release).since()));
    assertThat(items(out, "checks")).hasSize(2);
    Map<String, Value> order = entries(items(read, "orders").getFirst());
    assertThat(text(order, "purpose")).isEqualTo("rollback");
    assertThat(text(order, "state")).isEqualTo("open");
    Map<String, Value> seen = members(get(incident, "/product/handoff/" + handoff));
    assertThat(seen.get("checklist")).as("not theirs to read").isEqualTo(Value.NOTHING);
    refused(get(manager, "/product/handoff/" + TestDevice.newRecord()), 404);
    refused(get(admin, "/product/handoff/" + handoff), 404);
    refused(get(manager, "/product/handoff/none"), 400);
  }
}
