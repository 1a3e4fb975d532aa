package dev.throughline.trials;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One person of {@link TortureSync}: a profile, the process on it, and what that acknowledged. */
final class Typist {
  private static final long NUMBERS_EACH = 1_000_000;
  private static final int START_SECONDS_MAX = 120;
  private static final String SAVED = "saved ";

  private final Path profile;
  private final long first;
  private long acknowledged;
  private Optional<Child> child = Optional.empty();

  Typist(Path folder, int index) {
    this.profile = folder.resolve("typist-" + index);
    this.first = index * NUMBERS_EACH + 1;
    this.acknowledged = index * NUMBERS_EACH;
  }

  Path profile() {
    return profile;
  }

  /** The number of the first word this person types. */
  long first() {
    return first;
  }

  long acknowledged() {
    return acknowledged;
  }

  /** Starts the process unless it runs; returns once it has saved a word. */
  void start(URI server, RandomGenerator random) throws InterruptedException {
    if (child.isPresent()) {
      return;
    }
    Child started =
        Child.start(
            SyncingChild.class.getName(),
            List.of(
                profile.toString(),
                server.toString(),
                Long.toString(random.nextLong()),
                Long.toString(acknowledged + 1)));
    child = Optional.of(started);
    if (started.await(line -> line.startsWith(SAVED), START_SECONDS_MAX).isEmpty()) {
      throw new IllegalStateException("a desktop saved nothing:\n" + started.output());
    }
  }

  /** Kills the process as {@code kill -9} does. */
  void kill() throws InterruptedException {
    if (child.isPresent()) {
      Child killed = child.get();
      killed.kill();
      killed.await(_ -> false, START_SECONDS_MAX);
      killed
          .output()
          .lines()
          .filter(line -> line.matches(SAVED + "\\d+"))
          .mapToLong(line -> Long.parseLong(line.substring(SAVED.length())))
          .max()
          .ifPresent(last -> acknowledged = Math.max(acknowledged, last));
      child = Optional.empty();
    }
  }
}
