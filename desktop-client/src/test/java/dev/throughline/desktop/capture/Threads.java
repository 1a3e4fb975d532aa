package dev.throughline.desktop.capture;

import dev.throughline.desktop.platform.Background;
import java.time.Duration;

/** Work on threads of its own. */
final class Threads implements Background {
  @Override
  public void run(Runnable work) {
    Thread.ofVirtual().start(work);
  }

  @Override
  public Handle later(Duration delay, Runnable work) {
    throw new AssertionError("nothing is put off");
  }

  @Override
  public void loop(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }
}
