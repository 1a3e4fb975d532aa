package dev.throughline.trials.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a desktop and its server as a link of some speed and length on which things go
 * wrong, and counts every byte, both ways, headers included. What no link has is left out: packets,
 * their headers, and a speed that first has to be found.
 */
public final class Relay implements AutoCloseable {
  /** What waits in a socket: little, but several packets as this computer cuts them. */
  private static final int SOCKET_BYTES = 512 << 10;

  private static final long STALL_MILLIS = 4_000;

  private final ServerSocket door;
  private final URI server;
  private final Link link;
  private final Map<Way, Wire> wires = new EnumMap<>(Way.class);
  private final Map<Way, AtomicLong> bytes = new EnumMap<>(Way.class);
  private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
  private volatile Mishaps mishaps = Mishaps.none();

  private Relay(URI server, Link link) throws IOException {
    this.server = server;
    this.link = link;
    for (Way way : Way.values()) {
      wires.put(way, new Wire(link));
      bytes.put(way, new AtomicLong());
    }
    this.door = new ServerSocket();
    door.setReceiveBufferSize(SOCKET_BYTES);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofPlatform().daemon().name("relay").start(this::receive);
  }

  /** Opens a relay on a free port. */
  public static Relay open(URI server, Link link) throws IOException {
    return new Relay(server, link);
  }

  /** What a desktop takes for its server. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
  }

  /** Counts from nothing, and lets these go wrong from now on. */
  public void begin(Mishaps next) {
    bytes.values().forEach(count -> count.set(0));
    mishaps = next;
  }

  /** How many bytes came in since {@link #begin}. */
  public long bytes(Way way) {
    return count(way).get();
  }

  /** The same both ways. */
  public long bytes() {
    return bytes(Way.UP) + bytes(Way.DOWN);
  }

  private AtomicLong count(Way way) {
    return Objects.requireNonNull(bytes.get(way));
  }

  private void receive() {
    try {
      while (true) {
        Socket near = door.accept();
        Socket far = new Socket();
        far.setReceiveBufferSize(SOCKET_BYTES);
        far.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        Pair pair = new Pair(near, far, this);
        pairs.add(pair);
        pair.start();
      }
    } catch (IOException _) {
      // Closed; nobody comes any more.
    }
  }

  Link link() {
    return link;
  }

  Wire wire(Way way) {
    return Objects.requireNonNull(wires.get(way));
  }

  void ended(Pair pair) {
    pairs.remove(pair);
  }

  /** Counts bytes of a connection, after what goes wrong with them. */
  void meet(Pair pair, Way way, byte[] some) throws InterruptedException {
    Way heavy = bytes(Way.UP) > bytes(Way.DOWN) ? Way.UP : Way.DOWN;
    int underWay = (int) pairs.stream().filter(one -> one.last() == heavy).count();
    Optional<Mishap> met = mishaps.meet(way, some, bytes(), underWay);
    count(way).addAndGet(some.length);
    if (met.isPresent()) {
      switch (met.get().kind()) {
        case STALL -> pair.rest(STALL_MILLIS);
        case SILENCE -> pair.silence();
        // Those there are: whoever feels it may be back before the last of them is cut.
        case RESET -> List.copyOf(pairs).forEach(Pair::reset);
        case HEAD, BODY -> {
          // Goes on as it is now.
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    pairs.forEach(Pair::reset);
  }
}
