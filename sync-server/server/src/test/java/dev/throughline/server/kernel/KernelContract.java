package dev.throughline.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.signing.Json;
import dev.throughline.server.outside.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a Kernel does, whoever it is. Its upgrades take two approvals. */
abstract class KernelContract {
  private static final Answer<Done> DONE = new Answer.Given<>(new Done());

  final String id = "handoff-" + UUID.randomUUID();

  abstract Kernel kernel();

  /** The names of the events about one upgrade, in order. */
  abstract List<String> events(String upgradeId);

  /** How often a manifest was signed. */
  abstract long signatures(String manifestId);

  /** Lets time pass for the Kernel. */
  abstract void pass(Duration time);

  static String once() {
    return UUID.randomUUID().toString();
  }

  static Json.Members manifest(String id, String title) {
    return new Json.Members(
        new TreeMap<>(Map.of("id", new Json.Text(id), "title", new Json.Text(title))));
  }

  static Upgrade upgrade(String id, String rationale) {
    return new Upgrade(
        id,
        Upgrade.Type.MANIFEST,
        "product/7",
        rationale,
        manifest("x", "Größe „mittel“ \u0000\n"),
        List.of("signed", "checked"),
        Instant.parse("2026-11-27T10:00:00.123Z"),
        "throughline");
  }

  static Approved vote(String approver) {
    return new Approved(approver, "{\"payload\":\"eA==\"}", "fine, \"as agreed\" ✓");
  }

