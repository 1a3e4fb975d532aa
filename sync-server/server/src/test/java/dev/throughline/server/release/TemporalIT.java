package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.engines.TemporalEngine;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.server.TestServers;
import dev.throughline.server.sync.ServerDesk;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real engine takes the steps; it and the server may die in between. */
class TemporalIT extends FigureDesk {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

  private static final String RUNNING = "throughline_workflow_running";

  private static TemporalEngine engine = TemporalEngine.onClock(CLOCK);
  private static final int PORT = engine.port();
  private static boolean hasEngine = true;

  @BeforeAll
  static void start() throws Exception {
    begin(properties());
  }

  private static Map<String, String> properties() {
    return Map.of(
        "throughline.temporal.target", engine.target(),
        "throughline.temporal.namespace", engine.namespace());
  }

  @AfterAll
  static void end() {
    server.close();
    engine.close();
  }

  /** Looks again and again; each look is a question to the server. */
  private static void await(String what, BooleanSupplier isSo) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!isSo.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(until);
    }
  }

  /** The engine carries it out as soon as it hears of it; where there is none, nobody does. */
  @Override
  void signedByAll() {
    if (hasEngine) {
      await("spent", () -> manager.approval(handoff).state() == ApprovalState.SPENT);
    } else {
      super.signedByAll();
    }
  }

  private void awaitState(Release release, ReleaseState state) {
    await(
        "release is " + state,
        () ->
            manager.device.pullAll(0).stream()
                    .anyMatch(change -> change.record().equals(release.id()))
                && state(release) == state);
  }

  private static void pass(Duration time) {
    CLOCK.pass(time);
    engine.skip(time);
  }

  @Test
  void nobodyHasToTakeAStepAndTimersFireOnTheClock() throws Exception {
    Release release = submitted(1);
    awaitState(release, ReleaseState.TESTING);
    report(lead, release, service, CheckOutcome.PASSED);
    report(manager, release, check, CheckOutcome.PASSED);
    awaitState(release, ReleaseState.VERIFIED);
    RecordId order = order(incident, words(release, 1, Purpose.EMERGENCY, 0));
    awaitState(release, ReleaseState.ROLLED_BACK);
    pass(Duration.ofHours(49));
    await("unratified", () -> orderState(order) == ApprovalState.EXPIRED);
    await("a revert is asked for", () -> !now(release).order().orElseThrow().equals(order));
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void anEngineThatForgotEverythingIsTaughtAgain() throws Exception {
    Release release = submitted(1);
    awaitState(release, ReleaseState.TESTING);
    Rounds rounds = bean(server, Rounds.class);
    rounds.go();
    assertThat(figure(RUNNING)).isEqualTo(1);
    engine.close();
    rounds.go();
    assertThat(figure(RUNNING)).isZero();
    report(lead, release, service, CheckOutcome.PASSED);
    report(manager, release, check, CheckOutcome.PASSED);
    engine = TemporalEngine.start(PORT);
    await(
        "verified",
        () -> {
          rounds.go();
          return state(release) == ReleaseState.VERIFIED;
        });
    assertThat(figure(RUNNING)).isEqualTo(1);
    engine.close();
    engine = TemporalEngine.onClock(CLOCK);
    restart(properties());
  }

  @Test
  void aServerThatComesBackGoesOn() throws Exception {
    restart(Map.of());
    Release release = submitted(1);
    restart(properties());
    awaitState(release, ReleaseState.TESTING);
  }

  /** The same port and clock, and these properties. */
  private static void restart(Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.put("throughline.identity.issuer", issuerUrl());
    all.put("server.port", String.valueOf(server.port()));
    hasEngine = !properties.isEmpty();
    server.close();
    server = TestServers.another(all, CLOCK);
    records = bean(server, ServerDesk.class);
  }
}
