package dev.throughline.server.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.signing.Json;
import dev.throughline.server.played.Clients;
import dev.throughline.server.played.Mood;
import dev.throughline.server.played.MovedClock;
import dev.throughline.server.played.PlayedKernel;
import dev.throughline.server.played.PlayedSystem;
import dev.throughline.server.played.TestAuthority;
import io.micrometer.core.instrument.Gauge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a system outside is waited for, asked again, and left alone. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "make-test-ca is a shell script")
class OutsideClientIT {
  private static final Patience PATIENT =
      new Patience(Duration.ofSeconds(10), 3, Duration.ofMillis(1));
  private static final Patience HASTY = Patience.once(Duration.ofMillis(300));
  private static final Call READY = Call.get("/kernel/ready");

  @TempDir static Path folder;
  private final TestAuthority authority = TestAuthority.shared();
  private static TestAuthority strangers = new TestAuthority(Path.of(""));

  private final MovedClock clock = new MovedClock(Instant.parse("2026-11-27T12:00:00Z"));
  private final Clients clients = Clients.showing(authority, "throughline", clock);
  private final PlayedKernel kernel = new PlayedKernel(authority.context("outside"), 1, clock);
  private final PlayedSystem played = kernel.system();

  @BeforeAll
  static void certify() throws Exception {
    strangers =
        TestAuthority.in(folder, "outside=" + TestAuthority.HERE, "throughline=dns:throughline");
  }

  @BeforeEach
  void begin() {
    played.become(Mood.FINE);
  }

  @AfterEach
  void stop() {
    kernel.close();
  }

  private OutsideClient client(Patience patience) {
    return clients.of("kernel", played.url(), patience);
  }

  private static Answer<String> ask(OutsideClient client) {
    return client.ask(
        READY,
        reply ->
            new Fields(reply.body())
                .text("status")
                .<Answer<String>>map(Answer.Given::new)
                .or(reply::refusal));
  }

  private static void assertAway(Answer<String> answer, String why) {
    assertThat(answer)
        .isInstanceOfSatisfying(Answer.Away.class, away -> assertThat(away.why()).contains(why));
  }

  private static void assertGiven(Answer<String> answer) {
    assertThat(answer).isEqualTo(new Answer.Given<>("ready"));
  }

  @Test
  void whoeverShowsTheRightCertificateIsAnswered() {
    assertGiven(ask(client(PATIENT)));
    assertThat(played.requests()).containsExactly("GET /kernel/ready");
  }

  @ParameterizedTest
  @EnumSource(names = {"SLOW", "FAILING", "GARBAGE", "STRANGE", "LENGTHY", "LOSING"})
  void whatIsNoAnswerIsAskedForAgainAndThenAway(Mood mood) {
    OutsideClient client = client(new Patience(Duration.ofMillis(400), 3, Duration.ofMillis(1)));
    played.become(mood);
    Answer<String> answer = ask(client);
    if (mood == Mood.LOSING) {
      assertGiven(answer);
      assertThat(played.requests()).hasSize(2);
    } else {
      assertThat(answer).isInstanceOf(Answer.Away.class);
      assertThat(played.requests()).hasSize(3);
    }
  }

  @Test
  void itSaysWhyThereIsNoAnswer() {
    played.become(Mood.SLOW);
    assertAway(ask(client(HASTY)), "no answer within 300 ms");
    played.become(Mood.FAILING);
    assertAway(ask(client(PATIENT)), "status 500");
    played.become(Mood.GARBAGE);
    assertAway(ask(client(PATIENT)), "no JSON object");
    played.become(Mood.STRANGE);
    assertAway(ask(client(HASTY)), "unknown shape");
  }

  @Test
  void whatIsSilentIsNoAnswer() {
    OutsideClient client = client(PATIENT);
    kernel.close();
    assertAway(ask(client), "no answer that could be read");
  }

  @Test
  void aLongAnswerIsNotReadToItsEnd() {
    played.become(Mood.LENGTHY);
    assertAway(ask(client(PATIENT)), "no answer that could be read");
  }

  @Test
  void whoShowsAnotherCertificateGetsNoAnswer() {
    Clients stranger = Clients.showing(strangers, "throughline", clock);
    assertThat(ask(stranger.of("kernel", played.url(), PATIENT))).isInstanceOf(Answer.Away.class);
    OutsideSystem bare = new OutsideSystem("bare", played.url(), Optional.empty(), PATIENT);
    assertThat(ask(clients.clients().of(bare))).isInstanceOf(Answer.Away.class);
    assertThat(played.requests()).isEmpty();
  }

