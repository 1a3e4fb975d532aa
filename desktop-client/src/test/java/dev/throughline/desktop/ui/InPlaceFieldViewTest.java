package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a field must not move when somebody comes near it. */
class InPlaceFieldViewTest {
  private static final String LONG =
      "Customers who switch before the end of the month see what they save on one page, "
          + "and need not work it out on paper any more";

  private record Words(String text, Bounds at, Paint fill) {}

  private static InPlaceFieldView field(String text) {
    InPlaceFieldView field = new InPlaceFieldView("What it is", "Say what it is", (_, _) -> {});
    field.show(text);
    return field;
  }

  private static Scene scene(InPlaceFieldView field, ThemeChoice theme) {
    VBox page = new VBox(new Label("Above"), field);
    page.setMaxWidth(360);
    Scene scene = Snapshot.scene(page, new Theme(theme, 100), 400, 300);
    Snapshot.image(scene);
    return scene;
  }

  private static List<Words> words(Node node) {
    List<Words> all = new ArrayList<>();
    if (node instanceof Text text && text.isVisible() && !text.getText().isEmpty()) {
      all.add(new Words(text.getText(), text.localToScene(text.getLayoutBounds()), text.getFill()));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> all.addAll(words(child)));
    }
    return all;
  }

  private static void near(InPlaceFieldView field) {
    field.fireEvent(
        new MouseEvent(
            MouseEvent.MOUSE_ENTERED,
            5,
            5,
            5,
            5,
            null,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Short", LONG})
  void wordsStayWhereTheyAreWhenSomebodyComesNear(String text) throws Exception {
    List<List<Words>> seen =
        FxThread.call(
            () -> {
              InPlaceFieldView field = field(text);
              Scene scene = scene(field, ThemeChoice.LIGHT);
              List<Words> still = words(field);
              assertThat(field.lookup(".scroll-pane")).isNull();
              near(field);
              Snapshot.image(scene);
              assertThat(field.lookup(".scroll-pane")).isNotNull();
              return List.of(still, words(field));
            });
    assertThat(seen.getFirst()).hasSize(1);
    assertThat(seen.getLast()).isEqualTo(seen.getFirst());
  }

  @ParameterizedTest
  @EnumSource(ThemeChoice.class)
  void pictureIsTheSameBeforeAndAfter(ThemeChoice theme) throws Exception {
    FxThread.call(
        () -> {
          InPlaceFieldView field = field(LONG);
          field.setMinWidth(300);
          Scene scene = scene(field, theme);
          Paint still = words(field).getFirst().fill();
          double height = field.getHeight();
          near(field);
          Snapshot.image(scene);
          assertThat(words(field).getFirst().fill()).isEqualTo(still);
          assertThat(field.getHeight()).isEqualTo(height);
          return true;
        });
  }

  @Test
  void aFingerThatWasNotNearBeforeGetsTheCaret() throws Exception {
    FxThread.call(
        () -> {
          InPlaceFieldView field = field("Before");
          Scene scene = scene(field, ThemeChoice.LIGHT);
          field.fireEvent(
              new MouseEvent(
                  MouseEvent.MOUSE_PRESSED,
                  5,
                  5,
                  5,
                  5,
                  null,
                  1,
                  false,
                  false,
                  false,
                  false,
                  true,
                  false,
                  false,
                  false,
                  false,
                  true,
                  null));
          assertThat(scene.getFocusOwner()).isSameAs(field);
          return true;
        });
  }
}
