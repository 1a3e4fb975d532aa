package dev.throughline.trials.bench;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.app.DesktopWindow;
import dev.throughline.desktop.app.Start;
import dev.throughline.desktop.platform.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * The benchmarks: {@code bench NAME [--json FILE] [--interviews N] [--segments N] [--records N]
 * [--ideas N] [--handoffs N]}.
 */
public final class Bench {
  private static final int USAGE = 2;
  private static final int INTERVIEWS = 5_000;
  private static final int IDEAS = 10_000;
  private static final int HANDOFFS = 500;

  /** Of the checklist of each handoff. */
  static final int ITEMS = 60;

  private static final int SEGMENTS = 1_000_000;
  private static final Set<String> NAMES =
      Set.of("start", "save", "library", "find", "palette", "sound", "blobs", "sync");
  private static final Set<String> COUNTS =
      Set.of("--interviews", "--segments", "--records", "--ideas", "--handoffs");
  private static final double INDEX_MAX = 1.2;
  private static final double FIND_MAX = 100;

  private final Path folder;
  private final List<String> args;

  private Bench(Path folder, List<String> args) {
    this.folder = folder;
    this.args = args;
  }

  /**
   * Runs one benchmark.
   *
   * @return 0 when every bar is kept, 1 when not, 2 for what is not understood
   */
  public static int run(Path folder, List<String> args) throws Exception {
    Bench bench = new Bench(folder, args);
    return bench.isUnderstood() ? bench.run(args.getFirst()) : usage();
  }

  /** A name, then pairs of an option and what belongs to it. */
  private boolean isUnderstood() {
    boolean isPaired = !args.isEmpty() && NAMES.contains(args.getFirst()) && args.size() % 2 == 1;
    for (int i = 1; isPaired && i < args.size(); i += 2) {
      String option = args.get(i);
      boolean isCount = COUNTS.contains(option) && Counts.of(args.get(i + 1)).isPresent();
      if (!isCount && !option.equals("--json")) {
        return false;
      }
    }
    return isPaired;
  }

  private int run(String name) throws Exception {
    Files.createDirectories(folder);
    Report report = new Report(name);
    System.out.println("bench " + name);
    switch (name) {
      case "start" -> StartBench.run(folder, report);
      case "save" -> save(report);
      case "library" -> library(report);
      case "find" -> find(report);
      case "palette" -> PaletteBench.run(report);
      case "sound" -> SoundBench.run(folder, report);
      case "blobs" -> BlobsBench.run(fresh("blobs"), report);
      case "sync" -> {
        Path place = fresh("sync");
        List<Integer> sizes =
            option("--records").map(Integer::valueOf).map(List::of).orElse(SyncBench.SIZES);
        String json = SyncBench.run(place, sizes, report);
        return end(name, report, json);
      }
      default -> throw new IllegalArgumentException(name);
    }
    return end(name, report, report.json());
  }

  private int end(String name, Report report, String json) {
    option("--json").map(Path::of).ifPresent(file -> write(file, json));
    System.out.println("bench " + name + ": " + (report.isKept() ? "ok" : "a bar is not kept"));
    return report.isKept() ? 0 : 1;
  }

  private void save(Report report) throws Exception {
    Path profile = fresh("save");
    try (ClientWiring client = open(profile)) {
      SaveBench.run(client, folder, report);
    }
  }

  private void library(Report report) throws Exception {
    int interviews = number("--interviews", INTERVIEWS);
    Path profile =
        filled(
                "library",
                interviews,
                number("--segments", SEGMENTS),
                number("--ideas", IDEAS),
                number("--handoffs", HANDOFFS))
            .profile();
    ClientWiring client = open(profile);
    client.settings().setBegun();
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    Start start = new Start(profile, KeyVaults.ofFiles(keys(profile)), Optional.empty(), false);
    Stage stage =
        LibraryBench.fx(
            () -> {
              Stage shown = new Stage();
              DesktopWindow window = DesktopWindow.open(client, start);
              shown.setScene(window.scene(1280, 800));
              shown.setUserData(window);
              shown.show();
              return shown;
            });
    DesktopWindow window = (DesktopWindow) stage.getUserData();
    new LibraryBench(window, stage).run(interviews, report);
    LibraryBench.fx(
        () -> {
          stage.close();
          window.close();
          return true;
        });
  }

  private void find(Report report) throws Exception {
    Filled filled =
        filled("big", number("--interviews", INTERVIEWS), number("--segments", SEGMENTS));
    try (ClientWiring client = open(filled.profile())) {
      FindBench.Answers answers = FindBench.run(client, filled.textBytes());
      report.bar("index against the text", answers.indexRatio(), INDEX_MAX, "times");
      report.bar("find as you type, first page, warm", answers.findMillis(), FIND_MAX, "ms");
      report.bar("library filter, warm", answers.interviewsMillis(), FIND_MAX, "ms");
    }
  }

  private record Filled(Path profile, long textBytes) {}

  /** A big workspace; made once and kept, because making it takes a minute. */
  private Filled filled(String name, Integer... counts) throws Exception {
    String all = Stream.of(counts).map(String::valueOf).collect(Collectors.joining("-"));
    Path profile = folder.resolve(name + "-" + all);
    Path done = folder.resolve(profile.getFileName() + ".bytes");
    if (Files.exists(done)) {
      return new Filled(profile, Long.parseLong(Files.readString(done)));
    }
    deleteTree(profile);
    System.out.println("  filling a workspace, once");
    String kinds = counts.length > 2 ? all : all + "-0-0";
    try (Worker worker = Worker.start(FillJobs.class, "throughline.client.options", "-Xmx1g")) {
      List<Object> words = new ArrayList<>(List.of("fill", profile));
      words.addAll(List.of(kinds.split("-")));
      String bytes = worker.ask(words.toArray());
      Files.writeString(done, bytes);
      return new Filled(profile, Long.parseLong(bytes));
    }
  }

  private Path fresh(String name) throws IOException {
    Path profile = folder.resolve(name);
    deleteTree(profile);
    return profile;
  }

  static Path keys(Path profile) {
    return profile.resolveSibling(profile.getFileName() + "-keys");
  }

  static ClientWiring open(Path profile) throws UserError {
    return switch (ClientWiring.openProfile(profile, KeyVaults.ofFiles(keys(profile)))) {
      case Profile.Opened(Profile opened) -> ClientWiring.of(opened);
      case Profile.NeedsRecoveryCode _ -> throw new IllegalStateException("the key is gone");
    };
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void write(Path file, String json) {
    try {
      Files.writeString(file, json);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Optional<String> option(String name) {
    int at = args.indexOf(name);
    return at >= 0 && at + 1 < args.size() ? Optional.of(args.get(at + 1)) : Optional.empty();
  }

  private int number(String name, int otherwise) {
    return option(name).map(Integer::parseInt).orElse(otherwise);
  }

  private static int usage() {
    System.err.println(
        "usage: bench start|save|library|find|palette|sound|blobs|sync [--json FILE] [--interviews"
            + " N] [--segments N] [--records N], where each N is at least 1");
    return USAGE;
  }
}
