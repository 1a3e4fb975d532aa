package dev.throughline.server.blob.store;

/** What not every store can do. */
public enum Capability {
  /** What is held or kept is not deleted by whoever asks. */
  ENFORCES_LOCKS,
  /** It checks digests of parts by itself, and tells them. */
  CHECKS_DIGESTS,
  /** Of several that make the same first version at once, one does. */
  CONDITIONAL_CREATE,
  /** Parts can be sent to it without passing through this server's routes for devices. */
  PART_TICKETS,
  /** Tickets that were changed or are too old are refused. */
  CHECKS_TICKETS,
  /** It goes by the clock it is given, so that a test can let years pass. */
  GIVEN_CLOCK
}
