package dev.throughline.trials.handoff;

import dev.throughline.server.played.MovedClock;
import dev.throughline.standalone.StandaloneServer;
import dev.throughline.trials.end.AtEnd;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server in this process, whose time can be moved. */
record HostHere(StandaloneServer server, MovedClock clock) implements Host {
  private static final Logger log = LoggerFactory.getLogger(HostHere.class);

  /**
   * Starts it.
   *
   * @param programs where those of the database are unpacked
   * @param probe may be asked by smoke tests
   */
  static Host start(Path data, Path programs, MovedClock clock, Outside outside, Probe probe) {
    Map<String, String> settings = new HashMap<>(outside.settings());
    settings.put("throughline.release.probe-hosts", probe.host());
    StandaloneServer.Options options =
        new StandaloneServer.Options(data, 0, 0, programs)
            .withSignIn()
            .with(settings)
            .onClock(clock);
    return new HostHere(
        AtEnd.stop(() -> StandaloneServer.start(options), StandaloneServer::close), clock);
  }

  @Override
  public URI address() {
    return URI.create(server.url() + "/");
  }

  /** On a busy computer workflows follow later. */
  @Override
  public void pass(Duration time) {
    clock.pass(time);
    try {
      server.skip(time);
    } catch (IllegalStateException e) {
      // A step takes longer than the engine waits for it. Whoever awaits what is to follow has a
      // limit of their own, and lets time pass again.
      log.warn("Workflows are behind: {}", e.getMessage());
    }
  }

  @Override
  public boolean revive() {
    return false;
  }

  @Override
  public int revivals() {
    return 0;
  }

  @Override
  public void close() {
    server.close();
    AtEnd.hasStopped(server);
  }
}
