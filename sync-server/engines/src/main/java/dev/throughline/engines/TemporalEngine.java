package dev.throughline.engines;

import java.time.Duration;
import java.time.InstantSource;

/**
 * A Temporal server in this process, on loopback, running until {@link #close()}. It is the
 * in-memory server that Temporal tests its own libraries with, spoken to over real gRPC: workflows,
 * timers, activities and signals behave as they do on a cluster.
 *
 * <p>Everything it knows is in memory, finished workflows too, and is gone with it. There are no
 * passwords: any program of this computer may speak to it, so a workflow must not take a signal for
 * a proof of who sent it. Safe to use from any thread.
 */
public final class TemporalEngine implements AutoCloseable {
  /** The one namespace that clients are meant to use. The server knows no list of them. */
  public static final String NAMESPACE = "throughline";

  private static final int PORT_MAX = 65_535;

  private final TemporalServer server;

  private TemporalEngine(TemporalServer server) {
    this.server = server;
  }

  /**
   * Starts a server whose time is that of this computer. Returns when it answers.
   *
   * @param port the port to listen on, or 0 for a free one
   * @throws EngineException when it cannot; nothing is left running
   */
  public static TemporalEngine start(int port) {
    if (port < 0 || port > PORT_MAX) {
      throw new IllegalArgumentException("No such port: " + port);
    }
    return new TemporalEngine(TemporalServer.inRealTime(port));
  }

  /**
   * Starts a server for tests, on a free port. Its time begins at the clock's instant, goes on like
   * any other time, and jumps with {@link #skip}.
   *
   * @throws EngineException when it cannot; nothing is left running
   */
  public static TemporalEngine onClock(InstantSource clock) {
    return new TemporalEngine(TemporalServer.inTimeFrom(clock.instant()));
  }

  /** What a client connects to, such as {@code 127.0.0.1:7233}; without encryption. */
  public String target() {
    return "127.0.0.1:" + server.port();
  }

  public int port() {
    return server.port();
  }

  public String namespace() {
    return NAMESPACE;
  }

  /**
   * Lets so much time pass at once and fires the timers that are due in it, one after the other,
   * each when the workflows have done what the one before set off. The clock given at the start is
   * the caller's to move.
   *
   * @throws IllegalStateException when the time has not passed after a minute, because a workflow
   *     or activity is under way and no worker ends it (close this engine then); or when the engine
   *     was started by {@link #start}
   */
  public void skip(Duration time) {
    server.skip(time);
  }

  /**
   * Ends every call and frees the port. A second call does nothing. Close workers and clients
   * first: one that waits for the result of a workflow may hold a thread here for twenty seconds.
   */
  @Override
  public void close() {
    server.close();
  }
}
