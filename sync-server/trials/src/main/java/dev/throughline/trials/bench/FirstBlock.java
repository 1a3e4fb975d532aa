package dev.throughline.trials.bench;

import dev.throughline.desktop.sound.play.SoundSink;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Hears like a sound card whose buffer is full: takes each block as long as one is heard, and says
 * when the first one came after it was opened or flushed.
 */
final class FirstBlock implements SoundSink {
  /** As long as a block is heard. */
  private static final long BLOCK_NANOS = 20_000_000;

  private final SynchronousQueue<Long> firsts = new SynchronousQueue<>();
  private boolean isFirst = true;

  /** Waits for the next first block; the moment it came. */
  long awaitFirst() {
    try {
      return firsts.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(byte[] pcm, int length) {
    LockSupport.parkNanos(BLOCK_NANOS);
    if (isFirst) {
      isFirst = false;
      try {
        firsts.put(System.nanoTime());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public long heard() {
    return 0;
  }

  @Override
  public void flush() {
    isFirst = true;
  }

  @Override
  public void close() {}
}
