package dev.throughline.trials.bench;

import static dev.throughline.trials.bench.LibraryBench.frame;
import static dev.throughline.trials.bench.LibraryBench.fx;

import dev.throughline.desktop.app.DesktopWindow;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** Board and table of many ideas in a real window: reading, opening, scrolling. */
final class IdeasBench {
  private static final int CARDS_A_FRAME = 2;
  private static final long WAIT_SECONDS_MAX = 120;

  private final DesktopWindow window;
  private final Stage stage;

  IdeasBench(DesktopWindow window, Stage stage) {
    this.window = window;
    this.stage = stage;
  }

  /**
   * @param empty frames of an empty table that scrolls
   */
  void run(Samples empty, Report report) throws Exception {
    long reading = System.nanoTime();
    fx(() -> open("ideas"));
    awaitCards();
    report.figure(
        "ideas on the board after it was first opened", (System.nanoTime() - reading) / 1e6, "ms");
    double[] opened = new double[LibraryBench.RUNS];
    for (int i = 0; i < opened.length; i++) {
      fx(() -> open("home"));
      frame();
      long began = System.nanoTime();
      fx(() -> open("ideas"));
      frame();
      opened[i] = (System.nanoTime() - began) / 1e6;
    }
    report.bar("board of ideas opens", LibraryBench.median(opened), LibraryBench.OPEN_MAX, "ms");
    ListView<?> column = fx(this::longest);
    report.figure("cards in the longest column", fx(() -> column.getItems().size()), "cards");
    Samples cards =
        LibraryBench.frames(
            stage.getScene(), at -> column.scrollTo(at * CARDS_A_FRAME % column.getItems().size()));
    report.figure("frame while the board scrolls, 99th percentile", cards.p99(), "ms");
    fx(this::switchView);
    frame();
    TableView<?> table = fx(() -> (TableView<?>) root().lookup(".idea-table"));
    Samples rows = LibraryBench.scroll(stage.getScene(), table);
    report.bar(
        "frame of the table of ideas against an empty table's, 99th",
        rows.p99() / empty.p99(),
        LibraryBench.FRAME_TIMES_MAX,
        "times");
  }

  private boolean open(String place) {
    window.shell().open(place);
    return true;
  }

  private boolean switchView() {
    window.commands().find("idea.view").ifPresent(window.commands()::use);
    return true;
  }

  private Node root() {
    return stage.getScene().getRoot();
  }

  private void awaitCards() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS_MAX);
    while (fx(() -> root().lookup(".idea-card") == null)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no card of an idea came");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private ListView<?> longest() {
    return root().lookupAll(".idea-column .list-view").stream()
        .map(node -> (ListView<?>) node)
        .max(Comparator.comparingInt(list -> list.getItems().size()))
        .orElseThrow();
  }
}
