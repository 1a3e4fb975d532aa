package dev.throughline.desktop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.approval.FakeSigning;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Judge;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** An approver, who may be offline, makes a key and signs what waits. */
class SignFlowTest extends SignDesk {
  @Test
  void consentThatWasTakenBackIsSaidBeforeAnybodySigns() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    whole.await("it waits", () -> whole.says("0 of 2"));
    assertThat(whole.says("may not be quoted")).isFalse();
    store().rights().take(Optional.empty());
    for (RecordId consent : store().newestIds(Consent.KIND.name())) {
      save(consent, Consent.KIND, Map.of("quote", Value.text("refused")));
    }
    become(SOL, "Approver");
    whole.await("the page says it", () -> whole.says("of 4 pieces of evidence may not be quoted"));
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
    assertThat(whole.says("Choose an answer")).as("nothing is chosen for anybody").isTrue();
    whole.press("Ctrl+Enter");
    assertThat(whole.fx(() -> String.valueOf(whole.focus()))).contains("RadioButton");
    whole.press("Space");
    whole.await(
        "what comes of it is said", () -> whole.says("If you sign this now: 1 of 2 signed."));
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
    whole.await("it waits for the server", () -> whole.says("it counts once the server has it"));
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
    whole.await("it counted", () -> whole.says("Your signature counted"));
    whole.await("in its seat", () -> whole.says("1 of 2"));
    whole.pictures("handoff-signed");
  }

  @Test
  void allOfItIsReadOnTheSheetFromItsBytes() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    openSheet();
    assertThat(whole.says("Switch the first step back")).as("the way back").isTrue();
    assertThat(whole.says("Storage for pictures EUR 42.00 a month")).as("each cost").isTrue();
    assertThat(whole.shown("signed-whole .part")).isEmpty();
    whole.type("a");
    whole.await("all of it", () -> whole.shown("signed-whole .part").size() > 8);
    assertThat(whole.says("INF-01")).isTrue();
    whole.pictures("sign-all");
    whole.type("a");
    whole.await("as before", () -> whole.shown("signed-whole .part").isEmpty());
  }

  @Test
  void whatWasTypedIsThereAgain() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    openSheet();
    choose(1);
    typeInto("What is still to be done?", "Show the fee");
    typeInto("A note, if you like", "Read with care");
    whole.press("Esc");
    whole.await("it is closed", () -> whole.shown("sign-sheet").isEmpty());
    whole.press("Ctrl+Shift+S");
    whole.await("it is open again", () -> !whole.shown("sign-sheet").isEmpty());
    assertThat(typed()).contains("Show the fee", "Read with care");
    typeInto("By which day?", "4 Dec 2026");
    whole.press("Ctrl+Enter");
    whole.await("it is signed", () -> votes().size() == 1);
  }

  @Test
  void noAnswerIsChosenForAVersionThatWasNotRead() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    openSheet();
    whole.press("Space");
    typeInto("A note, if you like", "Read with care");
    whole.press("Esc");
    whole.await("it is closed", () -> whole.shown("sign-sheet").isEmpty());
    packet = packet(packet.manifest().replace("Let every customer", "Let nobody"));
    whole.await("the page has it", () -> whole.says(packet.digest().substring(0, 12)));
    openSheet();
    whole.await("the new words", () -> whole.says("Let nobody"));
    assertThat(whole.says("Choose an answer")).isTrue();
    assertThat(typed()).contains("Read with care");
    whole.press("Ctrl+Enter");
    assertThat(votes()).isEmpty();
  }

  private List<String> typed() throws Exception {
    return whole.fx(
        () ->
            whole.scene().getRoot().lookupAll(".sign-sheet .text-field").stream()
                .map(field -> ((TextField) field).getText())
                .toList());
  }

  @Test
  void aSheetSaysWhenTheSameCannotBeSignedAnyMore() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    openSheet();
    whole.press("Space");
    whole.await("it could be signed", () -> whole.says("If you sign this now: 1 of 2 signed."));
    approval("", ApprovalState.CHANGED);
    whole.await("it is said", () -> whole.says("What you wrote is kept for the next time."));
    whole.pictures("sign-moved");
    whole.press("Ctrl+Enter");
    assertThat(votes()).isEmpty();
    approval("", ApprovalState.OPEN);
    whole.await("it can again", () -> !whole.says("What you wrote is kept for the next time."));
    whole.press("Ctrl+Enter");
    whole.await("it is signed", () -> votes().size() == 1);
  }

  @Test
  void whoSaidGoCanTakeItBackUntilItIsCarriedOut() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    openSheet();
    whole.press("Space");
    whole.press("Ctrl+Enter");
    whole.await("it is signed", () -> votes().size() == 1);
    counted(votes().getFirst(), ApprovalState.MET);
    whole.await("it is offered", () -> can("handoff.stop"));
    whole.pictures("handoff-stoppable");
    run("handoff.stop");
    whole.await("the sheet is there", () -> !whole.shown("sign-sheet").isEmpty());
    assertThat(whole.shown("answer-choice")).as("no alone").hasSize(1);
    typeInto("Why not?", "The fee is wrong");
    whole.press("Ctrl+Enter");
    whole.await("it is signed", () -> votes().size() == 2);
    counted(votes().getFirst(), ApprovalState.SPENT);
    whole.await("it is over", () -> !can("handoff.stop"));
  }

  /** As the server would count it. */
  private void counted(Vote vote, ApprovalState state) {
    store().rights().take(Optional.empty());
    save(
        vote.id(),
        Vote.KIND,
        Map.of(
            Vote.BY, Value.text(SOL.toString()),
            Vote.VERDICT, Value.text(Verdict.ACCEPTED.wireName()),
            Vote.COUNTED_AT, Value.whole(System.currentTimeMillis())));
    Approval.Cast cast =
        new Approval.Cast(
            vote.id(), keys().getFirst().id(), SOL, Set.of("Approver"), Answer.GO, 1, 2);
    save(
        now().id(),
        Approval.KIND,
        Map.of(
            Approval.VOTES, Approval.votes(List.of(cast)),
            Approval.STATE, Value.text(state.wireName())));
    become(SOL, "Approver");
  }

  @Test
  void marksThatTurnWordsAroundAreNamed() throws Exception {
    String turned = "Costs \u202e0001\u202c a year";
    packet = packet(packet.manifest().replace("Let every customer", turned));
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    openSheet();
    assertThat(whole.says("Costs [U+202E]0001[U+202C] a year")).isTrue();
  }

  /** The same version, as somebody else wrote it down. */
  private Packet packet(String written) throws Exception {
    byte[] bytes = written.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Packet other = Packet.of(handoff, 1, bytes, Optional.of(MARA), 1, 0);
    save(other.id(), Packet.KIND, other.toFields());
    packet = other;
    manifest =
        ((dev.throughline.model.signing.Json.Parsed.Read)
                dev.throughline.model.signing.Json.parse(bytes))
            .json();
    approval("", ApprovalState.OPEN);
    return other;
  }

  @Test
  void aNoSaysWhyAndAConditionHasItsDay() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    openSheet();
    choose(2);
    whole.press("Ctrl+Enter");
    whole.await("it stops it", () -> whole.says("This stops it for everybody"));
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
    whole.await("it stands", () -> whole.says("0 of 2"));
    assertThat(isOffered()).isFalse();
    assertThat(keys()).isEmpty();
  }

  @Test
  void theKeysStandInSettings() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    whole.fx(
        () -> {
          whole.window().shell().open("settings", "SIGNING");
          return true;
        });
    whole.await("its state is said", () -> whole.says("Counts"));
    whole.pictures("settings-signing");
  }

  @Test
  void whoSubmittedItIsNotAsked() throws Exception {
    become(MARA, "Approver");
    openHandoff();
    whole.await("it stands", () -> whole.says("0 of 2"));
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
    whole.await("it waits there", () -> whole.says("Waits for your answer"));
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
    whole.await("it stands", () -> whole.says("0 of 2"));
    HandoffDetail open = detail();
    assertThat(open.isFresh()).isFalse();
    approval("", ApprovalState.CHANGED);
    whole.await("it is said", () -> whole.says("no signature counts any more"));
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
    whole.await("it stands", () -> whole.says("0 of 2"));
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
    whole.await("the condition is there", () -> whole.says("Show the fee, by 4 Dec 2026"));
  }
}
