package dev.throughline.desktop.sound.decode;

import java.util.concurrent.atomic.AtomicLong;

/** Whether something came since one last looked. Any thread. */
final class Progress {
  private final AtomicLong moves = new AtomicLong();
  private volatile boolean isPaused;

  void moved() {
    moves.incrementAndGet();
  }

  /** From now on it is somebody else who takes long. */
  void pause() {
    isPaused = true;
  }

  void resume() {
    moved();
    isPaused = false;
  }

  /** A number that changes whenever something comes. */
  long moves() {
    return moves.get();
  }

  /** Whether nothing has come since {@link #moves} said that. */
  boolean isStuckAt(long before) {
    return !isPaused && moves.get() == before;
  }
}
