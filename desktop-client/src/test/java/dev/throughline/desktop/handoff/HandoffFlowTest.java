package dev.throughline.desktop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.ChecklistTemplate;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.InfraService;
import dev.throughline.model.handoff.ItemState;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Result;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handoff is filled from its checklist, submitted, changed, and submitted again. */
class HandoffFlowTest {
  @TempDir Path folder;
  private WholeWindow whole;
  private RecordId handoff;

  @BeforeEach
  void open() throws Exception {
    whole = WholeWindow.open(folder.resolve("profile"));
    handoff = store().newestIds(Handoff.KIND.name()).getFirst();
    show("handoff:" + handoff);
    whole.await("all of it is there", () -> !whole.shown("delivered").isEmpty());
  }

  @AfterEach
  void close() {
    whole.close();
  }

  private void show(String page) throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open("handoffs", page);
          return true;
        });
  }

  private LocalStore store() {
    return whole.window().client().ledger().store();
  }

  private List<RecordView> below(Kind kind, RecordId above) {
    return store().childrenOf(kind.name(), List.of(above));
  }

  private ChecklistItem item(RecordId of, String code) {
    return below(ChecklistItem.KIND, of).stream()
        .map(view -> ChecklistItem.from(view.id(), view.fields()))
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private TextField field(String prompt) {
    return whole.scene().getRoot().lookupAll(".text-field").stream()
        .map(TextField.class::cast)
        .filter(one -> prompt.equals(one.getPromptText()))
        .findFirst()
        .orElseThrow();
  }

  /** Everything that people have not done yet, as if they did it elsewhere. */
  private void fillAllBut(String code) {
    Handoff now = Handoff.from(handoff, store().find(handoff).orElseThrow().fields());
    for (RecordView view : below(Measurement.KIND, now.mvp().orElseThrow())) {
      Measurement plan = Measurement.from(view.id(), view.fields());
      whole.save(
          new Draft.Set(
              plan.id(),
              Measurement.KIND.name(),
              Map.of(Measurement.METHOD, Value.text("Two weeks"))),
          new Draft.Set(
              Result.idOf(plan.id()),
              Result.KIND.name(),
              Map.of(
                  Result.MEASUREMENT, Value.text(plan.id().toString()),
                  Result.VALUE, Value.text(plan.target().orElseThrow().toPlainString()))));
    }
    RecordId idea = now.idea().orElseThrow();
    whole.save(
        new Draft.Set(
            idea, Idea.KIND.name(), Map.of(Idea.BUDGET, new Money(10_000_000, "EUR").toValue())));
    for (String one : List.of("INF-02", "INF-04", "LEG-03")) {
      if (!one.equals(code)) {
        ready(one);
      }
    }
  }

  private void ready(String code) {
    ChecklistItem item = item(handoff, code);
    if (below(Proof.KIND, item.id()).isEmpty()) {
      whole.save(
          new Draft.Set(
              whole.window().client().ledger().newRecord(),
              Proof.KIND.name(),
              Map.of(
                  Proof.ITEM, Value.text(item.id().toString()), Proof.TEXT, Value.text("Seen"))));
    }
    List<Proof> proofs =
        below(Proof.KIND, item.id()).stream()
            .map(view -> Proof.from(view.id(), view.fields()))
            .toList();
    String basis =
        dev.throughline.model.handoff.Basis.of(item.title(), item.needs(), proofs, Map.of())
            .orElseThrow();
    whole.save(
        new Draft.Set(
            item.id(),
            ChecklistItem.KIND.name(),
            Map.of(
                ChecklistItem.STATE, Value.text(ItemState.READY.wireName()),
                ChecklistItem.BASIS, Value.text(basis))));
  }

  private List<Packet> packets() {
    return below(Packet.KIND, handoff).stream()
        .map(view -> Packet.from(view.id(), view.fields()))
        .toList();
  }

  @Test
  void aServiceSaysWhereItAnswersAndUndoTakesThatBack() throws Exception {
    RecordId service = below(InfraService.KIND, handoff).getFirst().id();
    whole.fx(
        () -> {
          whole.scene().getRoot().lookupAll(".text-area").stream()
              .filter(one -> "Address that answers".equals(one.getAccessibleText()))
              .findFirst()
              .orElseThrow()
              .requestFocus();
          return true;
        });
    whole.type("https://pictures.example.org/health");
    whole.press("Enter");
    whole.await("it is kept", () -> probe(service).equals("https://pictures.example.org/health"));
    whole.fx(
        () -> {
          whole.scene().getRoot().requestFocus();
          return true;
        });
    whole.press("Ctrl+Z");
    whole.await("it is taken back", () -> probe(service).isEmpty());
  }

  private String probe(RecordId service) {
    return InfraService.from(service, store().find(service).orElseThrow().fields()).probe();
  }

  @Test
  void whatIsTooMuchForOnePacketIsSaidAndNothingIsSubmitted() throws Exception {
    RecordId item = item(handoff, "INF-02").id();
    String link = "https://drill.example/" + "a".repeat(1_900);
    Draft[] proofs =
        IntStream.range(0, Kind.LONG_TEXT_MAX / 1_900)
            .mapToObj(
                at ->
                    new Draft.Set(
                        whole.window().client().ledger().newRecord(),
                        Proof.KIND.name(),
                        Map.of(
                            Proof.ITEM, Value.text(item.toString()),
                            Proof.TEXT, Value.text("Log"),
                            Proof.LINK, Value.text(link))))
            .toArray(Draft[]::new);
    whole.save(proofs);
    fillAllBut("");
    whole.await("nothing stops it", () -> isSubmittable());
    whole.press("Ctrl+Enter");
    whole.await("it is said", () -> whole.says("Not submitted"));
    assertThat(packets()).isEmpty();
  }

  private boolean isSubmittable() throws Exception {
    return whole
        .fx(() -> whole.window().commands().find("handoff.submit").orElseThrow().availability())
        .isReady();
  }

  @Test
  void theLastItemIsMadeReadyAndTheHandoffSubmittedByKeysAlone() throws Exception {
    fillAllBut("INF-02");
    whole.await("one thing is left", () -> whole.says("1 thing stops the submission"));
    assertThat(whole.fx(() -> whole.window().commands().find("handoff.submit").orElseThrow()))
        .satisfies(command -> assertThat(command.availability().isReady()).isFalse());
    whole.press("N");
    whole.await(
        "it is gone to",
        () ->
            whole.fx(() -> whole.focus() instanceof ItemRow) && whole.says("Fail-over rehearsed"));
    whole.fx(
        () -> {
          field("Words or an address").requestFocus();
          return true;
        });
    whole.type("Log of the drill https://drill.example/log");
    whole.press("Enter");
    ChecklistItem item = item(handoff, "INF-02");
    whole.await("the proof is kept", () -> !below(Proof.KIND, item.id()).isEmpty());
    Proof proof =
        below(Proof.KIND, item.id()).stream()
            .map(view -> Proof.from(view.id(), view.fields()))
            .findFirst()
            .orElseThrow();
    assertThat(proof.text()).isEqualTo("Log of the drill");
    assertThat(proof.link()).isEqualTo("https://drill.example/log");
    whole.await("it can be checked", () -> whole.says("INF-02 is not checked yet"));
    // Submit after the last item: three presses at most.
    whole.press("Ctrl+R");
    whole.await("nothing stops it", () -> whole.says("Everything that must hold holds"));
    whole.press("Ctrl+Enter");
    whole.await("it is submitted", () -> packets().size() == 1);
    Packet packet = packets().getFirst();
    assertThat(packet.version()).isOne();
    assertThat(Json.parse(packet.manifest().getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Json.Parsed.Read.class);
    assertThat(packet.manifest()).contains("Log of the drill").contains("\"totalMinor\":");
    whole.await("it says so", () -> whole.says("Version 1, submitted by you"));
    whole.await("nothing is new", () -> whole.says("Nothing was edited since the last version"));
    whole.press("Ctrl+Enter");
    whole.save(
        new Draft.Set(
            whole.window().client().ledger().newRecord(),
            Cost.KIND.name(),
            Map.of(
                Cost.HANDOFF, Value.text(handoff.toString()),
                Cost.TEXT, Value.text("Licences"),
                Cost.AMOUNT, new Money(5, "EUR").toValue())));
    whole.await("what changed is named", () -> whole.says("Changed since: costs."));
    assertThat(packets()).as("what was submitted stays").containsExactly(packet);
    whole.press("Ctrl+Enter");
    whole.await("the next version", () -> packets().size() == 2);
    assertThat(packets()).contains(packet);
    show("");
    whole.await("the list says it", () -> whole.says("Submitted, version 2"));
  }

  @Test
  void aStaleItemIsCheckedAgainAndUndoneAsOneStep() throws Exception {
    whole.await("it is stale", () -> whole.says("INF-04 is stale"));
    ChecklistItem before = item(handoff, "INF-04");
    whole.press("N");
    whole.press("N");
    whole.await("it is shown", () -> whole.says("Roll-out and roll-back plan"));
    whole.await(
        "it has the focus",
        () ->
            whole.fx(
                () ->
                    whole.focus() instanceof ItemRow row
                        && row.getAccessibleText().startsWith("INF-04")));
    whole.press("Ctrl+R");
    whole.await("it is fresh", () -> !item(handoff, "INF-04").basis().equals(before.basis()));
    whole.await("nothing is stale", () -> !whole.says("INF-04 is stale"));
    whole.press("Ctrl+K");
    whole.type(">Undo");
    whole.press("Enter");
    whole.await("taken back", () -> item(handoff, "INF-04").equals(before));
  }

  @Test
  void aBlockedItemStopsTheSubmissionWithItsReason() throws Exception {
    whole.await(
        "its state can be chosen",
        () ->
            whole.fx(() -> !whole.scene().getRoot().lookupAll(".item-panel .combo-box").isEmpty()));
    whole.fx(
        () -> {
          states().setValue(ItemState.BLOCKED);
          return true;
        });
    whole.await("it is blocked", () -> whole.says("INF-01 is blocked"));
    whole.save(
        new Draft.Set(
            item(handoff, "INF-01").id(),
            ChecklistItem.KIND.name(),
            Map.of(ChecklistItem.NOTE, Value.text("The test lab is closed"))));
    whole.await("its reason is beside it", () -> whole.says("The test lab is closed"));
  }

  @SuppressWarnings("unchecked")
  private ComboBox<ItemState> states() {
    return whole.scene().getRoot().lookupAll(".item-panel .combo-box").stream()
        .map(ComboBox.class::cast)
        .filter(box -> box.getItems().contains(ItemState.BLOCKED))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anItemOfTheTemplateThatWasTakenAwayComesBack() throws Exception {
    ChecklistItem item = item(handoff, "LEG-01");
    whole.save(
        new Draft.Move(
            item.id(), ChecklistItem.KIND.name(), dev.throughline.model.sync.Action.TRASH));
    whole.await("it is missed", () -> whole.says("LEG-01 was taken away"));
    whole.fx(
        () -> {
          whole.scene().getRoot().lookupAll(".preflight .tl-row").stream()
              .filter(row -> String.valueOf(row.getAccessibleText()).contains("LEG-01 was taken"))
              .findFirst()
              .orElseThrow()
              .requestFocus();
          return true;
        });
    whole.press("Enter");
    whole.await(
        "it is back",
        () ->
            below(ChecklistItem.KIND, handoff).stream()
                .anyMatch(
                    view -> ChecklistItem.from(view.id(), view.fields()).code().equals("LEG-01")));
  }

  @Test
  void aHandoffOfAnIdeaBeginsWithItsChecklistAndItsNewestMvp() throws Exception {
    RecordId idea = store().newestIds(Idea.KIND.name()).getLast();
    whole.fx(
        () -> {
          whole.window().shell().open("ideas", "idea:" + idea);
          return true;
        });
    whole.await("the page is built", () -> !whole.shown("idea-score").isEmpty());
    whole.press("Ctrl+Shift+H");
    whole.await("another handoff", () -> store().newestIds(Handoff.KIND.name()).size() == 2);
    RecordId made =
        store().newestIds(Handoff.KIND.name()).stream()
            .filter(one -> !one.equals(handoff))
            .findFirst()
            .orElseThrow();
    whole.await("it is shown", () -> !whole.shown("checklist-row").isEmpty());
    assertThat(below(ChecklistItem.KIND, made))
        .extracting(view -> ChecklistItem.from(view.id(), view.fields()).code())
        .containsExactlyInAnyOrderElementsOf(
            ChecklistTemplate.USUAL.stream().map(ChecklistTemplate.Line::code).toList());
    assertThat(Handoff.from(made, store().find(made).orElseThrow().fields()).idea())
        .isEqualTo(Optional.of(idea));
    whole.await("what is missing is said", () -> whole.says("It does not say what is asked for"));
    whole.press("N");
    whole.await(
        "the caret is where it is said",
        () ->
            whole.fx(
                () ->
                    whole.focus() instanceof javafx.scene.control.TextArea area
                        && area.getPromptText().startsWith("What do you ask")));
    whole.fx(
        () -> {
          whole.scene().getRoot().lookup(".checklist-row").requestFocus();
          return true;
        });
    whole.press("Ctrl+K");
    whole.type(">Undo");
    whole.press("Enter");
    whole.await(
        "so many records at once are asked about",
        () -> whole.fx(() -> whole.window().shell().questionProperty().get().isPresent()));
    whole.fx(
        () -> {
          var shell = whole.window().shell();
          shell.questionProperty().get().orElseThrow().yes().run().run();
          shell.questionProperty().set(Optional.empty());
          return true;
        });
    whole.await("one undo takes all back", () -> store().find(made).orElseThrow().trashed());
    assertThat(below(ChecklistItem.KIND, made)).isEmpty();
    whole.await("the page says so", () -> whole.says("This handoff is gone"));
  }
}
