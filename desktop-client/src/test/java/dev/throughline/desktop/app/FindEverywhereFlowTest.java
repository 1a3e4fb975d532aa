package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.ui.FxThread;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a word to its place and back, by keys alone, in the real window over a real profile. */
class FindEverywhereFlowTest {
  @TempDir Path folder;

  @Test
  void aWordIsFoundItsPlaceIsShownAndBackLeadsToTheResults() throws Exception {
    try (WholeWindow whole = WholeWindow.open(folder.resolve("anna"))) {
      FxThread.call(
          () -> {
            whole.window().findEverywhere();
            return true;
          });
      whole.await("the field has the caret", () -> whole.focus() instanceof TextField);
      whole.type("said:phone");
      whole.await("the words stand in the field", () -> typed(whole).equals("said:phone"));
      whole.await("nothing is missing from the answer", () -> !isNotice(whole));
      whole.settle();
      whole.await("the places are listed", () -> places(whole) > 3);
      whole.press("Down");
      whole.press("Down");
      whole.press("Down");
      whole.await("the place below the second head is chosen", () -> chosen(whole) >= 3);
      Optional<Object> place = place(whole);
      whole.press("Enter");
      whole.await("the find bar has the words", () -> words(whole).equalsIgnoreCase("phone"));
      whole.await("the turn is chosen", () -> turn(whole) >= 0);
      whole.press("Alt+Left");
      whole.await("the results are back", () -> whole.focus() == list(whole));
      assertThat(place(whole)).isPresent().isEqualTo(place);
      assertThat(places(whole)).isGreaterThan(1);

      whole.press("Enter");
      whole.await("the turn is chosen again", () -> turn(whole) >= 0);
      whole.press("Ctrl+Shift+F");
      whole.await("the field has the caret again", () -> whole.focus() instanceof TextField);
      whole.type("meter");
      whole.await("what is typed stands in the field", () -> typed(whole).equals("meter"));
    }
  }

  @Test
  void keysThatFollowAtOnceReachTheFieldAheadOfItsFirstFrame() throws Exception {
    try (WholeWindow whole = WholeWindow.open(folder.resolve("anna"))) {
      whole.fx(
          () -> {
            whole.press("Ctrl+Shift+F");
            whole.type("meter");
            return true;
          });
      assertThat(whole.fx(() -> typed(whole))).isEqualTo("meter");
    }
  }

  private static String words(WholeWindow whole) {
    return whole.scene().lookup(".tl-find .text-field") instanceof TextField field
        ? field.getText()
        : "";
  }

  private static String typed(WholeWindow whole) {
    return whole.scene().lookup(".everywhere-field") instanceof TextField field
        ? field.getText()
        : "";
  }

  private static int turn(WholeWindow whole) {
    return whole.scene().lookup(".tl-turns") instanceof ListView<?> turns
        ? turns.getSelectionModel().getSelectedIndex()
        : -1;
  }

  private static boolean isNotice(WholeWindow whole) {
    Node notice = whole.scene().lookup(".everywhere-notice");
    return notice == null || notice.isVisible();
  }

  private static Node list(WholeWindow whole) {
    return whole.scene().lookup(".tl-places");
  }

  private static int places(WholeWindow whole) {
    return list(whole) instanceof ListView<?> list ? list.getItems().size() : 0;
  }

  private static Optional<Object> place(WholeWindow whole) {
    return list(whole) instanceof ListView<?> list
        ? Optional.ofNullable(list.getSelectionModel().getSelectedItem())
        : Optional.empty();
  }

  private static int chosen(WholeWindow whole) {
    return list(whole) instanceof ListView<?> list
        ? list.getSelectionModel().getSelectedIndex()
        : -1;
  }
}
