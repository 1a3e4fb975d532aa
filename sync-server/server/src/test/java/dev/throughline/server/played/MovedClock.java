package dev.throughline.server.played;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only goes on when somebody moves it. */
public final class MovedClock implements InstantSource {
  private Instant now;

  public MovedClock(Instant now) {
    this.now = now;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Goes on. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
