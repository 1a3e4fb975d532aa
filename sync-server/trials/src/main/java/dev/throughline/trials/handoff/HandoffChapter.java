package dev.throughline.trials.handoff;

import dev.throughline.server.played.MovedClock;
import dev.throughline.trials.TourLog;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handoff in the tour, played twice: with the Kernel and the SentinelNet of the server itself,
 * and with those of an organisation. A process of its own, because beside a desktop's log a server
 * does not start.
 */
public final class HandoffChapter {
  private static final Logger log = LoggerFactory.getLogger(HandoffChapter.class);

  /** The last line of a chapter that came to its end, well or not. */
  public static final String END = "handoff: end";

  /** How the addresses end that take part in every run. */
  private static final List<String> CALLS =
      List.of("/sentinelnet/check", "/kernel/sign", "/approve", "/apply");

  private HandoffChapter() {}

  /**
   * Arguments: a new folder, where the database's programs are unpacked, the script {@code
   * make-test-ca}. Prints a line for each step, and {@link #END}.
   */
  public static void main(String[] args) {
    try {
      TourLog steps = new TourLog(Path.of(args[0]));
      both(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), steps);
      System.out.println(END);
      System.exit(steps.isOk() ? 0 : 1);
    } catch (Exception e) {
      log.error("the chapter ended early: {}", e.getMessage(), e);
      System.exit(1);
    }
  }

  private static void both(Path folder, Path programs, Path script, TourLog steps)
      throws Exception {
    embedded(folder.resolve("embedded"), programs, named(steps, "embedded"));
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")) {
      System.out.println("handoff: make-test-ca takes a shell, so nothing was played outside");
    } else if (steps.isOk()) {
      outside(folder.resolve("outside"), programs, script, named(steps, "outside"));
    }
  }

  /** Plays it with what the server has itself. */
  static void embedded(Path folder, Path programs, HandoffLine.Stage stage) throws Exception {
    try (Outside none = Outside.embedded()) {
      play(folder, programs, clock(), none, stage);
    }
  }

  /** Plays it with systems of an organisation, which refuse every call of another shape. */
  static void outside(Path folder, Path programs, Path script, HandoffLine.Stage stage)
      throws Exception {
    MovedClock clock = clock();
    try (Outside played = Outside.played(script, folder.resolve("authority"), clock)) {
      play(folder, programs, clock, played, stage);
      stage.step(
          "Kernel and SentinelNet were called, and only as they publish it",
          () -> {
            Require.that(played.misfits().isEmpty(), "every call had a shape: " + played.misfits());
            Require.that(
                CALLS.stream()
                    .allMatch(
                        call -> played.requests().stream().anyMatch(one -> one.endsWith(call))),
                "they were called: " + played.requests());
          });
    }
  }

  private static void play(
      Path folder, Path programs, MovedClock clock, Outside outside, HandoffLine.Stage stage)
      throws Exception {
    try (Probe probe = Probe.open();
        Team team =
            Team.open(folder, data -> HostHere.start(data, programs, clock, outside, probe))) {
      new HandoffLine(team, probe).play(stage);
    }
  }

  private static MovedClock clock() {
    return new MovedClock(InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private static HandoffLine.Stage named(TourLog steps, String variant) {
    return (name, step) -> steps.step("handoff, " + variant + ": " + name, step);
  }
}
