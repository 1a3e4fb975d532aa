package dev.throughline.desktop.platform;

import java.time.Duration;
import java.util.List;

/** Work that is run when the test says so. */
public record Gathered(List<Runnable> waiting) implements Background {
  @Override
  public void run(Runnable work) {
    waiting.add(work);
  }

  @Override
  public Handle later(Duration delay, Runnable work) {
    throw new AssertionError("nothing is put off");
  }

  @Override
  public void loop(String name, Runnable work) {
    throw new AssertionError("nothing runs on");
  }
}
