package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.search.IndexProgress;
import dev.throughline.desktop.search.IndexProgress.State;
import dev.throughline.desktop.ui.notice.RunningTask;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexTaskTest {
  private final List<RunningTask> tasks = new ArrayList<>();
  private final IndexTask task = new IndexTask(tasks, Runnable::run);

  @Test
  void longWorkIsShownWithItsCountUntilItIsDone() {
    task.take(new IndexProgress(State.INDEXING, 0, 10_000));
    task.take(new IndexProgress(State.INDEXING, 9_500, 10_000));
    assertThat(tasks).hasSize(1);
    assertThat(tasks.getFirst().progressProperty().get()).isEqualTo(.95);
    assertThat(tasks.getFirst().detailProperty().get()).contains("9,500", "10,000");
    task.take(new IndexProgress(State.CURRENT, 10_000, 10_000));
    assertThat(tasks).isEmpty();
  }

  @Test
  void shortWorkIsNotShown() {
    task.take(new IndexProgress(State.INDEXING, 9_000, 10_000));
    assertThat(tasks).isEmpty();
  }

  @Test
  void stoppedWorkLeavesNoLineBehind() {
    task.take(new IndexProgress(State.INDEXING, 0, 10_000));
    task.take(new IndexProgress(State.STOPPED, 100, 10_000));
    assertThat(tasks).isEmpty();
  }
}