  @Test
  void whoOnlySaysToBeTheSystemIsNotAsked() {
    for (var context : List.of(strangers.context("outside"), authority.context("throughline"))) {
      try (PlayedKernel other = new PlayedKernel(context, 1, clock)) {
        assertAway(
            ask(clients.of("kernel", other.system().url(), PATIENT)), "no secure connection");
        assertThat(other.system().requests()).isEmpty();
      }
    }
  }

  @Test
  void whoIsInterruptedStopsWaiting() {
    OutsideClient client = client(PATIENT);
    Thread.currentThread().interrupt();
    assertAway(ask(client), "stopping");
    assertThat(Thread.interrupted()).isTrue();
    assertGiven(ask(client));
  }

  @Test
  void aCertificateIsReplacedWithoutARestart() {
    OutsideClient client = client(HASTY);
    assertGiven(ask(client));
    clients.renew(strangers, "throughline");
    assertThat(ask(client)).isInstanceOf(Answer.Away.class);
    clients.renew(authority, "throughline");
    assertGiven(ask(client(PATIENT)));
    assertGiven(ask(client));
  }

  @Test
  void aRefusalKeepsTheWordOfTheOtherSideAndIsNotAskedAgain() {
    Answer<String> answer =
        client(PATIENT)
            .ask(
                Call.write("/kernel/upgrade/none/apply", body(), "key-1"),
                reply -> reply.isFine() ? Optional.empty() : reply.refusal());
    assertThat(answer).isEqualTo(new Answer.Refused<>("not_found", "refused by a played system"));
    assertThat(played.requests()).hasSize(1);
  }

  private static Json.Members body() {
    return Fields.object(Map.of("appliedBy", new Json.Text("throughline")));
  }

  @Test
  void whatKeepsSilentIsLeftAloneAndComesBack() {
    OutsideClient client = client(Patience.once(Duration.ofSeconds(10)));
    played.become(Mood.FAILING);
    for (int i = 0; i < OutsideClients.CALLS_MIN; i++) {
      assertAway(ask(client), "status 500");
    }
    played.become(Mood.FINE);
    assertAway(ask(client), "did not answer lately");
    assertThat(played.requests()).hasSize(OutsideClients.CALLS_MIN);
    assertThat(circuit("open")).isEqualTo(1);
    clock.pass(OutsideClients.REST.minusMillis(1));
    assertAway(ask(client), "did not answer lately");
    clock.pass(Duration.ofMillis(2));
    for (int i = 0; i < OutsideClients.TRIALS; i++) {
      assertGiven(ask(client));
    }
    assertThat(circuit("closed")).isEqualTo(1);
    assertThat(circuit("open")).isZero();
  }

  @Test
  void whatStaysSilentIsLeftAloneAgain() {
    OutsideClient client = client(Patience.once(Duration.ofSeconds(10)));
    played.become(Mood.FAILING);
    for (int i = 0; i < OutsideClients.CALLS_MIN; i++) {
      ask(client);
    }
    clock.pass(OutsideClients.REST.plusMillis(1));
    for (int i = 0; i < OutsideClients.TRIALS; i++) {
      assertAway(ask(client), "status 500");
    }
    assertAway(ask(client), "did not answer lately");
  }

  @Test
  void callsAreCounted() {
    OutsideClient client = client(PATIENT);
    ask(client);
    played.become(Mood.GARBAGE);
    ask(client);
    assertThat(calls("successful")).isEqualTo(1);
    assertThat(calls("failed")).isEqualTo(PATIENT.attempts());
    assertThat(
            clients
                .meters()
                .get("throughline.outside.retry.calls")
                .tags("system", "kernel", "kind", "failed_with_retry")
                .functionCounter()
                .count())
        .isEqualTo(1);
  }

  private long calls(String kind) {
    return clients
        .meters()
        .get("throughline.outside.calls")
        .tags("system", "kernel", "kind", kind)
        .timer()
        .count();
  }

  private double circuit(String state) {
    Gauge gauge =
        clients
            .meters()
            .get("throughline.outside.circuit.state")
            .tags("system", "kernel", "state", state)
            .gauge();
    return gauge.value();
  }
}
