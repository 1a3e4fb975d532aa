package dev.throughline.model.sync;

/**
 * Who wrote a field last.
 *
 * @param seq the log entry that wrote it
 * @param opId breaks ties between equal times
 * @param atMillis when it was written, by the writer's clock as far as that can be believed
 */
public record Stamp(long seq, String opId, String device, long opNo, String author, long atMillis) {
  /** Whether this write is shown over the other when neither knew of the other. */
  boolean laterThan(Stamp other) {
    return atMillis != other.atMillis ? atMillis > other.atMillis : opId.compareTo(other.opId) > 0;
  }
}
