package dev.throughline.trials.bench;

import static dev.throughline.trials.bench.LibraryBench.frame;
import static dev.throughline.trials.bench.LibraryBench.fx;

import dev.throughline.desktop.app.DesktopWindow;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** The list of handoffs, and a handoff with a long checklist, over the same profile. */
final class HandoffsBench {
  private static final int WAIT_SECONDS_MAX = 60;

  private final DesktopWindow window;
  private final Stage stage;

  HandoffsBench(DesktopWindow window, Stage stage) {
    this.window = window;
    this.stage = stage;
  }

  /**
   * Measures both.
   *
   * @param items of each checklist
   * @param empty frames of an empty table that scrolls
   */
  void run(int items, Samples empty, Report report) throws Exception {
    long reading = System.nanoTime();
    fx(() -> open("handoffs"));
    await(".handoff-table .table-row-cell:filled", 1);
    report.figure(
        "handoffs listed after the place was first opened",
        (System.nanoTime() - reading) / 1e6,
        "ms");
    double[] listed = new double[LibraryBench.RUNS];
    for (int i = 0; i < listed.length; i++) {
      fx(() -> open("home"));
      frame();
      long began = System.nanoTime();
      fx(() -> open("handoffs"));
      frame();
      listed[i] = (System.nanoTime() - began) / 1e6;
    }
    report.bar("handoffs open", LibraryBench.median(listed), LibraryBench.OPEN_MAX, "ms");
    TableView<?> table = fx(this::table);
    Samples rows = LibraryBench.scroll(stage.getScene(), table);
    report.bar(
        "frame of the table of handoffs against an empty table's, 99th",
        rows.p99() / empty.p99(),
        LibraryBench.FRAME_TIMES_MAX,
        "times");
    double[] opened = new double[LibraryBench.RUNS];
    double[] whole = new double[LibraryBench.RUNS];
    for (int i = 0; i < opened.length; i++) {
      int row = i;
      long began = System.nanoTime();
      fx(() -> enter(row));
      await(() -> isFilled(items), "the window is filled");
      frame();
      opened[i] = (System.nanoTime() - began) / 1e6;
      await(".checklist-row", items);
      await(".handoff-page .delivered", 1);
      frame();
      whole[i] = (System.nanoTime() - began) / 1e6;
      fx(() -> open("handoffs"));
      frame();
    }
    report.bar(
        "handoff of " + items + " items opens, all that the window shows of it",
        LibraryBench.median(opened),
        LibraryBench.OPEN_MAX,
        "ms");
    report.figure("the same with what is below the window", LibraryBench.median(whole), "ms");
  }

  /** Whether nothing is missing of what the window shows: rows to its end, details beside them. */
  private boolean isFilled(int items) {
    Node page = root().lookup(".handoff-page");
    if (page == null || page.lookup(".item-panel") == null) {
      return false;
    }
    Set<Node> rows = page.lookupAll(".checklist-row");
    double end = page.localToScene(page.getLayoutBounds()).getMaxY();
    return rows.size() == items
        || rows.stream().anyMatch(row -> row.localToScene(row.getLayoutBounds()).getMaxY() >= end);
  }

  private boolean open(String place) {
    window.shell().open(place);
    return true;
  }

  private TableView<?> table() {
    return (TableView<?>) root().lookup(".handoff-table");
  }

  /** Opens the handoff of a row as a key does. */
  private boolean enter(int row) {
    TableView<?> table = table();
    table.getSelectionModel().clearAndSelect(row);
    KeyEvent enter =
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);
    Event.fireEvent(table, enter);
    return true;
  }

  private Node root() {
    return stage.getScene().getRoot();
  }

  private void await(String nodes, int count) throws Exception {
    await(() -> root().lookupAll(nodes).size() >= count, count + " of " + nodes);
  }

  private static void await(Callable<Boolean> there, String what) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS_MAX);
    while (!fx(there)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("did not come: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }
}
