package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.people.Places;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HintsTest {
  private static final WorkspaceId HERE = new WorkspaceId(Uuids.derived("here"));
  private static final WorkspaceId ELSEWHERE = new WorkspaceId(Uuids.derived("elsewhere"));
  private static final Duration LONG = Duration.ofMinutes(5);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Hints hints = new Hints(meters);

  @BeforeEach
  void start() {
    hints.start();
  }

  @Test
  void aWaitingSubscriberIsToldTheNewestHead() throws Exception {
    CompletableFuture<Long> told = CompletableFuture.supplyAsync(this::awaitNews);
    hints.headMoved(HERE, 3);
    assertThat(told.get(5, TimeUnit.SECONDS)).isEqualTo(3);
  }

  @Test
  void aLateSubscriberSkipsWhatIsOutdated() throws Exception {
    hints.headMoved(HERE, 3);
    hints.headMoved(HERE, 9);
    hints.headMoved(HERE, 4);
    assertThat(hints.awaitOtherThan(HERE, 0, LONG)).isEqualTo(9);
  }

  @Test
  void newsOfAnotherWorkspaceAreNoNewsHere() throws Exception {
    hints.headMoved(HERE, 3);
    hints.headMoved(ELSEWHERE, 8);
    assertThat(hints.awaitOtherThan(HERE, 3, Duration.ofMillis(1))).isEqualTo(3);
    assertThat(hints.awaitOtherThan(ELSEWHERE, 0, LONG)).isEqualTo(8);
  }

  @Test
  void withoutNewsTheSameHeadComesBackInTime() throws Exception {
    hints.headMoved(HERE, 3);
    assertThat(hints.awaitOtherThan(HERE, 3, Duration.ofMillis(1))).isEqualTo(3);
  }

  @Test
  void stoppingLetsEveryWaitingOneGo() throws Exception {
    CompletableFuture<Long> told = CompletableFuture.supplyAsync(this::awaitNews);
    hints.stop();
    assertThat(told.get(5, TimeUnit.SECONDS)).isZero();
    assertThat(hints.isRunning()).isFalse();
  }

  @Test
  void thereAreSoManySeatsAndNoMore() {
    List<Places.Place> seats = new ArrayList<>();
    for (int i = 0; i < Hints.SUBSCRIBERS_MAX; i++) {
      seats.add(hints.takeSeat(Optional.empty()));
    }
    assertThatThrownBy(() -> hints.takeSeat(Optional.empty()))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.BUSY));
    assertThat(meters.get("throughline.sync.subscribers").gauge().value())
        .isEqualTo(Hints.SUBSCRIBERS_MAX);
    seats.getFirst().close();
    assertThat(hints.takeSeat(Optional.empty())).isNotNull();
  }

  private long awaitNews() {
    try {
      return hints.awaitOtherThan(HERE, 0, LONG);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
