package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.TabWalk;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.ThemeChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks every place and page of a real window with the sample in it. On each of them every control
 * has a role and a name, every word can be read on what is behind it, and none is cut: in both
 * themes, with text of double size, and with texts longer by two fifths. Tab reaches all of it.
 */
class EveryScreenTest {
  @TempDir Path folder;

  @AfterEach
  void plainTexts() {
    Texts.lengthen(0);
  }

  /** With the largest text too: places that have no room are scrolled to, and nothing is cut. */
  @Test
  void topAndFootStayInTheWindowAtTheLargestSize() throws Exception {
    try (WholeWindow whole = WholeWindow.open(folder.resolve("anna"))) {
      whole.fx(
          () -> {
            whole.window().theme().scalePercentProperty().set(250);
            return true;
          });
      whole.settle();
      for (String part : List.of(".tl-top", ".tl-status")) {
        Bounds at =
            whole.fx(
                () -> {
                  Node node = whole.scene().lookup(part);
                  return node.localToScene(node.getLayoutBounds());
                });
        assertThat(at.getMinY()).as(part).isNotNegative();
        assertThat(at.getMaxY()).as(part).isLessThanOrEqualTo(whole.scene().getHeight() + 0.5);
      }
      Node settings = whole.fx(() -> whole.scene().lookup(".place-settings"));
      whole.fx(
          () -> {
            settings.requestFocus();
            return true;
          });
      whole.settle();
      Bounds at = whole.fx(() -> settings.localToScene(settings.getLayoutBounds()));
      Bounds foot =
          whole.fx(
              () -> {
                Node status = whole.scene().lookup(".tl-status");
                return status.localToScene(status.getLayoutBounds());
              });
      assertThat(at.getMaxY()).as("the last place").isLessThanOrEqualTo(foot.getMinY() + 0.5);
    }
  }

  /** What gave way to large text comes back with the small. */
  @Test
  void recordingIsNamedAgainWhenTextIsSmallAgain() throws Exception {
    try (WholeWindow whole = WholeWindow.open(folder.resolve("anna"))) {
      for (int percent : List.of(200, 100)) {
        whole.fx(
            () -> {
              whole.window().theme().scalePercentProperty().set(percent);
              return true;
            });
        whole.settle();
      }
      assertThat(whole.shown("tl-record"))
          .singleElement()
          .satisfies(key -> assertThat(key.getStyleClass()).doesNotContain("tl-icon-only"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT,100,0",
    "DARK,100,0",
    "LIGHT,200,0",
    "LIGHT,100,0.4",
  })
  void everythingIsNamedReadableAndWhole(ThemeChoice theme, int percent, double longer)
      throws Exception {
    Texts.lengthen(longer);
    List<String> findings = new ArrayList<>();
    try (WholeWindow whole = WholeWindow.open(folder.resolve("anna"))) {
      whole.fx(
          () -> {
            whole.window().theme().choiceProperty().set(theme);
            whole.window().theme().scalePercentProperty().set(percent);
            return true;
          });
      String end =
          "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + percent + (longer > 0 ? "-long" : "");
      for (Screens.Screen screen : Screens.all(whole)) {
        screen.open().call();
        whole.settle();
        whole.picture("screen-" + screen.name() + end);
        whole
            .fx(() -> ContrastWalk.findings(whole.scene(), screen.part().apply(whole.scene())))
            .forEach(finding -> findings.add(screen.name() + ": " + finding));
        whole
            .fx(() -> TabWalk.findings(whole.scene(), screen.part().apply(whole.scene())))
            .forEach(finding -> findings.add(screen.name() + ": " + finding));
        screen.close().call();
      }
    }
    assertThat(findings).isEmpty();
  }
}
