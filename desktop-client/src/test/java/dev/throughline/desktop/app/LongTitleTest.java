package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.Interviews;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A title as long as people write them, on the page of its interview. */
class LongTitleTest {
  private static final String TITLE =
      "What the people at the counter say when somebody asks for the third time why the letter"
          + " did not come, and what they do next";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {100, 200, 250})
  void theTitleStandsAboveTheFactsAndNotOnThem(int percent) throws Exception {
    try (WholeWindow whole = WholeWindow.open(folder.resolve("anna"))) {
      Interviews.Created made =
          whole
              .window()
              .client()
              .interviews()
              .create(Optional.empty(), TITLE, LocalDate.of(2026, 1, 5));
      whole.fx(
          () -> {
            whole.window().theme().scalePercentProperty().set(percent);
            whole.window().openSession(made.id());
            return true;
          });
      whole.await("the page is here", () -> !whole.shown("tl-session-head").isEmpty());
      whole.settle();
      whole.picture("long-title-" + percent);
      List<Bounds> places =
          whole.fx(
              () ->
                  List.of(
                      at(whole.scene().lookup(".tl-session-head .title .still")),
                      at(whole.scene().lookup(".tl-session-head .facts"))));
      assertThat(places.getFirst().getHeight()).isPositive();
      assertThat(places.getFirst().getMaxY())
          .as("foot of the last line of the title")
          .isLessThanOrEqualTo(places.getLast().getMinY() + 0.5);
    }
  }

  private static Bounds at(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
