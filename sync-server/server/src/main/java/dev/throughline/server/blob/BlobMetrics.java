package dev.throughline.server.blob;

import dev.throughline.server.http.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Counts and times of parts and checks, each there from the start. */
@Component
final class BlobMetrics {
  private static final String UPLOAD = "throughline.blob.upload";
  private static final String CHECKS = "throughline.blob.checks";
  private static final String RECEIVED = "throughline.blob.received";

  private final MeterRegistry meters;

  BlobMetrics(MeterRegistry meters) {
    this.meters = meters;
    List.of("stored", "refused", "failed").forEach(this::upload);
    List.of("verified", "damaged", "unread")
        .forEach(outcome -> meters.counter(CHECKS, "outcome", outcome));
    meters.counter(RECEIVED);
  }

  /** Times the sending of one part, by how it ended. */
  <T> T timed(Supplier<T> part) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "failed";
    try {
      T answer = part.get();
      outcome = "stored";
      return answer;
    } catch (ProblemException e) {
      outcome = e.problem().status() < 500 ? "refused" : "failed";
      throw e;
    } finally {
      sample.stop(upload(outcome));
    }
  }

  /** Bytes of parts that came whole, those that came again too. */
  void received(long bytes) {
    meters.counter(RECEIVED).increment((double) bytes);
  }

  void checked(boolean isWhole) {
    meters.counter(CHECKS, "outcome", isWhole ? "verified" : "damaged").increment();
  }

  /** A blob could not be read back, which says nothing about it. */
  void unchecked() {
    meters.counter(CHECKS, "outcome", "unread").increment();
  }

  private Timer upload(String outcome) {
    return Timer.builder(UPLOAD)
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .register(meters);
  }
}
