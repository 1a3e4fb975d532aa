package dev.throughline.server.log;

/**
 * What the server itself decides, in the transaction that locks the head: it reads and writes
 * records, and nobody's change comes in between. May run again when the database gives up a
 * transaction, so it does nothing outside the records it is given.
 */
@FunctionalInterface
public interface Act {
  /** Reads, decides, writes; or leaves everything as it is. */
  void in(Aftermath.Records records);
}
