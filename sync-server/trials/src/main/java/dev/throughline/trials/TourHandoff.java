package dev.throughline.trials;

import dev.throughline.trials.handoff.HandoffChapter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The last chapter of the tour, about a handoff: in a process of its own, which it listens to. */
final class TourHandoff {
  /** Between two lines. */
  private static final long SILENCE_SECONDS_MAX = 180;

  private TourHandoff() {}

  /**
   * Takes the steps over; whatever ends the chapter early is a failed step.
   *
   * @param folder of the tour, whose server has unpacked the database's programs there
   */
  static void play(TourLog log, Path folder) throws InterruptedException {
    Path root = Path.of(System.getProperty("throughline.root", ".")).toAbsolutePath();
    Path script = root.resolve("sync-server").resolve("make-test-ca");
    try (Child child =
        Child.start(
            HandoffChapter.class.getName(),
            List.of(
                folder.resolve("handoff").toString(),
                folder.resolve("server").resolve("postgres-programs").toString(),
                script.toString()))) {
      boolean hasEnded = follow(child, log);
      if (!hasEnded || !log.isOk()) {
        System.err.println(child.output());
      }
      log.step(
          "the handoff came to its end",
          () -> {
            if (!hasEnded) {
              throw new IllegalStateException("its process ended early, or said nothing for long");
            }
          });
    }
  }

  private static boolean follow(Child child, TourLog log) throws InterruptedException {
    Optional<String> line = child.await(_ -> true, SILENCE_SECONDS_MAX);
    while (line.isPresent() && !line.get().equals(HandoffChapter.END)) {
      log.heard(line.get());
      line = child.await(_ -> true, SILENCE_SECONDS_MAX);
    }
    return line.isPresent();
  }
}
