package dev.throughline.desktop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of handoffs and the one of the sample, in both themes. */
class HandoffPicturesTest {
  @TempDir Path folder;

  @Test
  void handoffs() throws Exception {
    try (WholeWindow whole = WholeWindow.open(folder.resolve("profile"))) {
      LocalStore store = whole.window().client().ledger().store();
      RecordId handoff = store.newestIds(Handoff.KIND.name()).getFirst();
      open(whole, "");
      whole.await("the list is there", () -> !whole.shown("handoff-table").isEmpty());
      whole.pictures("handoffs");
      open(whole, "handoff:" + handoff);
      whole.await("the checklist is there", () -> whole.shown("checklist-row").size() >= 8);
      whole.pictures("handoff");
      whole.fx(
          () -> {
            whole.window().theme().scalePercentProperty().set(200);
            return true;
          });
      whole.settle();
      whole.picture("handoff-200");
      assertThat(whole.shown("checklist-section")).hasSize(4);
    }
  }

  private static void open(WholeWindow whole, String page) throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open("handoffs", page);
          return true;
        });
  }
}
