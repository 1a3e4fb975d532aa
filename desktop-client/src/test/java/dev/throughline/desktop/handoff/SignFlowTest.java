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
    openSheetAsApprover();
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
    counted(judged.cast().orElseThrow(), ApprovalState.OPEN);
    whole.await("it counted", () -> whole.says("Your signature counted"));
    whole.await("in its seat", () -> whole.says("1 of 2"));
    whole.pictures("handoff-signed");
  }

  @Test
  void aNoSaysWhyAndAConditionHasItsDay() throws Exception {
    openSheetAsApprover();
    choose(2);
    whole.press("Ctrl+Enter");
    whole.await("it stops it", () -> whole.says("This stops it for everybody"));
    assertThat(votes()).as("why not?").isEmpty();
    choose(1);
    typeInto("What is still to be done?", "Show the fee");
    whole.press("Ctrl+Enter");
    assertThat(votes()).as("by which day?").isEmpty();
    typeInto("By which day?", "4 Dec 2026");
    looksWell("sign-conditions");
    whole.press("Ctrl+Enter");
    whole.await("it is signed", () -> votes().size() == 1);
    assertThat(votes().getFirst().envelope()).isNotEmpty();
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
    whole.use("Open it");
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
    openSheetAsApprover();
    choose(1);
    typeInto("What is still to be done?", "Show the fee");
    typeInto("By which day?", "4 Dec 2026");
    looksWell("sign-conditions");
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
