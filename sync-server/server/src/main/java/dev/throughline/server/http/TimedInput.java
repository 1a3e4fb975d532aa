package dev.throughline.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A body that is read while it comes, and must end within a time, however slowly its bytes trickle.
 * What goes wrong with it is the sender's: it ends the request with a problem.
 */
public final class TimedInput extends InputStream {
  private final InputStream in;
  private final InstantSource clock;
  private final Duration timeMax;
  private final Instant end;

  public TimedInput(InputStream in, Duration timeMax, InstantSource clock) {
    this.in = in;
    this.clock = clock;
    this.timeMax = timeMax;
    this.end = clock.instant().plus(timeMax);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (clock.instant().isAfter(end)) {
      throw tooSlow();
    }
    try {
      return in.read(into, offset, length);
    } catch (IOException _) {
      throw tooSlow();
    }
  }

  private ProblemException tooSlow() {
    return new ProblemException(
        Problem.TOO_SLOW,
        "The body was cut off, or took longer than "
            + timeMax.toSeconds()
            + " seconds; send it again.");
  }
}
