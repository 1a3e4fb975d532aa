package dev.throughline.desktop.mvp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.plan.Mvp;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan of the sample's first idea and an empty one, in both themes. */
class PlanPicturesTest {
  @TempDir Path folder;

  @Test
  void planOfAnIdea() throws Exception {
    try (WholeWindow whole = WholeWindow.open(folder.resolve("profile"))) {
      LocalStore store = whole.window().client().ledger().store();
      RecordId mvp = store.newestIds(Mvp.KIND.name()).getFirst();
      RecordId idea = Mvp.from(mvp, store.find(mvp).orElseThrow().fields()).idea().orElseThrow();
      open(whole, idea);
      whole.await("the lines are there", () -> whole.shown("plan-part").size() == 2);
      whole.pictures("plan");
      whole.fx(
          () -> {
            whole.window().theme().scalePercentProperty().set(200);
            return true;
          });
      whole.settle();
      whole.picture("plan-200");
      whole.fx(
          () -> {
            whole.window().theme().scalePercentProperty().set(100);
            return true;
          });
      RecordId other =
          store.newestIds(Idea.KIND.name()).stream()
              .filter(one -> !one.equals(idea))
              .findFirst()
              .orElseThrow();
      open(whole, other);
      whole.await("it is empty", () -> !whole.shown("tl-empty").isEmpty());
      whole.pictures("plan-empty");
      assertThat(whole.shown("plan-part")).isEmpty();
    }
  }

  private static void open(WholeWindow whole, RecordId idea) throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open("ideas", "plan:" + idea);
          return true;
        });
    whole.await("the page is there", () -> !whole.shown("plan-page").isEmpty());
  }
}
