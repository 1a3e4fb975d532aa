package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** Plants what the walk must find, so that a silent walk means something. */
class ContrastWalkTest {
  @Test
  void paleTextIsReported() throws Exception {
    var found =
        walk(
            () -> {
              var pale = new Label("pale words");
              pale.setStyle("-fx-text-fill: -color-border-default");
              return pale;
            });
    assertThat(found).singleElement().asString().contains("contrast", "pale words");
  }

  @Test
  void fadedTextIsReportedByWhatTheEyeSees() throws Exception {
    var found =
        walk(
            () -> {
              var faded = new Label("faded words");
              faded.setOpacity(.4);
              return faded;
            });
    assertThat(found).singleElement().asString().contains("contrast", "faded words");
  }

  @Test
  void goodTextOnBadGroundIsReported() throws Exception {
    var found =
        walk(
            () -> {
              var label = new Label("dark on dark");
              label.setStyle("-fx-background-color: -color-fg-muted");
              return label;
            });
    assertThat(found).singleElement().asString().contains("contrast", "dark on dark");
  }

  @Test
  void paleIconIsReportedBelowThree() throws Exception {
    var found =
        walk(
            () -> {
              var icon = Icon.HOME.line();
              icon.setStyle("-fx-fill: -color-base-4");
              return new StackPane(icon);
            });
    assertThat(found).singleElement().asString().contains("below 3.0", "icon");
  }

  @Test
  void shortenedWordsAreReported() throws Exception {
    var found =
        walk(
            () -> {
              var label = new Label("words that do not fit");
              label.setMaxWidth(40);
              return label;
            });
    assertThat(found).singleElement().asString().contains("shortened", "do not fit");
  }

  @Test
  void wordsBeyondTheWindowAreReported() throws Exception {
    var found =
        walk(
            () -> {
              var label = new Label("gone");
              label.setTranslateX(1000);
              return label;
            });
    assertThat(found).singleElement().asString().contains("outside the window", "gone");
  }

  @Test
  void focusableNodesWithoutNameOrRoleAreReported() throws Exception {
    var found =
        walk(
            () -> {
              var region = new Region();
              region.setFocusTraversable(true);
              return new VBox(new Button(), region);
            });
    assertThat(found)
        .hasSize(3)
        .anyMatch(line -> line.startsWith("no name: Button"))
        .anyMatch(line -> line.startsWith("no name: Region"))
        .anyMatch(line -> line.startsWith("no role: Region"));
  }

  @Test
  void soundSceneIsSilent() throws Exception {
    assertThat(walk(() -> new VBox(Labels.h1("Title"), Buttons.primary("Go", () -> {})))).isEmpty();
  }

  private static List<String> walk(Callable<Parent> make) throws Exception {
    return FxThread.call(
        () -> {
          var root = new VBox(make.call());
          var scene = Snapshot.scene(root, new Theme(ThemeChoice.LIGHT, 100), 400, 200);
          return ContrastWalk.findings(scene);
        });
  }
}
