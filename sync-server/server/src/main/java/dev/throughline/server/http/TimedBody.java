package dev.throughline.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Reads a body that must be whole within a time, however slowly its bytes trickle. A single read
 * that gets nothing is ended by the web server's own timeout.
 */
final class TimedBody {
  static final Duration TIME_MAX = Duration.ofSeconds(60);
  private static final int CHUNK_BYTES = 16 << 10;

  private final InputStream in;
  private final InstantSource clock;

  TimedBody(InputStream in, InstantSource clock) {
    this.in = in;
    this.clock = clock;
  }

  byte[] readAll(int lengthMax) throws IOException {
    Instant end = clock.instant().plus(TIME_MAX);
    ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK_BYTES);
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      body.write(chunk, 0, read);
      if (body.size() > lengthMax) {
        throw MessageBodies.tooLarge(lengthMax);
      }
      if (clock.instant().isAfter(end)) {
        throw tooSlow();
      }
    }
    return body.toByteArray();
  }

  static ProblemException tooSlow() {
    return new ProblemException(
        Problem.TOO_SLOW, "A body has " + TIME_MAX.toSeconds() + " seconds; send it again.");
  }
}
