package dev.throughline.engines;

import static dev.throughline.engines.EngineSamples.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.engines.TemporalSamples.Desk;
import io.temporal.client.WorkflowNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TemporalEngineIT {
  private static final Duration A_MOMENT = Duration.ofMillis(50);
  private static final Duration TWO_DAYS = Duration.ofHours(48);

  @Test
  void runsTimersActivitiesAndSignals() {
    try (var engine = TemporalEngine.start(0);
        var desk = Desk.at(engine).work()) {
      desk.begin("letter", A_MOMENT).say("hello");

      assertThat(desk.result("letter")).isEqualTo("hello, stamped");
    }
  }

  @Test
  void isOpenOnLoopbackOnly() throws IOException {
    try (var engine = TemporalEngine.start(0)) {
      assertThat(engine.target()).isEqualTo("127.0.0.1:" + engine.port());
      assertThat(answers(InetAddress.getByName("127.0.0.1"), engine.port())).isTrue();
      assertThat(otherAddresses()).isNotEmpty();
      for (var address : otherAddresses()) {
        assertThat(answers(address, engine.port())).as("on %s", address).isFalse();
      }
    }
  }

  private static List<InetAddress> otherAddresses() throws IOException {
    var all =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .collect(Collectors.toCollection(HashSet::new));
    all.add(InetAddress.getByName("127.0.0.2"));
    all.remove(InetAddress.getByName("127.0.0.1"));
    return List.copyOf(all);
  }

  private static boolean answers(InetAddress address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 2_000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void enginesOfOneProcessDoNotSeeEachOther() {
    try (var one = TemporalEngine.start(0);
        var other = TemporalEngine.start(0);
        var here = Desk.at(one);
        var there = Desk.at(other)) {
      here.begin("letter", A_MOMENT);
      here.begun("letter").say("hello");

      assertThatThrownBy(() -> there.begun("letter").say("hello"))
          .isInstanceOf(WorkflowNotFoundException.class);
    }
  }

  @Test
  void startsAgainOnTheSamePortAndEmpty() throws IOException {
    int port;
    try (var engine = TemporalEngine.start(0);
        var desk = Desk.at(engine)) {
      port = engine.port();
      desk.begin("letter", A_MOMENT);
    }
    assertThat(answers(InetAddress.getByName("127.0.0.1"), port)).isFalse();
    try (var engine = TemporalEngine.start(port);
        var desk = Desk.at(engine)) {
      assertThat(engine.port()).isEqualTo(port);
      assertThatThrownBy(() -> desk.begun("letter").say("hello"))
          .isInstanceOf(WorkflowNotFoundException.class);
    }
  }

  @Test
  void leavesNoThreads() {
    runsTimersActivitiesAndSignals();
    var before = threads();

    var engine = TemporalEngine.start(0);
    try (var desk = Desk.at(engine).work()) {
      desk.begin("letter", A_MOMENT).say("hello");
      assertThat(desk.result("letter")).isNotEmpty();
      assertThat(threads()).isNotEqualTo(before);
    }
    engine.close();
    engine.close();

    await("the end of " + threads(), () -> before.containsAll(threads()));
  }

  /** All but those on which the JVM runs its virtual ones. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("ForkJoinPool"))
        .filter(thread -> !thread.getName().startsWith("VirtualThread"))
        .collect(Collectors.toSet());
  }

  @Test
  void takenPortIsNamedAndNothingIsLeft() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = other.getLocalPort();
      var before = threads();

      assertThatThrownBy(() -> TemporalEngine.start(port).close())
          .isInstanceOfSatisfying(
              EngineException.class,
              e -> {
                assertThat(e.code()).isEqualTo(EngineException.Code.PORT_TAKEN);
                assertThat(e.sentence()).startsWith("Port " + port);
              });
      await("the end of what was begun", () -> before.containsAll(threads()));
    }
  }

  @Test
  void movedTimeFiresATimerOfTwoDaysAtOnce() {
    var clock = InstantSource.fixed(Instant.parse("2031-03-04T05:06:07Z"));
    try (var engine = TemporalEngine.onClock(clock);
        var desk = Desk.at(engine).work()) {
      desk.begin("letter", TWO_DAYS).say("hello");

      engine.skip(TWO_DAYS.minusHours(1));
      assertThat(desk.isOver("letter")).isFalse();
      engine.skip(Duration.ofHours(1).plusMinutes(1));

      assertThat(desk.result("letter")).isEqualTo("hello, stamped");
      assertThat(desk.ended("letter"))
          .isBetween(clock.instant().plus(TWO_DAYS), clock.instant().plus(Duration.ofHours(49)));
    }
  }

  @Test
  void timeStandsStillWhileAWorkflowWaitsForAWorker() {
    try (var engine = TemporalEngine.onClock(InstantSource.fixed(Instant.EPOCH.plus(TWO_DAYS)));
        var desk = Desk.at(engine)) {
      desk.begin("letter", TWO_DAYS);

      assertThatThrownBy(() -> engine.skip(TWO_DAYS))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("waits for a worker");
    }
  }

  @Test
  void realTimeIsMovedByNobody() {
    try (var engine = TemporalEngine.start(0);
        var desk = Desk.at(engine)) {
      assertThatThrownBy(() -> engine.skip(TWO_DAYS)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(desk::moveTime).hasMessageContaining("UNIMPLEMENTED");
    }
  }
}
