package dev.throughline.desktop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.Claim;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** From what a packet claims to what was said: at most three keys, and back. */
class TraceFlowTest extends SignDesk {
  private static final int PRESSES_MAX = 3;

  private int presses;

  private void press(String key) throws Exception {
    presses++;
    whole.press(key);
  }

  private String page() throws Exception {
    return whole.fx(
        () -> {
          var here = whole.window().shell().locationProperty().get();
          return here.place() + "/" + here.page();
        });
  }

  private String packetPage() {
    return "handoffs/handoff:" + handoff;
  }

  private RecordId interviewOf(RecordView source) {
    FieldMap fields = new FieldMap(source.fields());
    return switch (source.kind()) {
      case "interview" -> source.id();
      case "memo" -> fields.reference("interview").orElseThrow();
      default ->
          store()
              .find(fields.reference("transcript").orElseThrow())
              .flatMap(its -> new FieldMap(its.fields()).reference("interview"))
              .orElseThrow();
    };
  }

  private RecordView said() {
    return bundle.claims().stream()
        .map(Claim::link)
        .filter(link -> link.sourceKind().equals("segment"))
        .flatMap(link -> link.source().flatMap(store()::find).stream())
        .findFirst()
        .orElseThrow();
  }

  private void prove(String code, RecordId source) {
    ChecklistItem item =
        bundle.items().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    RecordId proof = RecordId.of("01920000-0000-7000-8000-0000000000b1");
    save(
        proof,
        Proof.KIND,
        Map.of(
            Proof.ITEM, Value.text(item.id().toString()),
            Proof.SOURCE, Value.text(source.toString())));
  }

  private void choose(String code) throws Exception {
    whole.await(
        "the item is there",
        () ->
            whole.fx(
                () -> {
                  whole.scene().getRoot().lookupAll(".checklist-row").stream()
                      .filter(row -> row.getAccessibleText().startsWith(code))
                      .findFirst()
                      .orElseThrow()
                      .requestFocus();
                  return whole.focus().getAccessibleText().startsWith(code);
                }));
  }

  @Test
  void oneSourceOfAnItemIsOneKeyAwayAndBackLeadsToTheItem() throws Exception {
    RecordView turn = said();
    prove("LEG-03", turn.id());
    become(SOL, "Approver");
    openHandoff();
    whole.await("the proof is there", () -> whole.says("LEG-03"));
    choose("LEG-03");
    press("E");
    String there = "library/session:" + interviewOf(turn);
    whole.await("the interview is open", () -> page().startsWith(there));
    assertThat(presses).isLessThanOrEqualTo(PRESSES_MAX);
    whole.await("at what was said", () -> isInSight(words(turn)));
    whole.press("Alt+Left");
    whole.await("back at the packet", () -> page().equals(packetPage()));
    whole.await("and at its item", () -> !whole.shown("item-panel").isEmpty());
    whole.await("which is chosen", () -> chosenSays("LEG-03"));
  }

  private static String words(RecordView turn) {
    String text = new FieldMap(turn.fields()).text("text");
    return text.substring(0, Math.min(20, text.length()));
  }

  private boolean isInSight(String words) throws Exception {
    return whole.fx(
        () ->
            whole.scene().getRoot().lookupAll(".list-cell").stream()
                .map(Node::getAccessibleText)
                .anyMatch(spoken -> spoken != null && spoken.contains(words)));
  }

  private boolean chosenSays(String code) throws Exception {
    return whole.fx(
        () ->
            whole.scene().getRoot().lookupAll(".item-panel .tl-mono").stream()
                .map(Label.class::cast)
                .anyMatch(label -> label.getText().equals(code)));
  }

  @Test
  void severalSourcesAreListedAndTheNextIsThreeKeysAway() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    choose("INF-01");
    press("E");
    whole.await("they are listed", this::isAsked);
    press("Down");
    press("Enter");
    whole.await("an interview is open", () -> page().startsWith("library/session:"));
    assertThat(presses).isLessThanOrEqualTo(PRESSES_MAX);
    whole.press("Alt+Left");
    whole.await("back at the packet", () -> page().equals(packetPage()));
  }

  private boolean isAsked() throws Exception {
    return whole.fx(
        () ->
            whole.focus() instanceof TextField field
                && "Which evidence of the idea?".equals(field.getPromptText()));
  }

  @Test
  void theSheetLeadsThereTooInThreeKeys() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    openSheet();
    press("E");
    whole.await("the evidence is listed", () -> whole.fx(() -> whole.focus() instanceof ListRow));
    whole.pictures("sign-claims");
    press("Down");
    press("Enter");
    whole.await("an interview is open", () -> page().startsWith("library/session:"));
    assertThat(presses).isLessThanOrEqualTo(PRESSES_MAX);
    assertThat(whole.shown("sign-sheet")).isEmpty();
    whole.press("Alt+Left");
    whole.await("back at the packet", () -> page().equals(packetPage()));
  }

  @Test
  void whatConsentHoldsBackSaysSoAndStaysClosed() throws Exception {
    RecordView turn = said();
    prove("LEG-03", turn.id());
    for (RecordId consent : List.copyOf(store().newestIds(Consent.KIND.name()))) {
      save(consent, Consent.KIND, Map.of("quote", Value.text("refused")));
    }
    become(SOL, "Approver");
    openHandoff();
    choose("LEG-03");
    press("E");
    whole.await("it says so", () -> whole.says("It does not open"));
    assertThat(page()).isEqualTo(packetPage());
  }
}
