package dev.throughline.desktop.consent;

import dev.throughline.desktop.platform.Background;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Does what it was told to only when a test says so. */
final class LateBackground implements Background {
  private final Queue<Runnable> told = new ArrayDeque<>();

  void runAll() {
    while (!told.isEmpty()) {
      told.remove().run();
    }
  }

  @Override
  public void run(Runnable work) {
    told.add(work);
  }

  @Override
  public Handle later(Duration delay, Runnable work) {
    throw new AssertionError("nothing waits here");
  }

  @Override
  public void loop(String name, Runnable work) {
    throw new AssertionError("nothing waits here");
  }
}
