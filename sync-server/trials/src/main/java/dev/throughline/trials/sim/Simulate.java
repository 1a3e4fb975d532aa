package dev.throughline.trials.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** The command {@code simulate}: many seeds, or one replay. */
public final class Simulate {
  private static final int USAGE = 2;
  private static final int TOGETHER = 64;
  private static final String WORDS =
      "usage: simulate [--seeds N] [--from SEED] [--devices N] [--replay FILE] [--trace]"
          + " [--keep-going]";

  private final Path folder;
  private int seeds = 500;
  private long from = 1;
  private int devices;
  private Optional<Path> replay = Optional.empty();
  private boolean isTraced;
  private boolean keepsGoing;

  private Simulate(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs the command.
   *
   * @param folder where scripts that failed are written
   * @return the exit code: 0 when nothing was violated
   */
  public static int run(Path folder, List<String> args) throws IOException {
    Simulate simulate = new Simulate(folder);
    if (!simulate.understands(args)) {
      System.err.println(WORDS);
      return USAGE;
    }
    return simulate.replay.isPresent()
        ? simulate.replay(simulate.replay.get())
        : simulate.manySeeds();
  }

  private boolean understands(List<String> args) {
    try {
      for (int i = 0; i < args.size(); i++) {
        switch (args.get(i)) {
          case "--seeds" -> seeds = Integer.parseInt(args.get(++i));
          case "--from" -> from = Long.parseLong(args.get(++i));
          case "--devices" -> devices = Integer.parseInt(args.get(++i));
          case "--replay" -> replay = Optional.of(Path.of(args.get(++i)));
          case "--keep-going" -> keepsGoing = true;
          case "--trace" -> isTraced = true;
          default -> {
            return false;
          }
        }
      }
      return devices == 0 || (devices >= Script.DEVICES_MIN && devices <= Script.DEVICES_MAX);
    } catch (NumberFormatException | IndexOutOfBoundsException _) {
      return false;
    }
  }

  private int replay(Path file) throws IOException {
    return report(1, Simulation.run(Script.of(Files.readString(file)), Mistake.NONE, reader()));
  }

  private int report(int runs, Simulation.Result result) {
    System.out.println(
        "seeds: %s, %s, violations: %s"
            .formatted(runs, result.tally(), result.violations().size()));
    result.violations().forEach(System.out::println);
    return result.isClean() ? 0 : 1;
  }

  private Consumer<String> reader() {
    return isTraced ? System.out::println : _ -> {};
  }

  /** Every seed has a thread to itself from its beginning to its end; they are told in order. */
  private int manySeeds() throws IOException {
    Tally tally = new Tally();
    int failed = 0;
    for (int done = 0; done < seeds; done += TOGETHER) {
      long first = from + done;
      List<Simulation.Result> results =
          LongStream.range(first, first + Math.min(TOGETHER, seeds - done))
              .parallel()
              .mapToObj(this::run)
              .toList();
      for (Simulation.Result result : results) {
        tally.add(result.tally());
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
    System.out.println("seeds: %s, %s, violations: %s".formatted(seeds, tally, failed));
    return failed == 0 ? 0 : 1;
  }

  private Simulation.Result run(long seed) {
    return Simulation.run(Script.of(seed, devices), Mistake.NONE, reader());
  }

  private int failed(int runs, Simulation.Result result) throws IOException {
    int code = report(runs, result);
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
