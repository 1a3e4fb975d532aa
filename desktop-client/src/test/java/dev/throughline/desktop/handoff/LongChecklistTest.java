package dev.throughline.desktop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Section;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checklist that is longer than the window comes with it, and any item of it can be gone to. */
class LongChecklistTest {
  private static final int MORE = 52;

  @TempDir Path folder;
  private WholeWindow whole;
  private int before;

  @BeforeEach
  void open() throws Exception {
    whole = WholeWindow.open(folder.resolve("profile"));
    Ledger ledger = whole.window().client().ledger();
    LocalStore store = ledger.store();
    RecordId handoff = store.newestIds(Handoff.KIND.name()).getFirst();
    before = store.childrenOf(ChecklistItem.KIND.name(), List.of(handoff)).size();
    whole.save(
        IntStream.range(0, MORE)
            .mapToObj(at -> item(ledger.newRecord(), handoff, at))
            .toArray(Draft[]::new));
    whole.fx(
        () -> {
          whole.window().shell().open("handoffs", "handoff:" + handoff);
          return true;
        });
    whole.await("the checklist is there", () -> !whole.shown("checklist-row").isEmpty());
  }

  private static Draft item(RecordId id, RecordId handoff, int at) {
    Section section = Section.values()[at % Section.values().length];
    return new Draft.Set(
        id,
        ChecklistItem.KIND.name(),
        Map.of(
            ChecklistItem.HANDOFF, Value.text(handoff.toString()),
            ChecklistItem.SECTION, Value.text(section.wireName()),
            ChecklistItem.CODE, Value.text("MORE-" + at),
            ChecklistItem.TITLE, Value.text("One more thing, number " + at)));
  }

  @AfterEach
  void close() {
    whole.close();
  }

  @Test
  void allOfItComesByItselfAndWhatGoesOutBelow() throws Exception {
    whole.await("all items", () -> whole.shown("checklist-row").size() == before + MORE);
    whole.await("what goes out", () -> !whole.shown("delivered").isEmpty());
    assertThat(whole.shown("item-panel")).hasSize(1);
  }

  /** What is gone to may be below the window, and its row not made yet. */
  @Test
  void anItemBelowTheWindowCanBeGoneToAtOnce() throws Exception {
    for (int presses = 0; presses < before + MORE; presses++) {
      whole.press("N");
      if (whole.fx(() -> whole.focus() instanceof ItemRow row && isLast(row))) {
        return;
      }
    }
    whole.await("the last is gone to", () -> whole.focus() instanceof ItemRow row && isLast(row));
  }

  private static boolean isLast(ItemRow row) {
    return row.getAccessibleText().contains("MORE-" + (MORE - 1));
  }
}
