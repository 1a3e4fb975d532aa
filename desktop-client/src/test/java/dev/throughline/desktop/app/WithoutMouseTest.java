package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mouse does by pointing, done by keys; what Tab reaches is walked by {@code TabWalk}. */
class WithoutMouseTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir Path folder;
  WholeWindow whole;

  @BeforeEach
  void open() throws Exception {
    whole = WholeWindow.open(folder.resolve("anna"));
  }

  @AfterEach
  void close() throws Exception {
    whole.close();
  }

  @Test
  void tablesAreSortedByKeysAlone() throws Exception {
    whole.press("Ctrl+2");
    whole.settle();
    TableView<?> table = whole.fx(() -> (TableView<?>) whole.scene().lookup(".library-table"));
    assertThat(sorted("sort-menu-light")).contains("Who", "Date");
    assertThat(whole.fx(() -> List.copyOf(table.getSortOrder())))
        .isEqualTo(List.of(whole.fx(() -> table.getVisibleLeafColumn(0))));
    whole.fx(
        () -> {
          whole.window().theme().choiceProperty().set(ThemeChoice.DARK);
          return true;
        });
    assertThat(sorted("sort-menu-dark")).contains("Who, rising", "Date");
    assertThat(sorted("sort-menu-dark")).contains("Who, falling");
  }

  /** What the menu offers; its first line is taken. */
  private List<String> sorted(String picture) throws Exception {
    whole.press("Alt+S");
    return whole.fx(
        () -> {
          ContextMenu menu =
              (ContextMenu) Window.getWindows().filtered(ContextMenu.class::isInstance).getFirst();
          Snapshot.write(menu.getScene(), PICTURES.resolve(picture + ".png"));
          List<String> words = menu.getItems().stream().map(MenuItem::getText).toList();
          menu.getItems().getFirst().fire();
          menu.hide();
          return words;
        });
  }

  @Test
  void theDividerOfASessionMovesByKeys() throws Exception {
    RecordId interview = whole.fx(() -> whole.window().interviews().getFirst().interview().id());
    whole.fx(
        () -> {
          whole.window().openSession(interview);
          return true;
        });
    whole.await("the page is here", () -> whole.scene().lookup(".tl-notes") != null);
    whole.settle();
    double before = divider();
    whole.press("Alt+Shift+Right");
    whole.settle();
    assertThat(divider()).isGreaterThan(before + 0.03);
    whole.press("Alt+Shift+Left");
    whole.press("Alt+Shift+Left");
    whole.settle();
    assertThat(divider()).isLessThan(before - 0.03);
  }

  private double divider() throws Exception {
    return whole.fx(() -> ((SplitPane) whole.scene().lookup(".tl-split")).getDividerPositions()[0]);
  }

  @Test
  void focusStaysInTheFilterWhileTheWindowGetsNarrowAndWideAgain() throws Exception {
    whole.press("Ctrl+2");
    whole.settle();
    whole.press("Ctrl+F");
    Node wide = whole.focus();
    Node narrow = focusAtWidth(640, wide);
    assertThat(narrow.getStyleClass()).contains("library-filter");
    assertThat(focusAtWidth(1280, narrow)).isSameAs(wide);
  }

  private Node focusAtWidth(int width, Node before) throws Exception {
    whole.fx(
        () -> {
          whole.scene().getWindow().setWidth(width);
          return true;
        });
    whole.await("the focus moved on", () -> whole.focus() != before);
    return whole.fx(whole::focus);
  }

  @Test
  void paneKeyWalksThroughTheWindowAndComesBack() throws Exception {
    whole.press("Ctrl+2");
    whole.press("F6");
    Node first = whole.focus();
    List<Node> walked = new ArrayList<>();
    do {
      whole.press("F6");
      walked.add(whole.focus());
    } while (whole.focus() != first && walked.size() < 10);
    assertThat(walked).hasSizeBetween(3, 4).last().isSameAs(first);
  }
}
