package dev.throughline.desktop.capture;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

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
  private final ArrayDeque<Taken> waiting = new ArrayDeque<>();
  private int bytes;
  private long acceptedBytes;
  private long missedBytes;
  private long unmarkedBytes;
  private boolean isOpen = true;
  private boolean isEnded;

  SoundQueue(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  /**
   * Lets sound in if there is place.
   *
   * @param waits whether it comes again when it finds none; else it is missed
   */
  synchronized Answer offer(byte[] sound, boolean waits) {
    if (!isOpen) {
      return Answer.SHUT;
    }
    if (!hasPlace(sound.length)) {
      missedBytes += waits ? 0 : sound.length;
      unmarkedBytes += waits ? 0 : sound.length;
      return Answer.FULL;
    }
    markMissed();
    waiting.add(new Taken.Sound(sound));
    bytes += sound.length;
    acceptedBytes += sound.length;
    notifyAll();
    return Answer.ACCEPTED;
  }

  private void markMissed() {
    if (unmarkedBytes > 0) {
      waiting.add(new Taken.Missed(unmarkedBytes));
      unmarkedBytes = 0;
    }
  }

  /** Adds a mark; from now on sound is let in or not. Nothing is added behind the end. */
  synchronized void mark(Taken mark, boolean opens) {
    if (!isEnded) {
      markMissed();
      waiting.add(mark);
      isOpen = opens;
      isEnded = mark instanceof Taken.Ended;
      notifyAll();
    }
  }

  /** Whether sound of that length would not find the queue full. */
  private boolean hasPlace(int length) {
    return bytes == 0 || bytes + length <= bytesMax;
  }

  /** Lets no sound in any more. */
  synchronized void shut() {
    isOpen = false;
    isEnded = true;
    notifyAll();
  }

  synchronized boolean isEnded() {
    return isEnded;
  }

  /** How many bytes of sound were let in, all in all. */
  synchronized long acceptedBytes() {
    return acceptedBytes;
  }

  /** How many bytes found no place. */
  synchronized long missedBytes() {
    return missedBytes;
  }

  /** Waits until sound of that length might be let in or it is over, for at most a while. */
  synchronized void awaitPlace(int length, Duration most) throws InterruptedException {
    if (!isEnded && (!isOpen || !hasPlace(length))) {
      wait(most.toMillis());
    }
  }

  /** The next in order; empty when none came for a while. */
  synchronized Optional<Taken> take(Duration most) throws InterruptedException {
    if (waiting.isEmpty()) {
      wait(most.toMillis());
    }
    Optional<Taken> next = Optional.ofNullable(waiting.poll());
    if (next.isPresent() && next.get() instanceof Taken.Sound(byte[] sound)) {
      bytes -= sound.length;
      notifyAll();
    }
    return next;
  }

  /** Waits a while, or until something happens here. */
  synchronized void rest(Duration most) throws InterruptedException {
    if (!isEnded) {
      wait(most.toMillis());
    }
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /**
   * Waits until so many more bytes were let in, or none came for a while; answers whether nothing
   * more fits or it is over.
   *
   * @param next how much may come at once
   */
  synchronized boolean awaitMore(int more, int next, Duration most) throws InterruptedException {
    long until = acceptedBytes + more;
    long seen = -1;
    while (!isFull(next) && acceptedBytes < until && acceptedBytes != seen) {
      seen = acceptedBytes;
      wait(most.toMillis());
    }
    return isFull(next);
  }

  private boolean isFull(int next) {
    return isEnded || bytes + next > bytesMax;
  }
}
