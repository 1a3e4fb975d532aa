package dev.throughline.desktop.sound.play;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.Semaphore;

/** Hears as much as the test lets it, and keeps what it got since it was flushed. */
final class HeldSink implements SoundSink {
  private final int frameBytes;
  private final Semaphore room;
  private final Semaphore arrivals = new Semaphore(0);
  private final ByteArrayOutputStream got = new ByteArrayOutputStream();
  private int flushes;

  HeldSink(int frameBytes, int blocks) {
    this.frameBytes = frameBytes;
    this.room = new Semaphore(blocks);
  }

  @Override
  public void write(byte[] pcm, int length) {
    arrivals.release();
    room.acquireUninterruptibly();
    synchronized (this) {
      got.write(pcm, 0, length);
    }
  }

  /** Lets so many more blocks through. */
  void let(int blocks) {
    room.release(blocks);
  }

  /** Waits until the player has come with so many more blocks. */
  void awaitBlocks(int blocks) {
    arrivals.acquireUninterruptibly(blocks);
  }

  @Override
  public synchronized long heard() {
    return got.size() / frameBytes;
  }

  @Override
  public synchronized void flush() {
    got.reset();
    flushes++;
  }

  synchronized byte[] got() {
    return got.toByteArray();
  }

  synchronized int flushes() {
    return flushes;
  }

  @Override
  public void close() {}
}
