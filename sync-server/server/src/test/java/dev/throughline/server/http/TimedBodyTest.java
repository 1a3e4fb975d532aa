package dev.throughline.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimedBodyTest {
  private final AtomicLong seconds = new AtomicLong();

  @Test
  void aBodyWithinTimeAndLengthIsReadWhole() throws IOException {
    assertThat(body(new byte[100_000], 1).readAll(100_000)).hasSize(100_000);
  }

  @Test
  void aByteTooManyIsRefused() {
    assertThatThrownBy(() -> body(new byte[100_001], 1).readAll(100_000))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE));
  }

  @Test
  void aTrickleIsEndedHoweverSteadyItIs() {
    assertThatThrownBy(() -> body(new byte[100], 2).readAll(100_000))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_SLOW));
  }

  /** Large bodies arrive at once, small ones byte by byte; each read takes some seconds. */
  private TimedBody body(byte[] bytes, int secondsPerRead) {
    InputStream in =
        new ByteArrayInputStream(bytes) {
          @Override
          public int read(byte[] chunk) {
            seconds.addAndGet(secondsPerRead);
            return super.read(chunk, 0, bytes.length > 1_000 ? chunk.length : 1);
          }
        };
    return new TimedBody(in, () -> Instant.ofEpochSecond(seconds.get()));
  }
}
