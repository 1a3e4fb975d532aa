package dev.throughline.desktop.capture;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Stands between the thread that takes up sound and the one that writes it, so that the first never
 * waits for the disk. Holds so many bytes of sound at most; marks always find a place. Whether
 * sound is let in is decided together with the marks, so that none slips behind a pause or the end.
 */
final class SoundQueue {
  /** What became of sound that was handed in. */
  enum Answer {
    ACCEPTED,
    FULL,
    /** It is paused or over. */
    SHUT
  }

  private final int bytesMax;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Taken> waiting = new ArrayDeque<>();
  private final AtomicLong acceptedBytes = new AtomicLong();
  private final AtomicLong missedBytes = new AtomicLong();
  private int bytes;
  private long unmarkedBytes;
  private boolean isOpen = true;
  private volatile boolean isEnded;

  SoundQueue(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  /**
   * Lets sound in if there is place.
   *
   * @param waits whether it comes again when it finds none; else it is missed
   */
  Answer offer(byte[] sound, boolean waits) {
    lock.lock();
    try {
      if (!isOpen) {
        return Answer.SHUT;
      }
      if (!hasPlace(sound.length)) {
        int missed = waits ? 0 : sound.length;
        missedBytes.addAndGet(missed);
        unmarkedBytes += missed;
        return Answer.FULL;
      }
      markMissed();
      waiting.add(new Taken.Sound(sound));
      bytes += sound.length;
      acceptedBytes.addAndGet(sound.length);
      changed.signalAll();
      return Answer.ACCEPTED;
    } finally {
      lock.unlock();
    }
  }

  private void markMissed() {
    if (unmarkedBytes > 0) {
      waiting.add(new Taken.Missed(unmarkedBytes));
      unmarkedBytes = 0;
    }
  }

  private boolean hasPlace(int length) {
    return bytes == 0 || bytes + length <= bytesMax;
  }

  /** Adds a mark; from now on sound is let in or not. Nothing is added behind the end. */
  void mark(Taken mark, boolean opens) {
    lock.lock();
    try {
      if (!isEnded) {
        markMissed();
        waiting.add(mark);
        isOpen = opens;
        isEnded = mark instanceof Taken.Ended;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets no sound in any more. */
  void shut() {
    lock.lock();
    try {
      isOpen = false;
      isEnded = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isEnded() {
    return isEnded;
  }

  /** How many bytes of sound were let in, all in all. */
  long acceptedBytes() {
    return acceptedBytes.get();
  }

  /** How many bytes found no place. */
  long missedBytes() {
    return missedBytes.get();
  }

  boolean isEmpty() {
    lock.lock();
    try {
      return waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until sound of that length might be let in or it is over, for at most a while. */
  void awaitPlace(int length, Duration most) throws InterruptedException {
    await(() -> isEnded || (isOpen && hasPlace(length)), most);
  }

  /** Waits a while, or until it is over. */
  void rest(Duration most) throws InterruptedException {
    await(() -> isEnded, most);
  }

  /** The next in order; empty when none came for a while. */
  Optional<Taken> take(Duration most) throws InterruptedException {
    lock.lock();
    try {
      await(() -> !waiting.isEmpty(), most);
      Optional<Taken> next = Optional.ofNullable(waiting.poll());
      if (next.isPresent() && next.get() instanceof Taken.Sound(byte[] sound)) {
        bytes -= sound.length;
        changed.signalAll();
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until so many more bytes were let in, or for a while; answers whether nothing more fits
   * or it is over.
   *
   * @param next how much may come at once
   */
  boolean awaitMore(int more, int next, Duration most) throws InterruptedException {
    lock.lock();
    try {
      long until = acceptedBytes.get() + more;
      await(() -> isFull(next) || acceptedBytes.get() >= until, most);
      return isFull(next);
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull(int next) {
    return isEnded || bytes + next > bytesMax;
  }

  private void await(BooleanSupplier wanted, Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (!wanted.getAsBoolean() && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
