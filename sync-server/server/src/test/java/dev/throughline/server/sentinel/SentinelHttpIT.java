package dev.throughline.server.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.signing.Json;
import dev.throughline.server.outside.Answer;
import dev.throughline.server.outside.OutsideClients;
import dev.throughline.server.played.Clients;
import dev.throughline.server.played.Mood;
import dev.throughline.server.played.MovedClock;
import dev.throughline.server.played.PlayedSentinel;
import dev.throughline.server.played.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The SentinelNet of an organisation, over mutual TLS. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "make-test-ca is a shell script")
class SentinelHttpIT extends SentinelContract {
  private static final TestAuthority AUTHORITY = TestAuthority.shared();

  private final MovedClock clock = new MovedClock(Instant.parse("2026-11-27T12:00:00Z"));
  private final PlayedSentinel played =
      new PlayedSentinel(AUTHORITY.context(TestAuthority.OUTSIDE), clock);
  private final Clients clients = Clients.showing(AUTHORITY, TestAuthority.OURS, clock);
  private final Sentinel sentinel =
      new HttpSentinel(
          clients.of("sentinel", played.system().url(), SentinelConfiguration.PATIENCE));

  @AfterEach
  void stop() {
    assertThat(played.system().misfits()).isEmpty();
    played.close();
  }

  @Override
  Sentinel sentinel() {
    return sentinel;
  }

  private Answer<Ruling> harmless() {
    return sentinel.check(question(REGISTER, resource("a button", "none")));
  }

  @ParameterizedTest
  @EnumSource(names = {"SLOW", "FAILING", "GARBAGE", "STRANGE", "LENGTHY", "LOSING"})
  void whatCannotBeUnderstoodIsAskedOnceAndNeverAYes(Mood mood) {
    played.system().become(mood);
    assertThat(harmless()).isInstanceOf(Answer.Away.class);
    assertThat(played.system().requests()).hasSize(1);
  }

  @Test
  void oneThatIsDownIsAway() {
    played.close();
    assertThat(harmless()).isInstanceOf(Answer.Away.class);
  }

  @Test
  void oneThatKeepsSilentIsNotWaitedForEachTime() {
    played.system().become(Mood.FAILING);
    for (int i = 0; i <= OutsideClients.CALLS_MIN; i++) {
      assertThat(harmless()).isInstanceOf(Answer.Away.class);
    }
    assertThat(played.system().requests()).hasSize(OutsideClients.CALLS_MIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"ok\":false}",
        "{\"ok\":\"true\"}",
        "{\"decision\":\"Allow\"}",
        "{\"decision\":\"remediate\"}",
        "{\"decision\":null}",
        "{\"obligations\":[]}",
        "{\"rationale\":{}}",
        "{\"rationale\":[{\"rule\":7}]}",
        "{\"policy_id\":7}",
        "{\"ts\":\"yesterday\"}",
        "{\"error\":{\"code\":\"x\",\"message\":\"y\"}}",
      })
  void aYesOfAnotherShapeIsNone(String changed) {
    played.say(
        (Json.Members)
            ((Json.Parsed.Read) Json.parse(changed.getBytes(StandardCharsets.UTF_8))).json());
    assertThat(harmless()).isInstanceOf(Answer.Away.class);
  }

  @Test
  void aQuarantineIsHeard() {
    played.say(object(Map.of("decision", new Json.Text("quarantine"))));
    assertThat(ruling(question(REGISTER, resource("a button", "none"))).decision())
        .isEqualTo(Decision.QUARANTINE);
  }
}
