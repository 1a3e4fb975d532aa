package dev.throughline.desktop.blob;

import dev.throughline.desktop.platform.Background;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Works through numbers, three at a time, each of which may have a part in memory. The thread that
 * asks is one of the three; where no others start it does all of it.
 */
final class Lanes {
  static final int MOST = 3;

  /**
   * Of these so many move bytes; the third has its part ready when one of them is done, so that the
   * link is never idle.
   */
  static final int MOVING = 2;

  private static final int NONE = -1;

  private final List<Integer> numbers;
  private final IntPredicate work;
  private int next;
  private int underWay;
  private boolean isStopped;
  private @Nullable RuntimeException failure;

  private Lanes(List<Integer> numbers, IntPredicate work) {
    this.numbers = numbers;
    this.work = work;
  }

  /**
   * Returns when nothing is under way any more.
   *
   * @param work answers whether to go on with others
   */
  static void run(Background background, List<Integer> numbers, IntPredicate work) {
    Lanes lanes = new Lanes(numbers, work);
    for (int i = 1; i < Math.min(MOST, numbers.size()); i++) {
      background.loop("blobs-lane", lanes::lane);
    }
    lanes.lane();
    lanes.awaitOthers();
  }

  private void lane() {
    for (int number = take(); number != NONE; number = take()) {
      boolean goesOn = false;
      try {
        goesOn = work.test(number);
      } catch (RuntimeException e) {
        failed(e);
      } finally {
        done(goesOn);
      }
    }
  }

  private synchronized int take() {
    if (isStopped || next >= numbers.size()) {
      return NONE;
    }
    underWay++;
    return numbers.get(next++);
  }

  private synchronized void failed(RuntimeException e) {
    failure = e;
  }

  private synchronized void done(boolean goesOn) {
    underWay--;
    isStopped |= !goesOn;
    notifyAll();
  }

  private synchronized void awaitOthers() {
    boolean wasInterrupted = false;
    while (underWay > 0) {
      try {
        wait();
      } catch (InterruptedException _) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
  }
}
