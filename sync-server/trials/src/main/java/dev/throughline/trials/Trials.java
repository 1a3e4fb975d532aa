package dev.throughline.trials;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.trials.bench.Bench;
import dev.throughline.trials.bench.Counts;
import dev.throughline.trials.handoff.TortureHandoff;
import dev.throughline.trials.power.TorturePower;
import dev.throughline.trials.sim.Simulate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Entry point of the trials; {@code ./workbench} calls it. */
public final class Trials {
  private static final int USAGE = 2;
  private static final int RUNS = 20;
  private static final String DESKTOP = "--desktop";
  private static final Set<String> OPTIONS = Set.of("--runs", "--seed", DESKTOP);
  private static final Set<String> TORTURES =
      Set.of("save", "server", "sync", "power", "record", "handoff");

  private Trials() {}

  public static void main(String[] args) throws Exception {
    List<String> rest = args.length > 1 ? List.of(args).subList(1, args.length) : List.of();
    int code =
        switch (args.length == 0 ? "" : args[0]) {
          case "demo" -> Demo.run();
          case "tour" -> Tour.run();
          case "torture" -> torture(rest);
          case "bench" -> Bench.run(target().resolve("bench"), rest);
          case "image" -> image(rest);
          case "archive" -> archive();
          case "simulate" -> Simulate.run(target().resolve("simulate"), rest);
          default -> usage();
        };
    System.exit(code);
  }

  static int torture(List<String> args) throws Exception {
    OptionalInt runs = runs(args);
    OptionalLong seed = seed(args);
    OptionalInt desktops = desktops(args);
    if (runs.isEmpty() || seed.isEmpty() || desktops.isEmpty()) {
      System.err.println(
          "usage: torture save|server|sync|power|record|handoff [--runs N] [--seed S],"
              + " record also [--desktop M], where N and M are at least 1");
      return USAGE;
    }
    Path folder = target().resolve("torture").resolve(args.getFirst());
    Desks.deleteTree(folder);
    System.out.println("seed: " + seed.getAsLong());
    Random random = new Random(seed.getAsLong());
    Verdict verdict =
        torture(args.getFirst(), folder, random, runs.getAsInt(), desktops.getAsInt());
    System.out.println(verdict);
    return verdict.isClean() ? 0 : 1;
  }

  private static Verdict torture(String kind, Path folder, Random random, int runs, int desktops)
      throws Exception {
    return switch (kind) {
      case "save" -> new TortureSave(folder, random).run(runs);
      case "server" -> new TortureServer(folder, random).run(runs);
      case "sync" -> new TortureSync(folder, random).run(runs);
      case "power" -> power(folder, random, runs);
      case "handoff" ->
          TortureHandoff.run(
              folder, target().resolveSibling("sync-server").resolve("make-test-ca"), runs);
      case "record" -> record(folder, random, runs, desktops);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** How many runs are wanted; empty when it cannot be understood or comes to none. */
  private static OptionalInt runs(List<String> args) {
    boolean isKnown = !args.isEmpty() && TORTURES.contains(args.getFirst());
    if (!isKnown || !OPTIONS.containsAll(names(args)) || args.size() % 2 == 0) {
      return OptionalInt.empty();
    }
    return option(args, "--runs").map(Counts::of).orElse(OptionalInt.of(RUNS));
  }

  /** How often the whole desktop is killed, which only one torture does; 0 unless asked for. */
  private static OptionalInt desktops(List<String> args) {
    Optional<String> asked = option(args, DESKTOP);
    boolean isFor = !args.isEmpty() && args.getFirst().equals("record");
    return asked.isEmpty()
        ? OptionalInt.of(0)
        : asked.filter(_ -> isFor).map(Counts::of).orElse(OptionalInt.empty());
  }

  /** The seed that is given, else a new one; empty when it is no number. */
  private static OptionalLong seed(List<String> args) {
    try {
      return OptionalLong.of(
          option(args, "--seed").map(Long::parseLong).orElseGet(() -> new Random().nextLong()));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  private static List<String> names(List<String> args) {
    return IntStream.range(1, args.size()).filter(i -> i % 2 == 1).mapToObj(args::get).toList();
  }

  private static Optional<String> option(List<String> args, String name) {
    int at = args.indexOf(name);
    return at < 1 || at + 1 >= args.size() ? Optional.empty() : Optional.of(args.get(at + 1));
  }

  private static Verdict record(Path folder, Random random, int runs, int desktops)
      throws Exception {
    Verdict recorders = new TortureRecord(folder, random).run(runs);
    return recorders.plus(new TortureRecordDesktop(folder, random).run(desktops));
  }

  private static Verdict power(Path folder, Random random, int runs) {
    try (ClientWiring desk = Desks.open(folder.resolve("profile"))) {
      return new TorturePower(desk.profile().key(), random).run(runs);
    }
  }

  private static int image(List<String> args) {
    if (args.size() != 2 || !args.getFirst().equals("--out")) {
      return usage();
    }
    try {
      Path out = Path.of(args.get(1)).toAbsolutePath();
      new DesktopImage(target().resolveSibling(".").normalize()).write(out);
      System.out.println("The desktop lies in " + out + "; start bin/throughline there.");
      return 0;
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  /** For {@code ./workbench desktop}; without one it starts as well, only later. */
  private static int archive() throws InterruptedException {
    Path archive = target().resolve("desktop.jsa");
    try {
      new StartArchive(
              Path.of(System.getProperty("java.home"), "bin", "java"),
              words("throughline.client.options"),
              List.of(
                  "-cp",
                  System.getProperty("throughline.client.path", ""),
                  "dev.throughline.desktop.app.Main"))
          .write(archive);
      return 0;
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static List<String> words(String property) {
    return List.of(System.getProperty(property, "").strip().split(" +"));
  }

  /** Where trials leave what they made. */
  static Path target() {
    return Path.of(System.getProperty("throughline.root", "."), "target").toAbsolutePath();
  }

  private static int usage() {
    System.err.println(
        "usage: tour | demo | torture save|server|sync|power|record|handoff [--runs N] | simulate"
            + " | bench NAME | image --out DIR | archive");
    return USAGE;
  }
}
