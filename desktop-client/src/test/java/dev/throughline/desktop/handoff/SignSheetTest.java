package dev.throughline.desktop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.signing.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** What is read, typed and refused on the sheet itself. */
class SignSheetTest extends SignDesk {
  @Test
  void allOfItIsReadOnTheSheetFromItsBytes() throws Exception {
    openSheetAsApprover();
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
    openSheetAsApprover();
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
    openSheetAsApprover();
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
    openSheetAsApprover();
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
    openSheetAsApprover();
    whole.press("Space");
    whole.press("Ctrl+Enter");
    whole.await("it is signed", () -> votes().size() == 1);
    counted(go(votes().getFirst()), ApprovalState.MET);
    whole.await("it is offered", () -> can("handoff.stop"));
    whole.pictures("handoff-stoppable");
    run("handoff.stop");
    whole.await("the sheet is there", () -> !whole.shown("sign-sheet").isEmpty());
    assertThat(whole.shown("answer-choice")).as("no alone").hasSize(1);
    typeInto("Why not?", "The fee is wrong");
    whole.press("Ctrl+Enter");
    whole.await("it is signed", () -> votes().size() == 2);
    counted(go(votes().getFirst()), ApprovalState.SPENT);
    whole.await("it is over", () -> !can("handoff.stop"));
  }

  private Approval.Cast go(Vote vote) {
    return new Approval.Cast(
        vote.id(), keys().getFirst().id(), SOL, Set.of("Approver"), Answer.GO, 1, 2);
  }

  @Test
  void marksThatTurnWordsAroundAreNamed() throws Exception {
    String turned = "Costs \u202e0001\u202c a year";
    packet = packet(packet.manifest().replace("Let every customer", turned));
    openSheetAsApprover();
    assertThat(whole.says("Costs [U+202E]0001[U+202C] a year")).isTrue();
  }

  /** The same version, as somebody else wrote it down. */
  private Packet packet(String written) throws Exception {
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    Packet other = Packet.of(handoff, 1, bytes, Optional.of(MARA), 1, 0);
    save(other.id(), Packet.KIND, other.toFields());
    packet = other;
    manifest = ((Json.Parsed.Read) Json.parse(bytes)).json();
    approval("", ApprovalState.OPEN);
    return other;
  }
}
