package dev.throughline.trials.link;

/**
 * One way of a link. Bytes of all connections queue for it, leave one after the other and arrive
 * half a round trip later. Knows no clock; times are nanoseconds of whoever asks. Any thread.
 */
final class Wire {
  private static final double BIT_NANOS_A_BYTE = 8e9;

  private final Link link;
  private boolean isNew = true;
  private long freeAt;

  Wire(Link link) {
    this.link = link;
  }

  /** Queues bytes; the moment when the last of them has left. */
  synchronized long leave(long now, int bytes) {
    long took = (long) (bytes * BIT_NANOS_A_BYTE / link.bitsPerSecond());
    freeAt = isNew || now > freeAt ? now + took : freeAt + took;
    isNew = false;
    return freeAt;
  }

  /** When that is at the other end which left at this moment. */
  long arrive(long left) {
    return left + link.roundTrip().toNanos() / 2;
  }
}
