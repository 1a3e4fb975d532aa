package dev.throughline.desktop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.approval.FakeSigning;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.CaseDigest;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Judge;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Manifest;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.people.Person;
import dev.throughline.model.signing.Json;
import dev.throughline.model.sync.Standing;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approver, who may be offline, makes a key and signs what waits. */
class SignFlowTest {
  private static final RecordId SOL = RecordId.of("01920000-0000-7000-8000-0000000000a1");
  private static final RecordId MARA = RecordId.of("01920000-0000-7000-8000-0000000000a2");
  private static final long YEAR = 365L * 24 * 3600 * 1000;

  @TempDir Path folder;
  private WholeWindow whole;
  private RecordId handoff;
  private Packet packet;
  private Json manifest;

  @BeforeEach
  void open() throws Exception {
    whole = WholeWindow.open(folder.resolve("profile"));
    handoff = store().newestIds(Handoff.KIND.name()).getFirst();
    person(SOL, "Sol R.");
    person(MARA, "Mara L.");
    Bundle bundle =
        new HandoffReader(
                store(),
                new Rulings(store(), Clock.systemUTC()),
                FakeSigning.cases(whole.window().client().ledger()),
                List::of)
            .read(handoff)
            .orElseThrow()
            .bundle();
    manifest = Manifest.of(bundle, 1);
    packet = Packet.of(handoff, 1, manifest.canonical(), Optional.of(MARA), 1, 0);
    save(packet.id(), Packet.KIND, packet.toFields());
    approval("", ApprovalState.OPEN);
  }

  @AfterEach
  void close() {
    whole.close();
  }

  private LocalStore store() {
    return whole.window().client().ledger().store();
  }

  private void save(RecordId id, Kind kind, Map<String, Value> fields) {
    SaveResult result =
        whole.window().client().ledger().record(List.of(new Draft.Set(id, kind.name(), fields)));
    if (result instanceof SaveResult.NotSaved(String code, String sentence)) {
      throw new AssertionError(code + ": " + sentence);
    }
  }

  private void person(RecordId id, String name) {
    save(id, Person.KIND, Map.of("name", Value.text(name)));
  }

  /** As the server would open it. */
  private void approval(String digest, ApprovalState state) {
    Policy policy = Policies.of(manifest);
    RecordId id = Approval.idOf(handoff);
    long now = System.currentTimeMillis();
    Map<String, Value> fields = new HashMap<>();
    fields.put(Approval.HANDOFF, Value.text(handoff.toString()));
    fields.put(Approval.PACKET, Value.text(packet.id().toString()));
    fields.put(Approval.REVISION, Value.whole(1));
    fields.put(Approval.STATE, Value.text(state.wireName()));
    fields.put(Approval.POLICY, Value.text(policy.id()));
    fields.put(Approval.POLICY_VERSION, Value.whole(policy.version()));
    fields.put(Approval.POLICY_DIGEST, Value.text(policy.digest()));
    fields.put(
        Approval.CASE_DIGEST,
        Value.text(
            digest.isEmpty()
                ? CaseDigest.of(id, 1, packet.digest(), manifest, policy, 9)
                : digest));
    fields.put(Approval.REGISTRY, Value.whole(9));
    fields.put(Approval.REQUESTER, Value.text(MARA.toString()));
    fields.put(Approval.OPENED_AT, Value.whole(now - 1_000));
    fields.put(Approval.EXPIRES_AT, Value.whole(now + YEAR));
    save(id, Approval.KIND, fields);
  }

  private void become(RecordId person, String role) {
    store()
        .rights()
        .take(
            Optional.of(
                new Standing(
                    Set.of(role),
                    Kinds.ALL.stream().map(Kind::name).collect(Collectors.toSet()),
                    Map.of("all", "owner"),
                    Optional.of(person),
                    0,
                    "tag")));
  }

  private Approval now() {
    RecordId id = Approval.idOf(handoff);
    return Approval.from(id, store().find(id).orElseThrow().fields());
  }

