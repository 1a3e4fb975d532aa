package dev.throughline.trials;

import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the steps of the tour and writes {@code tour.json}. */
final class TourLog {
  private static final Logger log = LoggerFactory.getLogger(TourLog.class);

  /** A step; throws when it does not hold. */
  @FunctionalInterface
  interface Step {
    void run() throws Exception;
  }

  private record Done(String name, boolean ok, long millis, List<String> pictures) {}

  private final Path folder;
  private final List<Done> steps = new ArrayList<>();
  private List<String> pictures = new ArrayList<>();

  TourLog(Path folder) {
    this.folder = folder;
  }

  /** Runs one step; later steps do not run after a failed one. */
  void step(String name, Step step) {
    if (!isOk()) {
      return;
    }
    pictures = new ArrayList<>();
    long start = System.nanoTime();
    boolean ok = true;
    try {
      step.run();
    } catch (Exception | AssertionError e) {
      ok = false;
      log.error("{} failed", name, e);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    steps.add(new Done(name, ok, millis, pictures));
    System.out.printf("%s %s (%d ms)%n", ok ? "ok  " : "FAIL", name, millis);
  }

  /** Where a picture of the current step goes; remembers it. */
  Path picture(String name) {
    pictures.add(name + ".png");
    return folder.resolve(name + ".png");
  }

  boolean isOk() {
    return steps.stream().allMatch(Done::ok);
  }

  void write() throws IOException {
    List<Value> list = new ArrayList<>();
    for (Done step : steps) {
      list.add(
          new Value.Entries(
              Map.of(
                  "name",
                  Value.text(step.name()),
                  "ok",
                  new Value.Flag(step.ok()),
                  "ms",
                  Value.whole(step.millis()),
                  "png",
                  new Value.Items(step.pictures().stream().map(Value::text).toList()))));
    }
    Value tour = new Value.Entries(Map.of("steps", new Value.Items(list)));
    Files.write(folder.resolve("tour.json"), WireFormat.VALUE.encode(tour, Encoding.JSON));
  }
}
