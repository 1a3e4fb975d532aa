package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.command.Availability;
import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Rights;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that change what one may not change are off and say why; pages are only read. */
class CommandRightsTest {
  @TempDir Path folder;

  /** Commands that change no record, or ask for themselves what may be changed. */
  private static final Set<String> CHANGES_NOTHING_SHARED =
      Set.of(
          "edit.undo",
          "edit.redo",
          "record.stop",
          "record.pause",
          "record.input",
          "recording.offline",
          "recording.letGo",
          "recordings.pause",
          "recordings.metered",
          "recordings.free",
          "study.offline",
          "study.letGo",
          "idea.plan",
          "plan.idea",
          "handoff.next",
          "handoff.trace",
          "handoff.plan",
          "handoff.history",
          "account.signIn",
          "account.signOut",
          "hold.propose",
          "hold.confirm",
          "hold.release",
          "hold.withdraw",
          "library.find",
          "library.clear",
          "library.export",
          "library.export.file",
          "index.rebuild",
          "sync.now",
          "sync.pause",
          "session.find",
          "session.findNext",
          "session.findPrevious",
          "session.history",
          "study.history",
          "participant.history",
          "session.details",
          "session.notes.narrower",
          "session.notes.wider",
          "session.guide",
          "trash.restore",
          "idea.find",
          "idea.history",
          "idea.view");

  private static boolean isWayOrView(String id) {
    return List.of("go.", "play.", "view.", "help.", "inbox.", "history.").stream()
        .anyMatch(id::startsWith);
  }

  @Test
  void everyCommandIsPlaced() throws Exception {
    try (WholeWindow whole = WholeWindow.open(folder.resolve("anna"))) {
      Set<String> unplaced =
          whole.fx(() -> whole.window().commands().all()).stream()
              .map(Command::id)
              .filter(id -> CommandRights.changed(id).isEmpty())
              .filter(id -> !CHANGES_NOTHING_SHARED.contains(id) && !isWayOrView(id))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(unplaced).as("say in CommandRights what these change").isEmpty();
    }
  }

  @Test
  void anApproverIsToldWhyNothingNewCanBeMade() throws Exception {
    try (WholeWindow whole = WholeWindow.open(folder.resolve("anna"))) {
      Rights rights = whole.window().client().ledger().store().rights();
      Button fresh = button(whole);
      assertThat(whole.fx(() -> isOff(fresh))).isFalse();
      rights.take(Access.of(Set.of(Role.APPROVER)).standing());
      whole.await("the button is off", () -> isOff(fresh));
      pictures(whole, "rights-library");
      String why = "An approver has no access to interviews.";
      assertThat(
              whole.fx(
                  () ->
                      whole.window().commands().find("interview.new").orElseThrow().availability()))
          .isEqualTo(Availability.off(why));
      assertThat(whole.fx(() -> Hint.of(fresh).orElseThrow())).isEqualTo(why);
      assertThat(whole.fx(fresh::getAccessibleHelp)).isEqualTo(why);
      whole.fx(
          () -> {
            fresh.fire();
            return true;
          });
      whole.await(
          "a toast says why",
          () -> whole.window().shell().toasts().stream().map(Toast::detail).anyMatch(why::equals));
      rights.take(Access.of(Set.of(Role.RESEARCHER)).standing());
      whole.await("the button is on again", () -> !isOff(fresh));
    }
  }

  private static void pictures(WholeWindow whole, String name) throws Exception {
    for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      whole.fx(
          () -> {
            whole.window().theme().choiceProperty().set(choice);
            return true;
          });
      whole.settle();
      whole.picture(name + "-" + choice.name().toLowerCase(Locale.ROOT));
    }
  }

  private static Button button(WholeWindow whole) throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open(PlaceIds.LIBRARY);
          return true;
        });
    whole.settle();
    List<Node> found = whole.shown("walkthrough-new");
    return (Button) found.getFirst();
  }

  private static boolean isOff(Button button) {
    return button.getPseudoClassStates().contains(PseudoClass.getPseudoClass("off"));
  }

  @Test
  void aProductManagerReadsASessionWithoutBeingLetIntoIt() throws Exception {
    try (WholeWindow whole = WholeWindow.open(folder.resolve("anna"), false)) {
      ClientWiring client = whole.window().client();
      client.settings().setBegun();
      RecordId interview = client.ledger().newRecord();
      client
          .ledger()
          .record(
              List.of(
                  new Draft.Set(
                      interview, "interview", Map.of("title", Value.text("Price letter")))));
      client.ledger().store().rights().take(Access.of(Set.of(Role.PRODUCT_MANAGER)).standing());
      whole.fx(
          () -> {
            whole.window().shell().open(PlaceIds.LIBRARY, PlaceIds.session(interview));
            return true;
          });
      whole.await("the notes are shown", () -> whole.scene().lookup(".tl-notes") != null);
      whole.settle();
      List<Node> editors = whole.shown("text-area");
      assertThat(editors).isNotEmpty();
      assertThat(
              whole.fx(() -> editors.stream().map(node -> ((TextArea) node).isEditable()).toList()))
          .containsOnly(false);
      assertThat(whole.shown("tl-band")).isNotEmpty();
      pictures(whole, "rights-session");
      client.ledger().store().rights().take(Access.of(Set.of(Role.RESEARCHER)).standing());
      whole.await(
          "all can be typed in",
          () -> editors.stream().allMatch(node -> ((TextArea) node).isEditable()));
    }
  }
}
