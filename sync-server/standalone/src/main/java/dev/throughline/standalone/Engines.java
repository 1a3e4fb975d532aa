package dev.throughline.standalone;

import dev.throughline.engines.EngineException;
import dev.throughline.engines.PostgresEngine;
import dev.throughline.engines.TemporalEngine;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What the server stands on, started at the same time. */
record Engines(PostgresEngine postgres, TemporalEngine temporal) implements AutoCloseable {
  /**
   * Returns when both answer.
   *
   * @param clock where the time of workflows begins, which then moves by {@link
   *     TemporalEngine#skip} too; empty for the time of this computer
   * @throws EngineException when one cannot start; the other has been stopped then
   */
  static Engines start(PostgresEngine.Options database, Optional<InstantSource> clock) {
    var temporal =
        CompletableFuture.supplyAsync(
            () -> clock.map(TemporalEngine::onClock).orElseGet(() -> TemporalEngine.start(0)),
            Thread::startVirtualThread);
    PostgresEngine postgres;
    try {
      postgres = PostgresEngine.start(database);
    } catch (RuntimeException e) {
      temporal.thenAccept(TemporalEngine::close).exceptionally(_ -> null).join();
      throw e;
    }
    try {
      return new Engines(postgres, temporal.join());
    } catch (CompletionException e) {
      postgres.close();
      throw e.getCause() instanceof EngineException trouble ? trouble : e;
    }
  }

  /** Where the server finds them. */
  Map<String, String> properties() {
    return Map.of(
        "throughline.temporal.target", temporal.target(),
        "throughline.temporal.namespace", temporal.namespace(),
        "throughline.database.url", postgres.jdbcUrl(),
        "throughline.database.owner.user", postgres.owner().user(),
        "throughline.database.owner.password", postgres.owner().password(),
        "throughline.database.app.user", postgres.app().user(),
        "throughline.database.app.password", postgres.app().password(),
        "throughline.database.sequencer.user", postgres.sequencer().user());
  }

  @Override
  public void close() {
    try (postgres) {
      temporal.close();
    }
  }
}
