package dev.throughline.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.server.outside.Answer;
import dev.throughline.server.outside.Patience;
import dev.throughline.server.played.Clients;
import dev.throughline.server.played.Mood;
import dev.throughline.server.played.MovedClock;
import dev.throughline.server.played.PlayedKernel;
import dev.throughline.server.played.TestAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Kernel of an organisation, over mutual TLS. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "make-test-ca is a shell script")
class KernelHttpIT extends KernelContract {
  private static final Patience PATIENT =
      new Patience(Duration.ofSeconds(10), 3, Duration.ofMillis(1));
  private static final Patience HASTY =
      new Patience(Duration.ofMillis(300), 2, Duration.ofMillis(1));

  private static final MovedClock CLOCK = new MovedClock(Instant.parse("2026-11-27T12:00:00Z"));
  private static final TestAuthority AUTHORITY = TestAuthority.shared();
  private static PlayedKernel played;
  private static Kernel kernel;

  @BeforeAll
  static void start() throws Exception {
    played = new PlayedKernel(AUTHORITY.context(TestAuthority.OUTSIDE), 2, CLOCK);
    kernel = client(PATIENT);
  }

  private static Kernel client(Patience patience) {
    Clients clients = Clients.showing(AUTHORITY, TestAuthority.OURS, CLOCK);
    return HttpKernel.of(clients.of("kernel", played.system().url(), patience), 2);
  }

  @AfterAll
  static void stop() {
    played.close();
  }

  @AfterEach
  void nothingWasAskedThatIsNotPublished() {
    played.system().become(Mood.FINE);
    assertThat(played.system().misfits()).isEmpty();
  }

  @Override
  Kernel kernel() {
    return kernel;
  }

  @Override
  List<String> events(String upgradeId) {
    return played.events(upgradeId);
  }

  @Override
  long signatures(String manifestId) {
    return played.signatures(manifestId);
  }

  @Override
  void pass(Duration time) {
    CLOCK.pass(time);
  }

  @Test
  void anAnswerThatWasLostIsAskedForAgainAndLeavesOneTrace() {
    played.system().become(Mood.LOSING);
    SignatureRecord signed = given(kernel.sign(manifest(id, "a"), once()));
    assertThat(signed.keyVersion()).isEqualTo("7");
    assertThat(signatures(id)).isEqualTo(1);
    played.system().become(Mood.LOSING);
    assertDone(kernel.create(upgrade(id, "why"), "throughline", once()));
    assertThat(events(id)).containsExactly("upgrade.created");
  }

  @ParameterizedTest
  @EnumSource(names = {"SLOW", "FAILING", "GARBAGE", "STRANGE", "LENGTHY"})
  void whatCannotBeUnderstoodIsNoAnswer(Mood mood) {
    Kernel hasty = client(HASTY);
    assertDone(kernel.create(upgrade(id, "why"), "throughline", once()));
    assertDone(kernel.approve(id, vote("ann"), once()));
    assertDone(kernel.approve(id, vote("bob"), once()));
    played.system().become(mood);
    assertThat(hasty.sign(manifest(id, "a"), once())).isInstanceOf(Answer.Away.class);
    assertThat(hasty.apply(id, "throughline", once())).isInstanceOf(Answer.Away.class);
    assertThat(hasty.ready()).isInstanceOf(Answer.Away.class);
  }
}
