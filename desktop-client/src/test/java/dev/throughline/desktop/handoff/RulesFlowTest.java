package dev.throughline.desktop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Judge;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.PolicyWriter;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** A rule of signing is looked at, proposed and signed; what waits under an old one is not. */
class RulesFlowTest extends SignDesk {
  private static final String REASON = "Two approvers looked at the last ones in turn anyway.";
  private static final Policy STANDARD = Policies.USUAL.getLast();
  private static final Policy HIGH = Policies.USUAL.get(1);

  private void openRules() throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open("settings", "RULES");
          return true;
        });
    whole.await("the rules are there", () -> whole.says("Changes of these rules"));
    whole.settle();
  }

  private <T extends Node> void on(Class<T> type, Predicate<T> which, Act<T> act) throws Exception {
    T found = the(type, which);
    whole.fx(
        () -> {
          act.accept(found);
          return true;
        });
  }

  private <T extends Node> T the(Class<T> type, Predicate<T> which) throws Exception {
    return whole.fx(
        () ->
            whole.scene().getRoot().lookupAll("*").stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .findFirst()
                .orElseThrow());
  }

  private interface Act<T> {
    void accept(T node);
  }

  private void pressNamed(String name) throws Exception {
    whole.use(name);
  }

  private void fill(String name, String words) throws Exception {
    on(TextField.class, one -> name.equals(one.getAccessibleText()), one -> one.setText(words));
  }

  /** The standard rule with two approvers, as Mara proposed it. */
  private QuorumPolicy proposed(Policy of, QuorumPolicy.State state) {
    Policy wanted =
        new Policy(
            of.id(),
            2,
            of.from(),
            of.data(),
            List.of(
                of.groups().getFirst(),
                new Policy.Group("approval", 3, Set.of("Approver", "PrivacyOfficer"))),
            of.vetoes(),
            false,
            Duration.ofDays(7),
            Duration.ofHours(24),
            "");
    QuorumPolicy proposal =
        QuorumPolicy.of(PolicyWriter.next(wanted, 2).orElseThrow(), Optional.of(MARA), REASON);
    Map<String, Value> fields = new HashMap<>(proposal.toFields());
    fields.put(QuorumPolicy.STATE, Value.text(state.wireName()));
    asServer(() -> save(proposal.id(), QuorumPolicy.KIND, fields));
    return proposal;
  }

  /**
   * Opens a proposal for its signatures, as the server would.
   *
   * @param digest of the case; empty for the right one
   */
  private void opened(QuorumPolicy proposal, String digest) {
    RecordId id = Approval.idOf(proposal.id());
    byte[] bytes = proposal.document().getBytes(StandardCharsets.UTF_8);
    Json document =
        Json.parse(bytes) instanceof Json.Parsed.Read(Json json) ? json : new Json.Text("");
    long now = System.currentTimeMillis();
    Subject subject = new Subject(proposal.id(), proposal.id(), proposal.digest(), document);
    Map<String, Value> fields = opened(id, subject, Policies.CHANGE, digest);
    proposal.by().ifPresent(by -> fields.put(Approval.REQUESTER, Value.text(by.toString())));
    fields.put(Approval.OPENED_AT, Value.whole(now - 1_000));
    fields.put(Approval.EXPIRES_AT, Value.whole(now + Duration.ofDays(14).toMillis()));
    asServer(() -> save(id, Approval.KIND, fields));
  }

  private Optional<QuorumPolicy> kept(Policy of) {
    RecordId id = QuorumPolicy.idOf(of.id(), 2);
    return store().find(id).map(view -> QuorumPolicy.from(id, view.fields()));
  }

  @Test
  void aChangeIsProposedInSettingsWithoutAServer() throws Exception {
    be(MARA, "ProductManager");
    whole.await("it can be proposed", () -> can("rule.propose"));
    openRules();
    whole.await(
        "what counts", () -> whole.says("Go needs 1 \u00d7 technical lead, 2 \u00d7 approver"));
    assertThat(whole.says("Version 1 counts, from the beginning.")).isTrue();
    assertThat(whole.says("From costs of 50,000 in the first year.")).isTrue();
    looksWell("settings-rules");
    pressNamed("Propose a change: Handoffs that cost much");
    whole.await("the sheet is there", () -> !whole.shown("sign-sheet").isEmpty());
    whole.press("Ctrl+Enter");
    assertThat(kept(HIGH)).as("nothing is another yet").isEmpty();
    whole.use(
        the(ToggleButton.class, one -> "3 people".equals(one.getText()) && isOfApproval(one)));
    assertThat(
            whole.fx(() -> whole.scene().getRoot().lookupAll(".roles .check-box")).stream()
                .map(CheckBox.class::cast)
                .map(CheckBox::getText))
        .as("those who can sign")
        .contains("Key administrator")
        .doesNotContain("Researcher", "Auditor");
    whole.use(
        the(CheckBox.class, one -> "Approval: privacy officer".equals(one.getAccessibleText())));
    whole.use(
        the(CheckBox.class, one -> "People who wrote it may sign it too".equals(one.getText())));
    fill("Days to sign", "400");
    whole.await("too many", () -> whole.says("Something in it cannot be"));
    fill("Days to sign", "7");
    fill("Costs from which it holds", "70000");
    fill("Hours to think", "24");
    whole.await("what changes", () -> whole.says("Time to sign: 14 days \u2192 7 days"));
    whole.press("Ctrl+Enter");
    assertThat(kept(HIGH)).as("it does not say why").isEmpty();
    on(
        javafx.scene.control.TextArea.class,
        one -> "Why is it to change?".equals(one.getAccessibleText()),
        Node::requestFocus);
    whole.type(REASON);
    looksWell("rule-propose");
    whole.press("Ctrl+Enter");
    whole.await("it is kept", () -> kept(HIGH).isPresent());
    QuorumPolicy proposal = kept(HIGH).orElseThrow();
    assertThat(proposal.by()).contains(MARA);
    assertThat(proposal.reason()).isEqualTo(REASON);
    assertThat(proposal.state()).isEqualTo(QuorumPolicy.State.PROPOSED);
    Policy rule = proposal.rule().orElseThrow();
    assertThat(rule.groups())
        .containsExactly(
            HIGH.groups().getFirst(),
            new Policy.Group("approval", 3, Set.of("Approver", "PrivacyOfficer")));
    assertThat(rule.signingTime()).isEqualTo(Duration.ofDays(7));
    assertThat(rule.coolOff()).isEqualTo(Duration.ofHours(24));
    assertThat(rule.from()).hasValue(70_000);
    assertThat(rule.excludesContributors()).isFalse();
    assertThat(rule.vetoes()).isEqualTo(HIGH.vetoes());
    whole.await("it waits for the server", () -> whole.says("Version 2 is proposed"));
    assertThat(whole.shown("sign-sheet")).isEmpty();
    assertThat(named("Propose a change: Handoffs that cost much")).as("one at a time").isFalse();
    assertThat(named("Propose a change: Changes of these rules")).as("it stays").isFalse();
    assertThat(named("Propose a change: Other handoffs")).isTrue();
  }

  private static boolean isOfApproval(Node node) {
    return node.getParent() != null
        && "How many sign: Approval".equals(node.getParent().getAccessibleText());
  }

  private boolean named(String name) throws Exception {
    return whole.fx(
        () ->
            whole.scene().getRoot().lookupAll(".button").stream()
                .anyMatch(one -> name.equals(one.getAccessibleText())));
  }

  @Test
  void theCommandAsksWhichRule() throws Exception {
    be(MARA, "TechnicalLead");
    whole.await("it can be proposed", () -> can("rule.propose"));
    run("rule.propose");
    whole.await("it asks", () -> whole.says("Emergency rollbacks"));
    whole.press("Enter");
    whole.await("the sheet is there", () -> !whole.shown("sign-sheet").isEmpty());
    assertThat(whole.says("Change a rule of signing: ")).isTrue();
    whole.press("Esc");
    whole.await("it is left", () -> whole.shown("sign-sheet").isEmpty());
  }

  @Test
  void nobodyElseIsOfferedToPropose() throws Exception {
    be(SOL, "Approver");
    openRules();
    assertThat(can("rule.propose")).isFalse();
    assertThat(named("Propose a change: Other handoffs")).isFalse();
  }

  @Test
  void aProposalIsSignedFromTheInboxByKeysAlone() throws Exception {
    QuorumPolicy proposal = proposed(STANDARD, QuorumPolicy.State.PROPOSED);
    opened(proposal, "");
    asServer(() -> approval("", ApprovalState.SPENT));
    be(SOL, "Approver");
    whole.fx(
        () -> {
          whole.window().shell().open("inbox", "");
          return true;
        });
    whole.await("it waits there", () -> whole.says("Change a rule of signing: Other handoffs"));
    whole.await("with its reason", () -> whole.says(REASON));
    whole.pictures("inbox-rule");
    whole.use("Open it");
    whole.await("where it stands", () -> whole.says("Version 2 is proposed"));
    whole.await("its seats", () -> whole.says("0 of 3"));
    whole.await("it is offered", () -> can("rule.sign"));
    run("rule.sign");
    confirmed();
    looksWell("settings-rules-waiting");
    whole.await(
        "the sheet opens",
        () -> {
          run("rule.sign");
          return !whole.shown("sign-sheet").isEmpty();
        });
    assertThat(whole.shown("answer-choice")).as("no conditions").hasSize(2);
    assertThat(whole.says("1 \u00d7 approver \u2192 3 \u00d7 approver or privacy officer"))
        .isTrue();
    assertThat(whole.says("Mara L.")).isTrue();
    looksWell("sign-rule");
    whole.press("Space");
    whole.press("Ctrl+Enter");
    whole.await("it is signed", () -> votes(proposal.id()).size() == 1);
    Judge.Judged judged = judged(proposal, votes(proposal.id()).getFirst());
    assertThat(judged.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(judged.cast().orElseThrow().answer()).isEqualTo(Answer.GO);
  }

  private Judge.Judged judged(QuorumPolicy proposal, Vote vote) {
    RecordId id = Approval.idOf(proposal.id());
    return Judge.of(
        vote.id(),
        vote.envelope(),
        new Judge.Bench(
            Approval.from(id, store().find(id).orElseThrow().fields()),
            proposal.digest(),
            Optional.of(Policies.CHANGE),
            hint ->
                keys().stream().filter(key -> key.id().equals(DeviceKey.idOf(hint))).findFirst(),
            SOL,
            Set.of("Approver"),
            System.currentTimeMillis()));
  }

  @Test
  void whoProposedItDoesNotSignItAndNobodySignsAnotherCase() throws Exception {
    QuorumPolicy proposal = proposed(STANDARD, QuorumPolicy.State.PROPOSED);
    opened(proposal, "");
    be(MARA, "ProductManager", "Approver");
    openRules();
    whole.await("its seats", () -> whole.says("0 of 3"));
    assertThat(can("rule.sign")).as("their own").isFalse();
    be(SOL, "Approver");
    whole.await("others do", () -> can("rule.sign"));
    opened(proposal, "00".repeat(32));
    whole.await("another case", () -> !can("rule.sign"));
    opened(proposal, "");
    whole.await("the right one", () -> can("rule.sign"));
    asServer(
        () ->
            save(
                proposal.id(),
                QuorumPolicy.KIND,
                Map.of(
                    QuorumPolicy.DOCUMENT,
                    Value.text(proposal.document().replace("\"count\":3", "\"count\":1")))));
    whole.await("another document", () -> !can("rule.sign"));
  }

  @Test
  void aPacketUnderARuleOfBeforeIsNotSignedAndSaysSo() throws Exception {
    be(SOL, "Approver");
    openHandoff();
    whole.await("it waits", this::isOffered);
    Policy under = Policies.of(manifest);
    Policy next = PolicyWriter.next(under, 2).orElseThrow();
    QuorumPolicy version = QuorumPolicy.of(next, Optional.of(MARA), REASON);
    Map<String, Value> fields = new HashMap<>(version.toFields());
    fields.put(QuorumPolicy.STATE, Value.text(QuorumPolicy.State.PROPOSED.wireName()));
    asServer(() -> save(version.id(), QuorumPolicy.KIND, fields));
    whole.settle();
    assertThat(isOffered()).as("it is only proposed").isTrue();
    asServer(
        () ->
            save(
                version.id(),
                QuorumPolicy.KIND,
                Map.of(QuorumPolicy.STATE, Value.text(QuorumPolicy.State.ACTIVE.wireName()))));
    whole.await("another counts", () -> whole.says("Another version of its rule counts"));
    assertThat(isOffered()).isFalse();
    looksWell("handoff-rule-changed");
  }
}
