package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** Plants what only a mouse could do, so that a silent walk means something. */
class TabWalkTest {
  private static List<String> walk(Callable<Parent> made) throws Exception {
    return FxThread.call(
        () -> {
          Parent part = made.call();
          Scene scene = Snapshot.scene(part, new Theme(ThemeChoice.LIGHT, 100), 400, 300);
          Snapshot.image(scene);
          return TabWalk.findings(scene, part);
        });
  }

  @Test
  void controlsThatTabReachesPass() throws Exception {
    assertThat(walk(() -> new VBox(new Button("One"), new TextField(), new Button("Two"))))
        .isEmpty();
  }

  @Test
  void buttonThatTabSkipsIsReported() throws Exception {
    var found =
        walk(
            () -> {
              Button skipped = new Button("Skipped");
              skipped.setFocusTraversable(false);
              return new VBox(new Button("One"), skipped);
            });
    assertThat(found).singleElement().asString().startsWith("only a mouse reaches Button");
  }

  @Test
  void partThatListensToClicksOnlyIsReported() throws Exception {
    var found =
        walk(
            () -> {
              Label pressed = new Label("Press me");
              pressed.setOnMouseClicked(_ -> {});
              return new VBox(new Button("One"), pressed);
            });
    assertThat(found).singleElement().asString().startsWith("only a mouse reaches Label");
  }

  @Test
  void areaThatKeepsTheTabIsReportedUnlessTabsLeadOn() throws Exception {
    assertThat(walk(() -> new VBox(new TextArea(), new Button("Two"))))
        .singleElement()
        .asString()
        .startsWith("Tab stays in TextArea");
    assertThat(
            walk(
                () -> {
                  TextArea area = new TextArea();
                  TabLeaves.from(area);
                  return new VBox(area, new Button("Two"));
                }))
        .isEmpty();
  }

  @Test
  void focusBesideTheWindowIsReported() throws Exception {
    var found =
        walk(
            () -> {
              Region wide = new Region();
              wide.setMinWidth(900);
              return new HBox(new Button("One"), wide, new Button("Far away"));
            });
    assertThat(found).singleElement().asString().startsWith("the focus is out of sight: Button");
  }

  @Test
  void oneOfAGroupIsEnough() throws Exception {
    var found =
        walk(
            () -> {
              ToggleGroup group = new ToggleGroup();
              VBox part = new VBox(new Button("Before"));
              for (String name : List.of("One", "Two", "Three")) {
                RadioButton choice = new RadioButton(name);
                choice.setToggleGroup(group);
                part.getChildren().add(choice);
              }
              return part;
            });
    assertThat(found).isEmpty();
  }
}
