package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.Waits;
import dev.throughline.model.signing.Json;
import dev.throughline.server.approval.Office;
import dev.throughline.server.played.Mood;
import dev.throughline.server.played.PlayedKernel;
import dev.throughline.server.played.PlayedSentinel;
import dev.throughline.server.played.TestAuthority;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same with a Kernel and a SentinelNet of an organisation, over mutual TLS. */
@SuppressWarnings("NullAway.Init") // Filled before any test runs.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "make-test-ca is a shell script")
class OutsideReleaseIT extends ReleaseDesk {
  private static PlayedKernel kernel;
  private static PlayedSentinel sentinel;
  private static Office privacy;

  @BeforeAll
  static void start() throws Exception {
    TestAuthority authority = TestAuthority.shared();
    kernel = new PlayedKernel(authority.context(TestAuthority.OUTSIDE), 2, CLOCK);
    sentinel = new PlayedSentinel(authority.context(TestAuthority.OUTSIDE), CLOCK);
    Map<String, String> properties = new HashMap<>();
    properties.put("throughline.kernel.url", kernel.system().url());
    properties.put("throughline.kernel.ssl-bundle", "outside");
    properties.put("throughline.kernel.approvals", "2");
    properties.put("throughline.sentinel.url", sentinel.system().url());
    properties.put("throughline.sentinel.ssl-bundle", "outside");
    store(properties, "keystore.", authority.file(TestAuthority.OURS));
    store(properties, "truststore.", authority.file(TestAuthority.TRUST));
    begin(properties);
    privacy = enrolled("Pia", "PrivacyOfficer");
  }

  private static void store(Map<String, String> properties, String store, Path file) {
    String prefix = "spring.ssl.bundle.jks.outside." + store;
    properties.put(prefix + "location", "file:" + file);
    properties.put(prefix + "password", TestAuthority.PASSWORD);
    properties.put(prefix + "type", "PKCS12");
  }

  @AfterAll
  static void end() {
    kernel.close();
    sentinel.close();
  }

  /** Whatever a test did to them; the circuits rest. */
  @BeforeEach
  void fine() {
    kernel.system().become(Mood.FINE);
    sentinel.system().become(Mood.FINE);
    sentinel.say(new Json.Members(new TreeMap<>()));
    CLOCK.pass(Duration.ofMinutes(1));
  }

  /** One about people, signed by everybody its rule asks for. */
  private Release personal() throws Exception {
    Packet packet = packet(1, "personal", "Prices first.");
    manager.write(packet.id(), Packet.KIND.name(), packet.toFields());
    for (Office who : new Office[] {lead, privacy, one, two}) {
      assertThat(who.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    }
    assertThat(manager.approval(handoff).state()).isEqualTo(ApprovalState.MET);
    return Release.from(Release.idOf(packet.id()), Map.of());
  }

  private long atKernel(Release release) {
    return kernel.events(release.id() + "-1").size();
  }

  @Test
  void itGoesOutAndComesBackAndNothingIsAskedInAnotherShape() throws Exception {
    Release release = personal();
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.TESTING);
    assertThat(kernel.events(release.id() + "-1"))
        .containsSequence("upgrade.created", "approval.submitted")
        .endsWith("upgrade.applied");
    report(lead, release, service, CheckOutcome.FAILED);
    go();
    var order = now(release).order().orElseThrow();
    signed(order);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.ROLLED_BACK);
    assertThat(kernel.events("rollback-" + order)).endsWith("upgrade.applied");
    assertThat(kernel.system().misfits()).isEmpty();
    assertThat(sentinel.system().misfits()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      names = {"FINE", "LOSING"},
      mode = EnumSource.Mode.EXCLUDE)
  void withoutTheWordOfSentinelNetNothingAboutPeopleGoesOut(Mood mood) throws Exception {
    sentinel.system().become(mood);
    Release release = personal();
    assertThat(go()).isInstanceOf(Next.Wait.class);
    assertThat(state(release)).isEqualTo(ReleaseState.CHECKING);
    assertThat(now(release).waits()).isEqualTo(Waits.SENTINEL);
    assertThat(atKernel(release)).isZero();
    sentinel.system().become(Mood.FINE);
    CLOCK.pass(Duration.ofMinutes(1));
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.TESTING);
  }

  @Test
  void quarantineWaitsAndEndsAfterThreeDays() throws Exception {
    sentinel.say(new Json.Members(new TreeMap<>(Map.of("decision", new Json.Text("quarantine")))));
    Release release = personal();
    assertThat(go()).isInstanceOf(Next.Wait.class);
    assertThat(state(release)).isEqualTo(ReleaseState.CHECKING);
    CLOCK.pass(Duration.ofHours(73));
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.EXPIRED);
    assertThat(atKernel(release)).isZero();
  }

  @Test
  void aNoBlocksIt() throws Exception {
    sentinel.say(new Json.Members(new TreeMap<>(Map.of("decision", new Json.Text("deny")))));
    Release release = personal();
    assertThat(go()).isEqualTo(new Next.Done());
    assertThat(state(release)).isEqualTo(ReleaseState.BLOCKED);
    assertThat(atKernel(release)).isZero();
  }

  @Test
  void aKernelThatIsAwayIsAskedAgainAndDoesEverythingOnce() throws Exception {
    kernel.system().become(Mood.FAILING);
    Release release = personal();
    assertThat(go()).isInstanceOf(Next.Wait.class);
    assertThat(state(release)).isEqualTo(ReleaseState.REGISTERING);
    assertThat(now(release).waits()).isEqualTo(Waits.KERNEL);
    kernel.system().become(Mood.FINE);
    CLOCK.pass(Duration.ofMinutes(1));
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.TESTING);
    assertThat(kernel.events(release.id() + "-1").stream().filter("upgrade.applied"::equals))
        .hasSize(1);
    assertThat(kernel.signatures(release.id() + "-1")).isOne();
  }

  @Test
  void anOldWordCountsForNothing() throws Exception {
    sentinel.say(
        new Json.Members(new TreeMap<>(Map.of("ts", new Json.Text("2026-01-01T00:00:00Z")))));
    Release release = personal();
    assertThat(go()).isInstanceOf(Next.Wait.class);
    assertThat(state(release)).isEqualTo(ReleaseState.CHECKING);
    assertThat(atKernel(release)).isZero();
  }

  @Test
  void aNoIsNoApprovalAndAnEmergencyKernelRefusesEnds() throws Exception {
    Release release = personal();
    go();
    report(lead, release, service, CheckOutcome.PASSED);
    report(lead, release, check, CheckOutcome.PASSED);
    go();
    var order = order(incident, words(release, 1, Purpose.EMERGENCY, 0));
    go();
    assertThat(now(release).waits()).isEqualTo(Waits.KERNEL_QUORUM);
    one.answerOrder(order, Answer.NO_GO);
    go();
    assertThat(kernel.events("rollback-" + order)).doesNotContain("upgrade.applied");
    assertThat(kernel.events("rollback-" + order).stream().filter("approval.submitted"::equals))
        .hasSize(1);
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void aWordThatIsOlderThanADayIsAskedForAgain() throws Exception {
    kernel.system().become(Mood.FAILING);
    Release release = personal();
    go();
    CLOCK.pass(Duration.ofHours(25));
    kernel.system().become(Mood.FINE);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.TESTING);
    assertThat(trail()).contains("release.checking verdict expired");
  }
}