  private void openHandoff() throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open("handoffs", "handoff:" + handoff);
          return true;
        });
    whole.await("the checklist is there", () -> !whole.shown("checklist-row").isEmpty());
  }

  private boolean says(String words) throws Exception {
    return whole.fx(
        () ->
            whole.scene().getRoot().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(Label.class::cast)
                .anyMatch(label -> label.getText().contains(words)));
  }

  private List<DeviceKey> keys() {
    return store().findAll(store().newestIds(DeviceKey.KIND.name())).values().stream()
        .map(view -> DeviceKey.from(view.id(), view.fields()))
        .toList();
  }

  private List<Vote> votes() {
    return store().childrenOf(Vote.KIND.name(), List.of(packet.id())).stream()
        .map(view -> Vote.from(view.id(), view.fields()))
        .toList();
  }

  /** Makes a key by the first attempt to sign, and lets it count as the server would. */
  private DeviceKey enrolled() throws Exception {
    whole.await("it waits", () -> says("0 of 2"));
    whole.press("Ctrl+Shift+S");
    whole.await("a key is made", () -> keys().size() == 1);
    DeviceKey key = keys().getFirst();
    save(key.id(), DeviceKey.KIND, Map.of(DeviceKey.NONCE, Value.text("ab".repeat(32))));
    whole.await("it is shown to be held", () -> keys().getFirst().isProved());
    save(
        key.id(),
        DeviceKey.KIND,
        Map.of(DeviceKey.STATE, Value.text(KeyState.ENROLLED.wireName())));
    return keys().getFirst();
  }

  private void openSheet() throws Exception {
    whole.await(
        "the sheet opens",
        () -> {
          whole.press("Ctrl+Shift+S");
          return !whole.shown("sign-sheet").isEmpty();
        });
  }

  private boolean isOffered() throws Exception {
    return whole
        .fx(() -> whole.window().commands().find("handoff.sign").orElseThrow().availability())
        .isReady();
  }

  @Test
  void consentThatWasTakenBackIsSaidBeforeAnybodySigns() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    whole.await("it waits", () -> says("0 of 2"));
    assertThat(says("may not be quoted")).isFalse();
    store().rights().take(Optional.empty());
    for (RecordId consent : store().newestIds(Consent.KIND.name())) {
      save(consent, Consent.KIND, Map.of("quote", Value.text("refused")));
    }
    become(SOL, "Approver");
    whole.await("the page says it", () -> says("of 4 pieces of evidence may not be quoted"));
    enrolled();
    openSheet();
    assertThat(whole.shown("sign-sheet .tl-well")).isNotEmpty();
    whole.pictures("sign-weakened");
  }

  @Test
  void aCleanGoIsSignedByKeysAloneAndHoldsBeforeTheJudge() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    openSheet();
    whole.await("what comes of it is said", () -> says("If you sign this now: 1 of 2 signed."));
    assertThat(whole.fx(() -> String.valueOf(whole.focus()))).contains("RadioButton");
    whole.pictures("sign");
    whole.press("Ctrl+Enter");
    whole.await("it is signed", () -> votes().size() == 1);
    whole.await("the sheet is gone", () -> whole.shown("sign-sheet").isEmpty());
    Vote vote = votes().getFirst();
    Judge.Judged judged =
        Judge.of(
            vote.id(),
            vote.envelope(),
            new Judge.Bench(
                now(),
                packet.digest(),
                Optional.of(Policies.of(manifest)),
                hint ->
                    keys().stream()
                        .filter(key -> key.id().equals(DeviceKey.idOf(hint)))
                        .findFirst(),
                SOL,
                Set.of("Approver"),
                now().openedAt() + 10));
    assertThat(judged.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(judged.cast().orElseThrow().answer()).isEqualTo(Answer.GO);
    whole.await("it waits for the server", () -> says("it counts once the server has it"));
    save(
        vote.id(),
        Vote.KIND,
        Map.of(
            Vote.BY, Value.text(SOL.toString()),
            Vote.VERDICT, Value.text(Verdict.ACCEPTED.wireName()),
            Vote.COUNTED_AT, Value.whole(System.currentTimeMillis())));
    store().rights().take(Optional.empty());
    save(
        now().id(),
        Approval.KIND,
        Map.of(Approval.VOTES, Approval.votes(List.of(judged.cast().orElseThrow()))));
    become(SOL, "Approver");
    whole.await("it counted", () -> says("Your signature counted"));
    whole.await("in its seat", () -> says("1 of 2"));
    whole.pictures("handoff-signed");
  }

  @Test
  void aNoSaysWhyAndAConditionHasItsDay() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    openSheet();
    choose(2);
    whole.press("Ctrl+Enter");
    whole.await("it stops it", () -> says("This stops it for everybody"));
    assertThat(votes()).as("why not?").isEmpty();
    choose(1);
    typeInto("What is still to be done?", "Show the fee");
    whole.press("Ctrl+Enter");
    assertThat(votes()).as("by which day?").isEmpty();
    typeInto("By which day?", "4 Dec 2026");
    whole.press("Ctrl+Enter");
    whole.await("it is signed", () -> votes().size() == 1);
    assertThat(votes().getFirst().envelope()).isNotEmpty();
  }

  private void choose(int at) throws Exception {
    whole.fx(
        () -> {
          List<Node> all =
              List.copyOf(whole.scene().getRoot().lookupAll(".sign-sheet .radio-button"));
          ((RadioButton) all.get(at)).setSelected(true);
          return true;
        });
  }

  private void typeInto(String prompt, String words) throws Exception {
    whole.fx(
        () -> {
          whole.scene().getRoot().lookupAll(".sign-sheet .text-field").stream()
              .map(TextField.class::cast)
              .filter(one -> prompt.equals(one.getPromptText()))
              .findFirst()
              .orElseThrow()
              .requestFocus();
          return true;
        });
    whole.type(words);
  }

  @Test
  void whatIsNotWhatTheServerAsksForIsNotSigned() throws Exception {
    approval("00".repeat(32), ApprovalState.OPEN);
    become(SOL, "Approver");
    openHandoff();
    whole.await("it stands", () -> says("0 of 2"));
    assertThat(isOffered()).isFalse();
    assertThat(keys()).isEmpty();
  }

  @Test
  void whoSubmittedItIsNotAsked() throws Exception {
    become(MARA, "Approver");
    openHandoff();
    whole.await("it stands", () -> says("0 of 2"));
    assertThat(isOffered()).isFalse();
  }

  @Test
  void theInboxLeadsToWhatWaits() throws Exception {
    become(SOL, "Approver");
    whole.fx(
        () -> {
          whole.window().shell().open("inbox", "");
          return true;
        });
    whole.await("it waits there", () -> says("Waits for your answer"));
    whole.pictures("inbox-sign");
    whole.fx(
        () -> {
          whole.scene().getRoot().lookupAll(".parked .button").stream()
              .map(javafx.scene.control.Button.class::cast)
              .filter(button -> "Open it".equals(button.getText()))
              .findFirst()
              .orElseThrow()
              .fire();
          return true;
        });
    whole.await("it is open", () -> !whole.shown("checklist-row").isEmpty());
  }

  @Test
  void whatTheServerHoldsForVoidIsSubmittedAgainThoughNothingChanged() throws Exception {
    openHandoff();
    whole.await("it stands", () -> says("0 of 2"));
    HandoffDetail open = detail();
    assertThat(open.isFresh()).isFalse();
    approval("", ApprovalState.CHANGED);
    whole.await("it is said", () -> says("no signature counts any more"));
    assertThat(detail().changes()).isEmpty();
    assertThat(detail().isFresh()).isTrue();
    assertThat(detail().nextVersion()).isEqualTo(2);
  }

  private HandoffDetail detail() {
    return new HandoffReader(
            store(),
            new Rulings(store(), Clock.systemUTC()),
            FakeSigning.cases(whole.window().client().ledger()),
            List::of)
        .read(handoff)
        .orElseThrow();
  }

  @Test
  void aManifestThatIsNotTheOneOfItsDigestIsNotSigned() throws Exception {
    save(
        packet.id(),
        Packet.KIND,
        Map.of(
            Packet.MANIFEST,
            Value.text(packet.manifest().replace("Let every customer", "Let no customer"))));
    become(SOL, "Approver");
    openHandoff();
    whole.await("it stands", () -> says("0 of 2"));
    assertThat(isOffered()).isFalse();
  }

  @Test
  void whatOthersSaidStandsThereWithTheirReasons() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    openSheet();
    choose(1);
    typeInto("What is still to be done?", "Show the fee");
    typeInto("By which day?", "4 Dec 2026");
    whole.press("Ctrl+Enter");
    whole.await("it is signed", () -> votes().size() == 1);
    store().rights().take(Optional.empty());
    save(
        now().id(),
        Approval.KIND,
        Map.of(
            Approval.VOTES,
            Approval.votes(
                List.of(
                    new Approval.Cast(
                        votes().getFirst().id(),
                        keys().getFirst().id(),
                        SOL,
                        Set.of("Approver"),
                        Answer.GO_WITH_CONDITIONS,
                        1,
                        2)))));
    become(MARA, "ProductManager");
    whole.await("the condition is there", () -> says("Show the fee, by 4 Dec 2026"));
  }
}
