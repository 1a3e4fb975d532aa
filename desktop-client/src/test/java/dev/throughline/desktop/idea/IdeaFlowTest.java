package dev.throughline.desktop.idea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Assumption;
import dev.throughline.model.idea.AssumptionState;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.score.Scored;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of an idea from an interview to a decision, by the keyboard alone. */
class IdeaFlowTest {
  @TempDir Path folder;
  private WholeWindow whole;
  private IdeaDesk desk;

  @BeforeEach
  void open() throws Exception {
    whole = WholeWindow.open(folder.resolve("profile"));
    desk = new IdeaDesk(whole);
  }

  @AfterEach
  void close() {
    whole.close();
  }

  private void go(String place, String page) throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open(place, page);
          return true;
        });
  }

  private void openIdea(RecordId idea) throws Exception {
    go("ideas", "idea:" + idea);
    whole.await("the page is built", () -> !whole.shown("idea-score").isEmpty());
  }

  private Optional<RecordId> shownIdea() throws Exception {
    String page = whole.fx(() -> whole.window().shell().locationProperty().get().page());
    return page.startsWith("idea:")
        ? Optional.of(RecordId.of(page.substring(5)))
        : Optional.empty();
  }

  private String focused() throws Exception {
    return whole.fx(
        () -> {
          Node owner = whole.focus();
          return owner.getAccessibleText() == null ? "" : owner.getAccessibleText();
        });
  }

  /** The key for something new makes what the place is about. */
  @Test
  void amongIdeasTheKeyForSomethingNewMakesAnIdea() throws Exception {
    go("ideas", "");
    whole.settle();
    whole.press("Ctrl+N");
    whole.await("its page is open", () -> shownIdea().isPresent());
    go("library", "");
    whole.settle();
    whole.press("Ctrl+N");
    whole.await(
        "an interview",
        () ->
            whole
                .fx(() -> whole.window().shell().locationProperty().get().page())
                .startsWith("session:"));
  }

  @Test
  void growsFromWhatIsLookedAtInASession() throws Exception {
    RecordId interview = desk.interview("P-01");
    go("library", "session:" + interview);
    whole.await("the caret is in the notes", () -> focused().contains("otes"));
    whole.press("Ctrl+Shift+I");
    whole.await("its page is open", () -> shownIdea().isPresent());
    RecordId idea = shownIdea().orElseThrow();
    whole.await("the title has the caret", () -> whole.focus() instanceof InPlaceFieldView);
    whole.type("Say the price first");
    whole.press("Enter");
    whole.await("the title is kept", () -> desk.read(idea).title().equals("Say the price first"));
    assertThat(desk.below(Evidence.KIND, idea))
        .singleElement()
        .satisfies(
            view -> {
              Evidence link = Evidence.from(view.id(), view.fields());
              assertThat(link.source()).contains(desk.notes("P-01"));
              assertThat(link.stance()).isEqualTo(Stance.FOR);
            });
    assertThat(desk.read(idea).study()).isPresent();
    whole.press("Alt+2");
    whole.await("it is in discovery", () -> desk.read(idea).status() == IdeaStatus.DISCOVERY);
    use("Undo");
    whole.await("and back", () -> desk.read(idea).status() == IdeaStatus.BACKLOG);
  }

  @Test
  void whatWasSaidIsFoundAndLinkedWithoutLeavingThePage() throws Exception {
    RecordId idea = desk.idea("Say the price first", "backlog");
    go("library", "find");
    whole.await("the field is there", () -> whole.focus() instanceof TextField);
    whole.type("said:click");
    whole.await("everything can be found", () -> !whole.shown("place-line").isEmpty());
    openIdea(idea);
    whole.press("Ctrl+Shift+L");
    whole.await("the field is there", () -> whole.focus() instanceof TextField);
    whole.type("click");
    whole.await("turns are listed", () -> lines() > 1);
    whole.press("Enter");
    whole.await("something is linked", () -> !desk.below(Evidence.KIND, idea).isEmpty());
    Evidence link =
        desk.below(Evidence.KIND, idea).stream()
            .map(view -> Evidence.from(view.id(), view.fields()))
            .findFirst()
            .orElseThrow();
    assertThat(link.stance()).isEqualTo(Stance.AGAINST);
    assertThat(Evidence.SOURCES).contains(link.sourceKind());
    assertThat(desk.store().find(link.source().orElseThrow())).isPresent();
    whole.await("and shown", () -> !whole.shown("idea-evidence").isEmpty());
  }

  private int lines() throws Exception {
    return whole.shown("tl-palette-line").size();
  }

  @Test
  void cardsAreWalkedAndMovedWithoutAMouse() throws Exception {
    RecordId first = desk.idea("Kiosk one", "backlog");
    RecordId other = desk.idea("Kiosk other", "scale");
    whole.press("Ctrl+3");
    narrow();
    whole.await("two cards are there", () -> whole.shown("idea-card").size() == 2);
    whole.press("Down");
    whole.await("a column has the focus", () -> whole.focus() instanceof ListView);
    digit(KeyCode.DIGIT3);
    whole.await("it moved", () -> desk.read(first).status() == IdeaStatus.MVP);
    whole.await("the focus went along", () -> focused().contains("MVP"));
    whole.press("Right");
    whole.await("the next column has the focus", () -> focused().contains("Scale"));
    whole.press("Delete");
    whole.await(
        "the other is in the trash", () -> desk.store().find(other).orElseThrow().trashed());
    whole.press("Ctrl+Z");
    whole.await("and back", () -> !desk.store().find(other).orElseThrow().trashed());
  }

  /** Leaves those of the test of the ideas on the board. */
  private void narrow() throws Exception {
    whole.press("Ctrl+F");
    whole.await("the field has the caret", () -> whole.focus() instanceof TextField);
    whole.type("kiosk");
  }

  private void digit(KeyCode key) throws Exception {
    whole.fx(
        () -> {
          Event.fireEvent(
              whole.focus(),
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
          return true;
        });
  }

  @Test
  void scoredAnewTheHistoryStays() throws Exception {
    RecordId idea = desk.idea("Say the price first", "backlog");
    openIdea(idea);
    use("Score the idea");
    whole.await("the first input has the caret", () -> focused().equals("Reach"));
    for (String number : List.of("4,000", "1", "50", "2")) {
      whole.type(number);
      whole.press(number.equals("2") ? "Enter" : "Tab");
    }
    whole.await("it is kept", () -> desk.scores(idea).size() == 1);
    assertThat(desk.scores(idea).getFirst().result())
        .isEqualTo(new Scored.Of(new BigDecimal("1000")));
    use("Score the idea");
    whole.type("8000");
    whole.press("Enter");
    whole.await("both are kept", () -> desk.scores(idea).size() == 2);
    assertThat(desk.scores(idea).getFirst().inputs()).containsEntry("reach", "8000");
    whole.await("both are listed", () -> whole.shown("past").size() == 2);
  }

  /** Uses a command by its name in the palette. */
  private void use(String name) throws Exception {
    whole.press("Ctrl+K");
    whole.type(">" + name);
    whole.press("Enter");
  }

  @Test
  void assumptionsTasksAndDecisionsAreTypedOneAfterTheOther() throws Exception {
    RecordId idea = desk.idea("Say the price first", "backlog");
    openIdea(idea);
    use("Add an assumption");
    whole.type("People read the first page");
    whole.press("Enter");
    whole.type("The print shop can do it");
    whole.press("Enter");
    whole.await("both are kept", () -> desk.below(Assumption.KIND, idea).size() == 2);
    whole.press("Ctrl+T");
    whole.type("Watch five people");
    whole.press("Enter");
    whole.await("the task is kept", () -> desk.below(DiscoveryTask.KIND, idea).size() == 1);
    use("Add a decision");
    whole.type("Test the first page");
    whole.press("Enter");
    whole.type("It is cheap");
    whole.press("Ctrl+Enter");
    whole.await("the decision is kept", () -> !desk.decisions(idea).isEmpty());
    assertThat(desk.decisions(idea)).containsExactly("Test the first page");
    whole.await("all four are shown", () -> whole.shown("idea-line").size() == 4);
    assertThat(
            desk.below(Assumption.KIND, idea).stream()
                .map(view -> Assumption.from(view.id(), view.fields()).state()))
        .containsOnly(AssumptionState.UNTESTED);
  }

  @Test
  void mergedIdeasKeepTheirEvidenceAndComeApartAgain() throws Exception {
    RecordId twin = desk.idea("Kiosk price at the top", "backlog");
    RecordId head = desk.idea("Kiosk says the price", "discovery");
    desk.link(twin, desk.interview("P-01"), "interview", Stance.FOR, 2);
    openIdea(twin);
    whole.await("the other is known", () -> whole.shown("tl-row").size() == 1);
    use("Merge the idea into another");
    whole.type("kiosk says");
    whole.await("it is listed", () -> lines() == 1);
    whole.press("Enter");
    whole.await("it goes on there", () -> shownIdea().equals(Optional.of(head)));
    whole.await("its evidence counts", () -> evidenceLines() == 1);
    assertThat(desk.read(twin).mergedInto()).contains(head);
    go("ideas", "");
    narrow();
    whole.await("one card is left", () -> whole.shown("idea-card").size() == 1);
    go("ideas", "idea:" + twin);
    whole.await("it says where it went", () -> !whole.shown("idea-goes-on").isEmpty());
    whole.press("Ctrl+Z");
    whole.await("apart again", () -> desk.read(twin).mergedInto().isEmpty());
    go("ideas", "");
    whole.await("two cards again", () -> whole.shown("idea-card").size() == 2);
  }

  @Test
  void whatWasBegunIsKeptWhenThePageIsLeft() throws Exception {
    RecordId idea = desk.idea("Kiosk says the price", "backlog");
    openIdea(idea);
    use("Add an assumption");
    whole.type("People read the first page");
    use("Add a decision");
    whole.type("Test the first page");
    whole.press("Enter");
    whole.type("It is cheap");
    go("home", "");
    whole.await("the assumption is kept", () -> desk.below(Assumption.KIND, idea).size() == 1);
    whole.await("the decision is kept", () -> desk.decisions(idea).size() == 1);
  }

  @Test
  void keysMeanOnlyWhatIsShown() throws Exception {
    RecordId idea = desk.idea("Kiosk says the price", "backlog");
    whole.press("Ctrl+3");
    narrow();
    whole.await("its card is there", () -> whole.shown("idea-card").size() == 1);
    whole.press("Down");
    whole.await("a column has the focus", () -> whole.focus() instanceof ListView);
    whole.press("Ctrl+F");
    whole.type("zz");
    whole.await("no card is left", () -> whole.shown("idea-card").isEmpty());
    whole.press("Alt+3");
    whole.await("it is said what lacks", () -> !whole.shown("tl-toast").isEmpty());
    whole.settle();
    assertThat(desk.read(idea).status()).isEqualTo(IdeaStatus.BACKLOG);
  }

  @Test
  void paragraphsOfAReasonAreReadAndKept() throws Exception {
    RecordId idea = desk.idea("Kiosk says the price", "backlog");
    desk.decide(idea, "Test the first page", "It is cheap.\nNobody asked for the envelope.");
    openIdea(idea);
    whole.await(
        "both paragraphs are read",
        () ->
            whole.shown("label").stream()
                .anyMatch(
                    node ->
                        node instanceof Label label && label.getText().contains("cheap.\nNobody")));
    assertThat(
            whole.shown("tl-in-place").stream()
                .filter(InPlaceFieldView.class::isInstance)
                .map(field -> ((InPlaceFieldView) field).getText()))
        .noneMatch(text -> text.contains("cheap"));
  }

  private long evidenceLines() throws Exception {
    return whole.fx(
        () -> (long) whole.scene().getRoot().lookupAll(".idea-evidence .tl-row").size());
  }

  @Test
  void aSessionIsLinkedToAnIdeaThatIsThere() throws Exception {
    RecordId idea = desk.idea("Kiosk says the price", "backlog");
    RecordId interview = desk.interview("P-02");
    go("library", "session:" + interview);
    whole.await("the caret is in the notes", () -> focused().contains("otes"));
    whole.press("Ctrl+L");
    whole.await("ideas are offered", () -> whole.focus() instanceof TextField && lines() > 1);
    whole.type("kiosk");
    whole.await("the idea is offered", () -> lines() == 1);
    whole.press("Enter");
    whole.await("the notes are linked", () -> desk.below(Evidence.KIND, idea).size() == 1);
  }
}
