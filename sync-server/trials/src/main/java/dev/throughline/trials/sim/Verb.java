package dev.throughline.trials.sim;

/** What a step of a script does. */
enum Verb {
  /** A new record of a real kind, perhaps below another. */
  CREATE(14),
  /** Sets fields of a record. */
  SET(22),
  /** Types in a long text. */
  TYPE(30),
  TRASH(5),
  RESTORE(4),
  /** Several records in one gesture. */
  GROUP(8),
  /** Something the server must keep aside. */
  INVALID(3),
  /** A field this version does not know, as a newer desktop writes it. */
  UNKNOWN_FIELD(4),
  /** A change of a record that has a field of every policy. */
  EVERY_POLICY(24),
  /** Resolves a conflict. */
  RESOLVE(5),
  /** Sends a parked operation again as a new one, perhaps mended. */
  SEND_AGAIN(2),
  /** Gives a parked operation up. */
  DISCARD(2),
  /** The desktop stops at one of the next stop points. */
  CRASH(8),
  /** The desktop stops, and its store's file is gone with it. */
  CRASH_AND_LOSE_STORE(1),
  /** A server stops at one of its next stop points. */
  SERVER_CRASH(4),
  /** The desktop's clock jumps. */
  CLOCK(3),
  /** The lid is closed for a while, perhaps for weeks. */
  SLEEP(2),
  /** The network is gone for a while. */
  CUT(8),
  /** The next pull is applied twice. */
  AGAIN(2),
  /** The profile is copied to another computer, and people go on at both. */
  COPY(2),
  /** Faults stop until everything is at rest; then everything is checked. */
  CALM(0);

  /** How often it comes, in parts of the sum of all. */
  final int weight;

  Verb(int weight) {
    this.weight = weight;
  }
}
