package dev.throughline.desktop.sync;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes one waiting thread; a wake that comes early is kept. */
public final class Signal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private boolean isSet;

  public void wake() {
    lock.lock();
    try {
      isSet = true;
      woken.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a wake, at most so long; whether it came. */
  public boolean await(long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (!isSet && left > 0) {
        left = woken.awaitNanos(left);
      }
      boolean came = isSet;
      isSet = false;
      return came;
    } finally {
      lock.unlock();
    }
  }
}
