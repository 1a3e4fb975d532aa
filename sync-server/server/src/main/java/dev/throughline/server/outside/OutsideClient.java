package dev.throughline.server.outside;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks one outside system. Each attempt has a time limit; one that stays without an answer is made
 * again as often as the system's {@link Patience} says; and a system that keeps silent is left
 * alone for a while, in which every question is {@link Answer.Away} at once.
 */
public final class OutsideClient implements AutoCloseable {
  private final Wire wire;
  private final CircuitBreaker circuit;
  private final Retry retry;
  private final Supplier<String> requestIds;

  OutsideClient(Wire wire, CircuitBreaker circuit, Retry retry, Supplier<String> requestIds) {
    this.wire = wire;
    this.circuit = circuit;
    this.retry = retry;
    this.requestIds = requestIds;
  }

  /**
   * Asks, and reads the answer.
   *
   * @param reading what a reply means; empty for one of a shape it does not know, which counts as
   *     no answer
   */
  public <T> Answer<T> ask(Call call, Function<Reply, Optional<Answer<T>>> reading) {
    String requestId = call.requestId().orElseGet(requestIds);
    Supplier<Answer<T>> attempt = () -> attempt(call, requestId, reading);
    try {
      return retry.executeSupplier(circuit.decorateSupplier(attempt));
    } catch (CallNotPermittedException _) {
      return new Answer.Away<>("it did not answer lately, and is asked again in a while");
    } catch (RuntimeException e) {
      // Whoever is interrupted between two attempts is told so in this way.
      if (Thread.currentThread().isInterrupted()) {
        return new Answer.Away<>(Wire.STOPPING);
      }
      throw e;
    }
  }

  private <T> Answer<T> attempt(
      Call call, String requestId, Function<Reply, Optional<Answer<T>>> reading) {
    try {
      return reading
          .apply(wire.send(call, requestId))
          .orElseGet(() -> new Answer.Away<>("its answer has an unknown shape"));
    } catch (Wire.Silence silence) {
      return new Answer.Away<>(silence.why());
    }
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    wire.close();
  }
}
