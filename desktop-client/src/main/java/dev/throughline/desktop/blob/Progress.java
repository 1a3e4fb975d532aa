package dev.throughline.desktop.blob;

import dev.throughline.model.blob.BlobManifest;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How far a blob is on its way to the server. Any thread may look, one tells. */
final class Progress {
  private final Runnable told;
  private volatile int percent;
  private volatile long bytesThere;
  private volatile long bytes;
  private volatile BlobState state = new BlobState.HereOnly();

  /**
   * @param told is called whenever the state changed, on any thread
   */
  Progress(Runnable told) {
    this.told = told;
  }

  /** Where the blob is, as far as this computer knows. */
  BlobState state() {
    return state;
  }

  /** How much of it is on the server, 0 to 100. */
  int percent() {
    return percent;
  }

  /** How many bytes of it are on the server. */
  long bytesThere() {
    return bytesThere;
  }

  /** How many bytes there are to send; 0 while that is not known. */
  long bytes() {
    return bytes;
  }

  /**
   * Parts go.
   *
   * @param count how many can go now
   * @param size of all of it in bytes; 0 while more may come, when only full parts can go
   */
  void sending(int count, IntPredicate isThere, long size) {
    long arrived = IntStream.range(0, count).filter(isThere).count();
    percent = count == 0 ? 0 : (int) (arrived * 100 / count);
    bytesThere =
        IntStream.range(0, count).filter(isThere).mapToLong(index -> length(size, index)).sum();
    bytes = size;
    show(new BlobState.Sending(percent));
  }

  private static long length(long size, int index) {
    long whole = BlobManifest.PART_BYTES;
    return size == 0 ? whole : Math.min(whole, size - index * whole);
  }

  /** All of it is there, though nobody read it back yet. */
  void arrived(long size) {
    percent = 100;
    bytes = size;
    bytesThere = size;
    show(new BlobState.Arrived());
  }

  /** The server has read it back. */
  void verified() {
    percent = 100;
    show(new BlobState.OnServer());
  }

  /** Nothing of it is there any more. */
  void lost(BlobState now) {
    percent = 0;
    show(now);
  }

  void show(BlobState now) {
    boolean isNew = !now.equals(state);
    state = now;
    if (isNew) {
      told.run();
    }
  }
}
