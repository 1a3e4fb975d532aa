package dev.throughline.trials.bench;

import dev.throughline.desktop.app.DesktopWindow;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** The library with 5,000 interviews in a real window: opening, scrolling, selecting all. */
final class LibraryBench {
  private static final int FRAMES = 240;
  private static final int ROWS_A_FRAME = 3;
  private static final int COLUMNS = 7;
  static final double OPEN_MAX = 300;
  static final double FRAME_TIMES_MAX = 2;
  private static final double SELECT_MAX = 200;
  private static final double RESIDENT_MAX = 450;
  static final int RUNS = 3;
  private static final long FX_SECONDS_MAX = 300;

  private final DesktopWindow window;
  private final Stage stage;

  LibraryBench(DesktopWindow window, Stage stage) {
    this.window = window;
    this.stage = stage;
  }

  void run(int interviews, Report report) throws Exception {
    long listing = System.nanoTime();
    awaitRows(interviews);
    report.figure(
        "all interviews listed after the window is there",
        (System.nanoTime() - listing) / 1e6,
        "ms");
    double[] opened = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      fx(() -> open("home"));
      frame();
      long began = System.nanoTime();
      fx(() -> open("library"));
      frame();
      opened[i] = (System.nanoTime() - began) / 1e6;
    }
    report.bar("library opens", median(opened), OPEN_MAX, "ms");
    TableView<?> table = fx(() -> (TableView<?>) root().lookup(".library-table"));
    double[] selected = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      selected[i] = select(table, interviews);
    }
    report.bar("select all", median(selected), SELECT_MAX, "ms");
    Samples full = scroll(stage.getScene(), table);
    long before = fx(PixelObjects::allocated);
    Samples empty = scrollEmpty(interviews);
    PixelObjects.report(fx(PixelObjects::allocated) - before, FRAMES, report);
    report.figure("frame while scrolling, median", full.median(), "ms");
    report.figure("frame while scrolling, 99th percentile", full.p99(), "ms");
    report.figure("frame while an empty table scrolls, 99th percentile", empty.p99(), "ms");
    report.bar(
        "frame against an empty table's, 99th", full.p99() / empty.p99(), FRAME_TIMES_MAX, "times");
    Resident.megabytes().ifPresent(mega -> report.bar("resident memory", mega, RESIDENT_MAX, "MB"));
    new IdeasBench(window, stage).run(empty, report);
    new HandoffsBench(window, stage).run(Bench.ITEMS, empty, report);
    Resident.megabytes()
        .ifPresent(
            mega ->
                report.bar("resident memory with ideas and handoffs", mega, RESIDENT_MAX, "MB"));
  }

  private boolean open(String place) {
    window.shell().open(place);
    return true;
  }

  private javafx.scene.Parent root() {
    return stage.getScene().getRoot();
  }

  private void awaitRows(int interviews) throws Exception {
    while (fx(() -> window.interviews().size()) < interviews) {
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private double select(TableView<?> table, int rows) throws Exception {
    long began = System.nanoTime();
    int chosen =
        fx(
            () -> {
              table.getSelectionModel().selectAll();
              return table.getSelectionModel().getSelectedIndices().size();
            });
    frame();
    double took = (System.nanoTime() - began) / 1e6;
    if (chosen != rows) {
      throw new IllegalStateException(chosen + " of " + rows + " rows are selected");
    }
    fx(
        () -> {
          table.getSelectionModel().clearSelection();
          return true;
        });
    return took;
  }

  /** Scrolls a few rows a frame; what a frame costs is its styling and layout on the UI thread. */
  static Samples scroll(Scene scene, TableView<?> table) throws Exception {
    return frames(scene, frame -> table.scrollTo(frame * ROWS_A_FRAME % table.getItems().size()));
  }

  /** The same scrolling over as many rows and columns with nothing in them. */
  Samples scrollEmpty(int rows) throws Exception {
    TableView<Integer> table =
        fx(
            () -> {
              TableView<Integer> empty =
                  new TableView<>(
                      FXCollections.observableArrayList(IntStream.range(0, rows).boxed().toList()));
              for (int i = 0; i < COLUMNS; i++) {
                empty.getColumns().add(new TableColumn<>("Column " + i));
              }
              empty.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
              empty.getStyleClass().add("tl-table");
              return empty;
            });
    Stage other =
        fx(
            () -> {
              Stage shown = new Stage();
              Scene scene = new Scene(table, 1280, 800);
              window.theme().dress(scene);
              shown.setScene(scene);
              shown.show();
              return shown;
            });
    frame();
    Samples samples = scroll(other.getScene(), table);
    fx(
        () -> {
          other.close();
          return true;
        });
    return samples;
  }

  /** What is done to a scene before each frame. */
  interface Step {
    void at(int frame);
  }

  static Samples frames(Scene scene, Step step) throws Exception {
    long[] took = new long[FRAMES];
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    var timer =
        new javafx.animation.AnimationTimer() {
          private int frame = -1;
          private long last;

          @Override
          public void handle(long now) {
            long pulse = System.nanoTime();
            if (frame >= 0 && frame < FRAMES) {
              took[frame] = pulse - last;
            }
            last = pulse;
            if (++frame >= FRAMES) {
              stop();
              done.complete(true);
            } else {
              step.at(frame);
            }
          }
        };
    fx(
        () -> {
          timer.start();
          return scene;
        });
    done.get(FX_SECONDS_MAX, TimeUnit.SECONDS);
    return new Samples(took);
  }

  /** Returns once a frame was drawn after everything asked for so far. */
  static void frame() throws Exception {
    for (int i = 0; i < 2; i++) {
      CompletableFuture<Boolean> drawn = new CompletableFuture<>();
      fx(
          () -> {
            var timer =
                new javafx.animation.AnimationTimer() {
                  @Override
                  public void handle(long now) {
                    stop();
                    drawn.complete(true);
                  }
                };
            timer.start();
            return true;
          });
      drawn.get(FX_SECONDS_MAX, TimeUnit.SECONDS);
    }
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  static <T> T fx(Callable<T> work) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    return result.get(FX_SECONDS_MAX, TimeUnit.SECONDS);
  }
}
