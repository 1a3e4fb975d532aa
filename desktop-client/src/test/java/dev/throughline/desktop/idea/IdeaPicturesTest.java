package dev.throughline.desktop.idea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Board, table and page of ideas, in both themes. */
class IdeaPicturesTest {
  @TempDir Path folder;

  @Test
  void anEmptyPlaceSaysWhatItIsFor() throws Exception {
    try (WholeWindow whole = WholeWindow.open(folder.resolve("profile"), false)) {
      whole.press("Ctrl+3");
      whole.await("the place is empty", () -> !whole.shown("tl-empty").isEmpty());
      whole.pictures("ideas-empty");
      assertThat(whole.shown("idea-card")).isEmpty();
    }
  }

  @Test
  void boardTableAndPage() throws Exception {
    try (WholeWindow whole = WholeWindow.open(folder.resolve("profile"))) {
      RecordId letters = new IdeaDesk(whole).fill();
      whole.press("Ctrl+3");
      whole.await("the cards are there", () -> whole.shown("idea-card").size() >= 7);
      whole.pictures("ideas-board");
      whole.press("Ctrl+Shift+B");
      whole.await("the table is there", () -> !whole.shown("idea-table").isEmpty());
      whole.pictures("ideas-table");
      whole.fx(
          () -> {
            whole.window().shell().open("ideas", "idea:" + letters);
            return true;
          });
      whole.await("the evidence is there", () -> whole.shown("idea-line").size() >= 5);
      whole.pictures("idea");
      whole.press("Ctrl+L");
      whole.await("something can be chosen", () -> !whole.shown("tl-palette-line").isEmpty());
      whole.pictures("idea-link");
      whole.press("Esc");
      whole.fx(
          () -> {
            whole.window().theme().scalePercentProperty().set(200);
            return true;
          });
      whole.settle();
      whole.picture("idea-200");
    }
  }
}
