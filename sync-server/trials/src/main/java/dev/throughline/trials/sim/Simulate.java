package dev.throughline.trials.sim;

import dev.throughline.trials.granted.GrantedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** The command {@code simulate}: many seeds, or one replay. */
public final class Simulate {
  private static final int USAGE = 2;
  private static final int TOGETHER = 64;
  private static final String WORDS =
      "usage: simulate [--seeds N] [--from SEED] [--devices N] [--replay FILE] [--trace]"
          + " [--keep-going] | simulate --grants [--seeds N] [--from SEED]";

  private final Path folder;
  private int seeds = 500;
  private long from = 1;
  private int devices;
  private Optional<Path> replay = Optional.empty();
  private boolean isTraced;
  private boolean keepsGoing;
  private boolean isGranted;
  private final Tally tally = new Tally();
  private final List<Long> traces = new ArrayList<>();

  private Simulate(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs the command.
   *
   * @param folder where scripts that failed are written
   * @return the exit code: 0 when nothing was violated, 1 when something was, 2 when there was
   *     nothing to run
   */
  public static int run(Path folder, List<String> args) throws IOException {
    Simulate simulate = new Simulate(folder);
    if (!simulate.understands(args)) {
      return refused(WORDS);
    }
    Optional<String> trouble = simulate.trouble();
    if (trouble.isPresent()) {
      return refused(trouble.get());
    }
    if (simulate.isGranted) {
      return GrantedRuns.report(simulate.from, simulate.seeds);
    }
    return simulate.replay.isPresent()
        ? simulate.replay(simulate.replay.get())
        : simulate.manySeeds();
  }

  private static int refused(String sentence) {
    System.err.println(sentence);
    return USAGE;
  }

  private boolean understands(List<String> args) {
    try {
      for (int i = 0; i < args.size(); i++) {
        switch (args.get(i)) {
          case "--seeds" -> seeds = Integer.parseInt(args.get(++i));
          case "--from" -> from = Long.parseLong(args.get(++i));
          case "--devices" -> devices = Integer.parseInt(args.get(++i));
          case "--replay" -> replay = Optional.of(Path.of(args.get(++i)));
          case "--grants" -> isGranted = true;
          case "--keep-going" -> keepsGoing = true;
          case "--trace" -> isTraced = true;
          default -> {
            return false;
          }
        }
      }
      return true;
    } catch (NumberFormatException | IndexOutOfBoundsException _) {
      return false;
    }
  }

  /** Why these numbers run nothing; a run of nothing would find nothing and look well. */
  private Optional<String> trouble() {
    if (seeds < 1) {
      return Optional.of("--seeds must be at least 1; it is " + seeds + ".");
    }
    if (from > Long.MAX_VALUE - seeds) {
      return Optional.of(
          "--from %s leaves no room for %s seeds; the last seed is %s."
              .formatted(from, seeds, Long.MAX_VALUE - 1));
    }
    if (devices != 0 && (devices < Script.DEVICES_MIN || devices > Script.DEVICES_MAX)) {
      return Optional.of(
          "--devices must be %s to %s; it is %s."
              .formatted(Script.DEVICES_MIN, Script.DEVICES_MAX, devices));
    }
    return Optional.empty();
  }

  private int replay(Path file) {
    if (!Files.isRegularFile(file)) {
      return refused("There is no replay file " + file + ".");
    }
    Script script;
    try {
      script = Script.of(Files.readString(file));
    } catch (IOException e) {
      return refused(file + " cannot be read as a replay file: " + e + ".");
    } catch (IllegalArgumentException e) {
      return refused(file + " is no replay file: " + e.getMessage() + ".");
    }
    Simulation.Result result = Simulation.run(script, Mistake.NONE, reader());
    add(result);
    return report(1, result.violations());
  }

  private void add(Simulation.Result result) {
    tally.add(result.tally());
    traces.add(result.trace());
  }

  private int report(int runs, List<String> violations) {
    System.out.println(summary(runs, violations.size()));
    violations.forEach(System.out::println);
    return violations.isEmpty() ? 0 : 1;
  }

  private String summary(int runs, int violations) {
    return String.format(
        Locale.ROOT,
        "seeds: %s, %s, violations: %s, trace: %016x",
        runs,
        tally,
        violations,
        Trace.over(traces));
  }

  private Consumer<String> reader() {
    return isTraced ? System.out::println : _ -> {};
  }

  /** Every seed has a thread to itself from its beginning to its end; they are told in order. */
  private int manySeeds() throws IOException {
    int failed = 0;
    for (int done = 0; done < seeds; done += TOGETHER) {
      long first = from + done;
      LongStream some = LongStream.range(first, first + Math.min(TOGETHER, seeds - done));
      List<Simulation.Result> results =
          (isTraced ? some : some.parallel()).mapToObj(this::run).toList();
      for (Simulation.Result result : results) {
        add(result);
        if (!result.isClean() && !keepsGoing) {
          return failed((int) (result.script().seed() - from) + 1, result);
        }
        if (!result.isClean()) {
          failed++;
          System.out.println(
              "seed " + result.script().seed() + ": " + result.violations().getFirst());
        }
      }
    }
    System.out.println(summary(seeds, failed));
    return failed == 0 ? 0 : 1;
  }

  private Simulation.Result run(long seed) {
    if (isTraced && seeds > 1) {
      System.out.println("seed " + seed);
    }
    return Simulation.run(Script.of(seed, devices), Mistake.NONE, reader());
  }

  private int failed(int runs, Simulation.Result result) throws IOException {
    int code = report(runs, result.violations());
    Script small = Shrinker.shrink(result.script(), Mistake.NONE);
    Files.createDirectories(folder);
    Path file = folder.resolve("seed-" + small.seed() + ".replay");
    Files.writeString(file, "# " + result.violations().getFirst() + "\n" + small.text());
    System.out.println(
        "Seed %s, shrunk to %s steps: ./workbench simulate --replay %s --trace"
            .formatted(small.seed(), small.steps().size(), file));
    return code;
  }
}
