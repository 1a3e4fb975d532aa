package dev.throughline.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.ui.notice.RunningTask;
import dev.throughline.desktop.ui.notice.Toast;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityPanelTest {
  private final List<String> done = new ArrayList<>();

  private ShellViewModel busy() {
    var model = ExampleShell.model();
    model
        .tasks()
        .add(new RunningTask("Exporting the workspace", Optional.of(() -> done.add("stop"))));
    model.tasks().add(new RunningTask("Importing P-09", Optional.empty()));
    model.tasks().removeLast();
    model.activity().tell(ExampleShell.toast());
    model
        .activity()
        .tell(
            Toast.failed(
                "P-10 was not imported",
                "The file ends in the middle of a cue. Everything you have is unchanged. IMP-14",
                new Toast.Action("Look", () -> done.add("look"))));
    model.toasts().clear();
    return model;
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 100", "DARK, 100", "LIGHT, 200", "DARK, 250"})
  void everythingCanBeReadAtEverySize(ThemeChoice choice, int percent) throws Exception {
    assertThat(findings("activity", busy(), choice, percent)).isEmpty();
    var quiet = ExampleShell.model();
    quiet.tasks().clear();
    quiet.activity().clear();
    assertThat(findings("activity-empty", quiet, choice, percent)).isEmpty();
  }

  private static List<String> findings(
      String name, ShellViewModel model, ThemeChoice choice, int percent) throws Exception {
    return FxThread.call(
        () -> {
          var window = ExampleShell.window(model);
          var scene = Snapshot.scene(window, new Theme(choice, percent), 1280, 800);
          model.activity().toggle();
          window.applyCss();
          window.layout();
          window.layout();
          String looks = choice.name().toLowerCase(Locale.ROOT);
          Snapshot.write(
              scene, Path.of("target", "pictures", "%s-%s-%s.png".formatted(name, looks, percent)));
          // What the panel and its shadow cover is not there to be read while it is open.
          return ContrastWalk.findings(scene).stream()
              .filter(finding -> !finding.startsWith("contrast") || finding.contains("activity"))
              .toList();
        });
  }

  @Test
  void keyboardOpensStopsClosesAndComesBack() throws Exception {
    FxThread.call(
        () -> {
          var model = busy();
          var scene =
              Snapshot.scene(
                  ExampleShell.window(model), new Theme(ThemeChoice.LIGHT, 100), 1280, 800);
          Node before = scene.lookup(".tl-rail .toggle-button");
          before.requestFocus();
          ((Button) scene.lookup(".tl-activity-door")).fire();
          assertThat(inPanel(scene.getFocusOwner())).isTrue();
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          button(scene, "Stop: Exporting the workspace").fire();
          button(scene, "Look: P-10 was not imported").fire();
          assertThat(done).containsExactly("stop", "look");
          button(scene, "Dismiss: P-10 was not imported").fire();
          assertThat(inPanel(scene.getFocusOwner())).isTrue();
          press(scene, KeyCode.ESCAPE);
          assertThat(model.activity().openProperty().get()).isFalse();
          assertThat(scene.getFocusOwner()).isSameAs(before);
          return null;
        });
  }

  private static boolean inPanel(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.getStyleClass().contains("tl-activity")) {
        return true;
      }
    }
    return false;
  }

  private static Button button(Scene scene, String name) {
    return scene.getRoot().lookupAll(".tl-activity .button").stream()
        .map(Button.class::cast)
        .filter(found -> name.equals(found.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  private static void press(Scene scene, KeyCode code) {
    Event.fireEvent(
        scene.getFocusOwner(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
