package dev.throughline.desktop.app;

import static dev.throughline.desktop.app.OpenDesk.await;
import static dev.throughline.desktop.app.OpenDesk.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.walkthrough.WalkthroughStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four steps on the real window by keyboard alone, from the first page on. */
class WalkthroughJourneyTest {
  /** Rows are reached with Tab; more presses than this mean that the focus is trapped. */
  private static final int TABS_MAX = 40;

  @TempDir Path folder;

  @Test
  void fourStepsByKeyboardAlone() throws Exception {
    try (OpenDesk desk = OpenDesk.open(folder.resolve("anna"))) {
      beginAtTheFirstPage(desk);
      openAnInterview(desk);
      writeANote(desk);
      findASentence(desk);
      beginOwn(desk);
      await("the walkthrough ends", () -> step(desk).isEmpty());
      await("its end is kept", () -> desk.client.settings().step().equals(Optional.of("done")));
    }
  }

  private static void beginAtTheFirstPage(OpenDesk desk) {
    await("the first page", () -> fx(() -> desk.stage.getScene().lookup(".home-door") != null));
    await("the focus on it", () -> isInside(desk.focused(), "home-first") || nextPane(desk));
    desk.press(KeyCode.ENTER);
    await("the first step", () -> isAt(desk, WalkthroughStep.OPEN_INTERVIEW));
    await("the row is lit", () -> isLit(desk));
    picture(desk, "walkthrough-1");
  }

  /** What a person does whose focus is elsewhere. */
  private static boolean nextPane(OpenDesk desk) {
    desk.press(KeyCode.F6);
    return false;
  }

  private static void openAnInterview(OpenDesk desk) {
    await(
        "something can be opened",
        () ->
            fx(
                () ->
                    desk.stage.getScene().getRoot().lookupAll(".home-recent *").stream()
                        .anyMatch(node -> node.isFocusTraversable() && isShown(node))));
    int tabs = 0;
    while (!isInside(desk.focused(), "home-recent") && tabs++ < TABS_MAX) {
      desk.press(KeyCode.TAB);
    }
    assertThat(isInside(desk.focused(), "home-recent"))
        .as("after %s tabs the focus is at %s", tabs, desk.focused())
        .isTrue();
    desk.press(KeyCode.ENTER);
    await("the second step", () -> isAt(desk, WalkthroughStep.WRITE_NOTE));
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static void writeANote(OpenDesk desk) {
    await("the caret in the notes", () -> desk.focused() instanceof TextArea);
    await("the notes are lit", () -> isLit(desk));
    picture(desk, "walkthrough-2");
    desk.type("a line ");
    await("the third step", () -> isAt(desk, WalkthroughStep.FIND_SENTENCE));
  }

  private static void findASentence(OpenDesk desk) {
    await(
        "the turns are there",
        () ->
            fx(
                () ->
                    desk.stage.getScene().getRoot().lookupAll(".list-cell").stream()
                        .anyMatch(cell -> cell instanceof ListCell<?> row && !row.isEmpty())));
    picture(desk, "walkthrough-3");
    desk.press(KeyCode.CONTROL, KeyCode.F);
    await("the find bar", () -> isInside(desk.focused(), "tl-find"));
    desk.type("workshop");
    await("something is found", () -> isAt(desk, WalkthroughStep.OWN_INTERVIEW) || pressed(desk));
    picture(desk, "walkthrough-4");
  }

  private static boolean pressed(OpenDesk desk) {
    desk.press(KeyCode.ENTER);
    return false;
  }

  private static void beginOwn(OpenDesk desk) {
    await("something is lit", () -> isLit(desk));
    desk.press(KeyCode.CONTROL, KeyCode.N);
  }

  @Test
  void escapeLeavesAndARestartGoesOn() throws Exception {
    Path profile = folder.resolve("ben");
    try (OpenDesk desk = OpenDesk.open(profile)) {
      beginAtTheFirstPage(desk);
    }
    try (OpenDesk desk = OpenDesk.open(profile)) {
      await("the step comes back", () -> isAt(desk, WalkthroughStep.OPEN_INTERVIEW));
      desk.press(KeyCode.ESCAPE);
      await("it is gone", () -> step(desk).isEmpty());
    }
    try (OpenDesk desk = OpenDesk.open(profile)) {
      assertThat(step(desk)).isEmpty();
      fx(
          () -> {
            desk.window.walkthrough().begin();
            return null;
          });
      assertThat(isAt(desk, WalkthroughStep.OPEN_INTERVIEW)).isTrue();
    }
  }

  @Test
  void calloutCanBeReadAtEverySize() throws Exception {
    try (OpenDesk desk = OpenDesk.open(folder.resolve("eve"))) {
      beginAtTheFirstPage(desk);
      for (int percent : List.of(100, 200, 250)) {
        for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
          fx(
              () -> {
                desk.window.theme().scalePercentProperty().set(percent);
                return null;
              });
          await(
              "it is laid out",
              () -> fx(() -> callout(desk).getWidth() > 25 * 13 * percent / 100.0));
          fx(
              () -> {
                desk.window.theme().choiceProperty().set(choice);
                return null;
              });
          picture(
              desk, "walkthrough-%s-%s".formatted(choice.name().toLowerCase(Locale.ROOT), percent));
          assertThat(fx(() -> inSight(desk))).as("%s %d", choice, percent).isTrue();
          assertThat(fx(() -> findingsInCallout(desk))).isEmpty();
        }
      }
    }
  }

  private static List<String> findingsInCallout(OpenDesk desk) {
    return ContrastWalk.findings(desk.stage.getScene(), callout(desk));
  }

  private static boolean inSight(OpenDesk desk) {
    Region callout = callout(desk);
    var bounds = callout.localToScene(callout.getLayoutBounds());
    var scene = desk.stage.getScene();
    return bounds.getMinX() >= 0
        && bounds.getMinY() >= 0
        && bounds.getMaxX() <= scene.getWidth()
        && bounds.getMaxY() <= scene.getHeight();
  }

  private static Region callout(OpenDesk desk) {
    return (Region) desk.stage.getScene().lookup(".walkthrough-callout");
  }

  private static Optional<WalkthroughStep> step(OpenDesk desk) {
    return fx(() -> desk.window.walkthrough().stepProperty().get());
  }

  private static boolean isAt(OpenDesk desk, WalkthroughStep step) {
    return step(desk).equals(Optional.of(step));
  }

  private static boolean isLit(OpenDesk desk) {
    return fx(() -> desk.stage.getScene().lookup(".walkthrough-light > .ring").isVisible());
  }

  private static boolean isInside(Node node, String styleClass) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.getStyleClass().contains(styleClass)) {
        return true;
      }
    }
    return false;
  }

  private static void picture(OpenDesk desk, String name) {
    fx(
        () -> {
          Snapshot.write(desk.stage.getScene(), Path.of("target", "pictures", name + ".png"));
          return null;
        });
  }
}
