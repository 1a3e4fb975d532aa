package dev.throughline.trials.handoff;

import java.net.URI;
import java.time.Duration;

/** The server of a run. */
interface Host extends AutoCloseable {
  /** Where it answers, after every restart too. */
  URI address();

  /**
   * Lets time pass, for records and for workflows.
   *
   * @throws UnsupportedOperationException when it goes by the clock of this computer
   */
  void pass(Duration time);

  /** Starts it again if it was killed; whether it was. */
  boolean revive();

  /** How often it was started again. */
  int revivals();

  @Override
  void close();
}
