package dev.throughline.trials.handoff;

import dev.throughline.trials.ServerChild;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A server in a process of its own, which is killed and started again on the same folder. */
final class HostKilled implements Host {
  private final Path data;
  private final Map<String, String> settings;
  private final int port;
  private ServerChild server;
  private boolean isDead;
  private int revivals;

  private HostKilled(Path data, Map<String, String> settings, ServerChild server) {
    this.data = data;
    this.settings = settings;
    this.server = server;
    this.port = server.port();
  }

  /**
   * Starts it.
   *
   * @param probe may be asked by smoke tests
   */
  static HostKilled start(Path data, Outside outside, Probe probe) {
    Map<String, String> settings = new HashMap<>(outside.settings());
    settings.put("throughline.release.probe-hosts", probe.host());
    return new HostKilled(data, settings, child(data, 0, settings));
  }

  private static ServerChild child(Path data, int port, Map<String, String> settings) {
    try {
      return ServerChild.signingIn(data, port, settings);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  public void pass(Duration time) {
    throw new UnsupportedOperationException("a process goes by the clock of this computer");
  }

  /** Kills it as {@code kill -9} does. Its database lives on, as after a real crash. */
  synchronized void kill() {
    isDead = true;
    try {
      server.kill();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean revive() {
    boolean was = isDead;
    if (was) {
      server = child(data, port, settings);
      isDead = false;
      revivals++;
    }
    return was;
  }

  @Override
  public synchronized int revivals() {
    return revivals;
  }

  @Override
  public synchronized void close() {
    server.close();
  }
}
