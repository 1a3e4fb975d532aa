package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.value.Value;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestServers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Figures of ideas, approvals and releases. Each test has a server of its own. */
@Timeout(120)
class FiguresIT extends FigureDesk {
  private static final Duration LONGER_THAN_KEPT = Duration.ofSeconds(6);

  @BeforeEach
  void anew() throws Exception {
    server.close();
    begin(Map.of());
    handoff = manager.handoff("Price first");
  }

  private static void pass(Duration time) {
    CLOCK.pass(time.plus(LONGER_THAN_KEPT));
  }

  @Test
  void ideasAreCountedOnceByTheirRoute() {
    RecordId idea = TestDevice.newRecord();
    Map<String, Value> fields = Map.of(Idea.TITLE, Value.text("Pictures"));
    manager.write(idea, Idea.KIND.name(), fields);
    manager.write(idea, Idea.KIND.name(), Map.of(Idea.TITLE, Value.text("Sounds")));
    String key = key();
    for (int times = 0; times < 2; times++) {
      assertThat(members(post(manager, "/product/idea", key, "{\"title\":\"Smells\"}")))
          .containsKey("id");
    }
    counted("throughline_ideas_ingested_total{route=\"http\"}", 1);
    counted("throughline_ideas_ingested_total{route=\"sync\"}", 1);
  }

  @Test
  void signingAndGoingOutAreTimed() throws Exception {
    Packet packet = packet(1, "none", "Prices first.");
    manager.write(packet.id(), Packet.KIND.name(), packet.toFields());
    CLOCK.pass(Duration.ofHours(3));
    lead.answer(handoff, Answer.GO);
    one.answer(handoff, Answer.GO);
    counted("throughline_approval_time_seconds_count{policy=\"handoff-standard\"}", 1);
    assertThat(figure("throughline_approval_time_seconds_sum{policy=\"handoff-standard\"}"))
        .isEqualTo(10_800);
    CLOCK.pass(Duration.ofHours(1));
    go();
    reports(lead, key(), 1, service, CheckOutcome.PASSED);
    reports(lead, key(), 1, check, CheckOutcome.PASSED);
    go();
    counted("throughline_handoff_latency_seconds_count", 1);
    assertThat(figure("throughline_handoff_latency_seconds_sum")).isEqualTo(14_400);
  }

  @Test
  void howThingsStandIsToldAndTrueAfterARestart() throws Exception {
    Release first = verified(1);
    order(incident, words(first, 1, Purpose.EMERGENCY, 0));
    go();
    counted("throughline_rollbacks_executed_total", 1);
    handoff = manager.handoff("Another one");
    Packet packet = packet(1, "none", "Prices first.");
    manager.write(packet.id(), Packet.KIND.name(), packet.toFields());
    propose(
        manager,
        rule(manager, Policies.ROLLBACK.document().replace("\"version\":1", "\"version\":2")));
    pass(Duration.ofHours(2));
    Map<String, Double> told = figures(server);
    assertThat(told)
        .containsEntry("throughline_approvals_open{kind=\"packet\"}", 1.0)
        .containsEntry("throughline_approvals_open{kind=\"rollback-order\"}", 1.0)
        .containsEntry("throughline_approvals_open{kind=\"quorum-policy\"}", 1.0)
        .containsEntry("throughline_approvals_oldest_age_seconds", 7_206.0)
        .containsEntry("throughline_approvals_p95_age_seconds", 7_206.0)
        .containsEntry("throughline_approvals_slow_after_seconds", 86_400.0)
        .containsEntry("throughline_releases{state=\"rolled-back\"}", 1.0)
        .containsEntry("throughline_releases{state=\"testing\"}", 0.0)
        .containsEntry("throughline_orders_open{purpose=\"emergency\"}", 1.0)
        .containsEntry("throughline_emergencies_unratified", 1.0)
        .containsEntry("throughline_emergencies_unratified_age_seconds", 7_206.0);
    try (SyncServer.Running again = TestServers.another(Map.of(), CLOCK)) {
      Map<String, Double> then = figures(again);
      told.keySet().stream()
          .filter(name -> name.matches("throughline_(approvals|releases|orders|emergenc).*"))
          .forEach(name -> assertThat(then).containsEntry(name, told.get(name)));
    }
  }

  @Test
  void aReleaseThatWaitsForPeopleIsNotStuck() throws Exception {
    Release release = submitted(1);
    go();
    assertThat(now(release).waits().wireName()).isEqualTo("checks");
    pass(Duration.ofHours(1));
    assertThat(figure("throughline_releases{state=\"testing\"}")).isEqualTo(1);
    assertThat(figure("throughline_releases_waiting_age_seconds{waits=\"kernel\"}")).isZero();
    records.run(
        workspace, of -> Moves.waits(now(release), dev.throughline.model.release.Waits.KERNEL, of));
    pass(Duration.ofHours(1));
    assertThat(figure("throughline_releases_waiting{waits=\"kernel\"}")).isEqualTo(1);
    assertThat(figure("throughline_releases_waiting_age_seconds{waits=\"kernel\"}"))
        .isEqualTo(7_212);
  }
}
