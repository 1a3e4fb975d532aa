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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the steps of the tour and writes {@code tour.json}. */
public final class TourLog {
  private static final Logger log = LoggerFactory.getLogger(TourLog.class);

  /** A step; throws when it does not hold. */
  @FunctionalInterface
  public interface Step {
    void run() throws Exception;
  }

  private static final Pattern PRINTED =
      Pattern.compile("(?<ok>ok  |FAIL) (?<name>.+) \\((?<millis>[0-9]{1,9}) ms\\)");

  private record Done(String name, boolean ok, long millis, List<String> pictures) {}

  private final Path folder;
  private final List<Done> steps = new ArrayList<>();
  private List<String> pictures = new ArrayList<>();

  /** Writes into that folder. */
  public TourLog(Path folder) {
    this.folder = folder;
  }

  /** Runs one step; later steps do not run after a failed one. */
  public void step(String name, Step step) {
    if (!isOk()) {
      return;
    }
    pictures = new ArrayList<>();
    long start = System.nanoTime();
    Optional<String> why = Optional.empty();
    try {
      step.run();
    } catch (Exception | AssertionError e) {
      why = Optional.of(String.valueOf(e.getMessage()));
      log.error("{} failed", name, e);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    steps.add(new Done(name, why.isEmpty(), millis, pictures));
    System.out.printf("%s %s (%d ms)%n", why.isEmpty() ? "ok  " : "FAIL", name, millis);
    why.ifPresent(sentence -> System.out.println("     " + sentence));
  }

  /** Takes over a step that another process has run and printed; any other line is none. */
  void heard(String line) {
    Matcher step = PRINTED.matcher(line);
    if (step.matches()) {
      long millis = Long.parseLong(step.group("millis"));
      steps.add(new Done(step.group("name"), step.group("ok").equals("ok  "), millis, List.of()));
      System.out.println(line);
    }
  }

  /** Where a picture of the current step goes; remembers it. */
  Path picture(String name) {
    pictures.add(name + ".png");
    return folder.resolve(name + ".png");
  }

  /** Whether no step has failed. */
  public boolean isOk() {
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
