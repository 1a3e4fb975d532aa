package dev.throughline.desktop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernel may take more approvals than the rule of signing asks people. */
class KernelApprovalsTest {
  private static final String WARNING = "Once signed it waits until more have approved it there.";

  @TempDir Path folder;
  private WholeWindow whole;

  @BeforeEach
  void open() throws Exception {
    whole = WholeWindow.open(folder.resolve("profile"));
  }

  @AfterEach
  void close() {
    whole.close();
  }

  private LocalStore store() {
    return whole.window().client().ledger().store();
  }

  private void show() throws Exception {
    RecordId handoff = store().newestIds(Handoff.KIND.name()).getFirst();
    whole.fx(
        () -> {
          whole.window().shell().open("handoffs", "handoff:" + handoff);
          return true;
        });
    whole.await("the checklist is there", () -> !whole.shown("checklist-row").isEmpty());
  }

  @Test
  void preflightSaysThatKernelTakesMoreThanTheRuleBrings() throws Exception {
    store().rights().kernelTakes(Optional.of(9));
    show();
    whole.await("the numbers are named", () -> whole.says("Kernel takes 9 approvals"));
    assertThat(whole.says(WARNING)).isTrue();
  }

  @Test
  void preflightSaysNothingWhereTheRuleBringsEnough() throws Exception {
    store().rights().kernelTakes(Optional.of(1));
    show();
    assertThat(whole.says(WARNING)).isFalse();
  }

  @Test
  void whatTheServerSaidLastCounts() {
    store().rights().kernelTakes(Optional.of(3));
    assertThat(store().rights().kernelTakes()).isEqualTo(3);
    store().rights().kernelTakes(Optional.empty());
    assertThat(store().rights().kernelTakes()).isZero();
  }
}
