package dev.throughline.trials;

import dev.throughline.standalone.StandaloneServer;
import dev.throughline.trials.end.AtEnd;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A standalone server in a process of its own. */
public final class ServerChild implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");
  private static final long START_SECONDS_MAX = 120;

  private final Child child;
  private final URI address;

  private ServerChild(Child child, URI address) {
    this.child = child;
    this.address = address;
  }

  /** The database of a killed server, until the next server on its folder takes it down. */
  private record Orphan(Path data) {
    void stop() {
      Backends.stopDatabase(data);
    }
  }

  /** Starts a server on a data folder; port 0 takes a free one. */
  static ServerChild start(Path data, int port) throws InterruptedException {
    return start(data, port, Map.of());
  }

  /** The same with settings, and with people who sign in. */
  public static ServerChild signingIn(Path data, int port, Map<String, String> settings)
      throws InterruptedException {
    return start(data, port, settings, "--sign-in");
  }

  private static ServerChild start(
      Path data, int port, Map<String, String> settings, String... options)
      throws InterruptedException {
    AtEnd.stop(() -> new Orphan(data), Orphan::stop);
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
    Child child = Child.start(StandaloneServer.class.getName(), settings, arguments);
    Optional<String> line = child.await(text -> READY.matcher(text).find(), START_SECONDS_MAX);
    if (line.isEmpty()) {
      child.close();
      throw new IllegalStateException("the server did not start:\n" + child.output());
    }
    Matcher ready = READY.matcher(line.get());
    if (!ready.find()) {
      throw new IllegalStateException("the server named no address");
    }
    return new ServerChild(child, URI.create(ready.group(1) + "/"));
  }

  public URI address() {
    return address;
  }

  public int port() {
    return address.getPort();
  }

  /** Kills the server; its database lives on as an orphan, as after a real crash. */
  public void kill() throws InterruptedException {
    child.kill();
  }

  @Override
  public void close() {
    child.close();
  }
}
