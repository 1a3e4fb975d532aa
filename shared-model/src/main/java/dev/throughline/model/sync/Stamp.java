package dev.throughline.model.sync;

/**
 * Who wrote a field last.
 *
 * @param seq the log entry that wrote it
 * @param opId breaks ties between equal times
 * @param atMillis when it was written, by the server's clock: the writer's own time, put right by
 *     what its clock was off at hello and never later than its acceptance
 * @param clockMillis when it was written, by the writer's own clock
 */
public record Stamp(
    long seq,
    String opId,
    String device,
    long opNo,
    String author,
    long atMillis,
    long clockMillis) {
  /** A stamp whose writer's clock was right. */
  public Stamp(long seq, String opId, String device, long opNo, String author, long atMillis) {
    this(seq, opId, device, opNo, author, atMillis, atMillis);
  }

  /** Whether this write is shown over the other when neither knew of the other. */
  boolean laterThan(Stamp other) {
    return atMillis != other.atMillis ? atMillis > other.atMillis : opId.compareTo(other.opId) > 0;
  }
}