  void assertRefused(Answer<?> answer, String code) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  static <T> T given(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Given.class);
    return ((Answer.Given<T>) answer).value();
  }

  void assertDone(Answer<Done> answer) {
    assertThat(answer).isEqualTo(DONE);
  }

  private void approved(String... approvers) {
    assertDone(kernel().create(upgrade(id, "why"), "throughline", once()));
    for (String approver : approvers) {
      assertDone(kernel().approve(id, vote(approver), once()));
    }
  }

  @Test
  void aManifestIsSignedOnceForEachKey() {
    String once = once();
    SignatureRecord signed = given(kernel().sign(manifest(id, "a"), once));
    assertThat(signed.manifestId()).isEqualTo(id);
    assertThat(signed.signature()).isNotBlank();
    assertThat(signed.signerId()).isNotBlank();
    assertThat(signed.algorithm()).isEqualTo("Ed25519");
    assertThat(given(kernel().sign(manifest(id, "a"), once))).isEqualTo(signed);
    assertThat(signatures(id)).isEqualTo(1);
    assertRefused(kernel().sign(manifest(id, "b"), once), "conflict");
    assertThat(given(kernel().sign(manifest(id, "b"), once())).signature())
        .isNotEqualTo(signed.signature());
    assertThat(signatures(id)).isEqualTo(2);
  }

  @Test
  void whatNobodyCouldReadIsRefusedBeforeItIsSent() {
    Json.Members nameless = new Json.Members(new TreeMap<>(Map.of("title", new Json.Text("a"))));
    assertRefused(kernel().sign(nameless, once()), "malformed");
    assertRefused(kernel().sign(manifest("", "a"), once()), "malformed");
    assertRefused(kernel().sign(manifest("a b", "a"), once()), "malformed");
    assertRefused(kernel().sign(manifest(id, "a"), "two\r\nlines"), "malformed");
    assertRefused(kernel().sign(manifest(id, "a"), "x".repeat(201)), "malformed");
    assertRefused(kernel().create(upgrade("../x", "why"), "throughline", once()), "malformed");
    assertRefused(kernel().create(upgrade(id, "why"), "", once()), "malformed");
    assertRefused(kernel().approve("a/b", vote("ann"), once()), "malformed");
    assertRefused(kernel().approve(id, new Approved("ann", " ", ""), once()), "malformed");
    assertRefused(kernel().apply("", "throughline", once()), "malformed");
    assertThat(events(id)).isEmpty();
  }

  @Test
  void anUpgradeIsAppliedWhenEnoughApproved() {
    approved("ann", "bob");
    assertDone(kernel().apply(id, "throughline", once()));
    assertThat(events(id))
        .containsExactly(
            "upgrade.created",
            "approval.submitted",
            "approval.submitted",
            "upgrade.quorum_reached",
            "upgrade.applied");
  }

  @Test
  void theSameCallTwiceLeavesOneTrace() {
    List<String> keys = List.of(once(), once(), once(), once());
    for (int i = 0; i < 2; i++) {
      assertDone(kernel().create(upgrade(id, "why"), "throughline", keys.get(0)));
      assertDone(kernel().approve(id, vote("ann"), keys.get(1)));
      assertDone(kernel().approve(id, vote("bob"), keys.get(2)));
      assertDone(kernel().apply(id, "throughline", keys.get(3)));
    }
    assertThat(events(id)).hasSize(5);
    assertDone(kernel().create(upgrade(id, "why"), "throughline", once()));
    assertDone(kernel().apply(id, "somebody-else", once()));
    assertThat(events(id)).as("nor with another key").hasSize(5);
  }

  @Test
  void otherContentUnderTheSameNameIsAConflict() {
    String once = once();
    assertDone(kernel().create(upgrade(id, "why"), "throughline", once));
    assertRefused(kernel().create(upgrade(id, "other"), "throughline", once), "conflict");
    assertRefused(kernel().create(upgrade(id, "other"), "throughline", once()), "conflict");
    assertRefused(kernel().create(upgrade(id, "why"), "another", once()), "conflict");
    assertRefused(kernel().sign(manifest(id, "a"), once), "conflict");
    assertThat(events(id)).containsExactly("upgrade.created");
  }

  @Test
  void aKeyIsTakenByOneCallOfOneUpgrade() {
    approved("ann");
    String once = once();
    assertDone(kernel().approve(id, vote("bob"), once));
    assertDone(kernel().create(upgrade(id + "-2", "why"), "throughline", once()));
    assertThat(kernel().approve(id + "-2", vote("bob"), once)).isInstanceOf(Answer.Refused.class);
    assertThat(events(id + "-2")).containsExactly("upgrade.created");
  }

  @Test
  void oneApproverIsOneApproval() {
    approved("ann", "ann");
    Approved changed = new Approved("ann", "another signature", "");
    assertDone(kernel().approve(id, changed, once()));
    assertRefused(kernel().apply(id, "throughline", once()), "insufficient_quorum");
    assertThat(events(id)).containsExactly("upgrade.created", "approval.submitted");
  }

  @Test
  void aRefusalLeavesItsKeyFree() {
    approved("ann");
    String once = once();
    assertRefused(kernel().apply(id, "throughline", once), "insufficient_quorum");
    assertRefused(kernel().apply(id, "throughline", once), "insufficient_quorum");
    assertDone(kernel().approve(id, vote("bob"), once()));
    assertDone(kernel().apply(id, "throughline", once));
    assertThat(events(id)).last().isEqualTo("upgrade.applied");
  }

  @Test
  void whatIsNotThereCanNeitherBeApprovedNorApplied() {
    assertRefused(kernel().approve(id, vote("ann"), once()), "not_found");
    assertRefused(kernel().apply(id, "throughline", once()), "not_found");
    assertThat(events(id)).isEmpty();
  }

  @Test
  void whatIsAppliedTakesNoMoreVotes() {
    approved("ann", "bob");
    assertDone(kernel().apply(id, "throughline", once()));
    assertRefused(kernel().approve(id, vote("cid"), once()), "already_applied");
    assertDone(kernel().approve(id, vote("ann"), once()));
    assertThat(events(id)).hasSize(5);
  }

  @Test
  void anApprovalCountsForFourteenDays() {
    approved("ann", "bob");
    pass(Duration.ofDays(14).plusMillis(1));
    assertRefused(kernel().apply(id, "throughline", once()), "insufficient_quorum");
    assertDone(kernel().approve(id, vote("ann"), once()));
    assertDone(kernel().approve(id, vote("cid"), once()));
    assertRefused(kernel().apply(id, "throughline", once()), "insufficient_quorum");
    assertDone(kernel().approve(id, vote("dot"), once()));
    pass(Duration.ofDays(14));
    assertDone(kernel().apply(id, "throughline", once()));
    assertThat(events(id)).filteredOn("upgrade.quorum_reached"::equals).hasSize(1);
  }

  @Test
  void whoRacesWritesOneRow() throws Exception {
    String once = once();
    assertThat(together(() -> kernel().create(upgrade(id, "why"), "throughline", once)))
        .containsOnly(DONE);
    assertThat(together(() -> kernel().create(upgrade(id, "why"), "throughline", once())))
        .containsOnly(DONE);
    assertThat(together(() -> kernel().approve(id, vote("ann"), once()))).containsOnly(DONE);
    assertThat(together(() -> kernel().approve(id, vote("bob"), once()))).containsOnly(DONE);
    assertThat(together(() -> kernel().apply(id, "throughline", once()))).containsOnly(DONE);
    assertThat(events(id)).hasSize(5);
    assertThat(together(() -> kernel().sign(manifest(id, "a"), once + "s"))).hasSize(1);
    assertThat(signatures(id)).isEqualTo(1);
  }

  /** The different answers of calls at the same time. */
  private static <T> List<Answer<T>> together(Callable<Answer<T>> call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Answer<T>> answers = new ArrayList<>();
      for (Future<Answer<T>> one : threads.invokeAll(List.of(call, call, call, call))) {
        answers.add(one.get());
      }
      return answers.stream().distinct().toList();
    }
  }

  @Test
  void itSaysWhetherItCanBeAsked() {
    Health health = given(kernel().ready());
    assertThat(health.status()).isNotBlank();
    assertThat(health.approvalsNeeded()).isEqualTo(2);
  }
}
