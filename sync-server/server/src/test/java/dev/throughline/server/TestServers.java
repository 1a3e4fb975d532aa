package dev.throughline.server;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Servers on the test database. Most tests share one; it keeps the work of the tests before. */
public final class TestServers {
  private static Optional<SyncServer.Running> shared = Optional.empty();

  private TestServers() {}

  /** The server that all tests share, started by the first. */
  public static synchronized SyncServer.Running shared() {
    if (shared.isEmpty()) {
      shared = Optional.of(SyncServer.start(TestDatabase.properties()));
    }
    return shared.get();
  }

  /** One more server on the same database; the caller closes it. */
  public static SyncServer.Running another() {
    return SyncServer.start(TestDatabase.properties());
  }

  /** The same with some properties changed. */
  public static SyncServer.Running another(Map<String, String> changed) {
    return another(changed, InstantSource.system());
  }

  /** The same by another clock. */
  public static SyncServer.Running another(Map<String, String> changed, InstantSource clock) {
    Map<String, String> properties = TestDatabase.properties();
    properties.putAll(changed);
    return SyncServer.start(properties, clock);
  }

  /** Stops the shared server and empties the database, for tests of the start itself. */
  public static synchronized void wipe() {
    shared.ifPresent(SyncServer.Running::close);
    shared = Optional.empty();
    TestDatabase.wipe();
  }

  /** A bean of the shared server. */
  public static <T> T bean(Class<T> type) {
    return ((SyncServer.Started) shared()).context().getBean(type);
  }

  /** The beans of a type of one server. */
  public static <T> java.util.Collection<T> beans(SyncServer.Running server, Class<T> type) {
    return ((SyncServer.Started) server).context().getBeansOfType(type).values();
  }

  static <T> T bean(String name, Class<T> type) {
    return ((SyncServer.Started) shared()).context().getBean(name, type);
  }
}
