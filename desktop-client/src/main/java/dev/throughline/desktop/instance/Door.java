package dev.throughline.desktop.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The open window's side. Open it as soon as the profile's lock is held, {@link #serve} on a thread
 * of its own. Bytes that are no errand are answered by hanging up.
 */
public final class Door implements AutoCloseable {
  static final byte TAKEN = 1;

  /** Nobody keeps the door longer; the next in line waits that long at most. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** An errand is asked again within seconds or never. */
  private static final int REMEMBERED_MAX = 500;

  private final DoorPlace place;
  private final ServerSocketChannel server;
  private final Set<String> taken = new LinkedHashSet<>();

  private Door(DoorPlace place, ServerSocketChannel server) {
    this.place = place;
    this.server = server;
  }

  /** Empty where the system has no such sockets; then a second start is refused as ever. */
  public static Optional<Door> open(Path profile, Path temporary) {
    DoorPlace place = new DoorPlace(profile, temporary);
    try {
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        server.bind(UnixDomainSocketAddress.of(place.fresh()));
      } catch (IOException | RuntimeException e) {
        server.close();
        throw e;
      }
      return Optional.of(new Door(place, server));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      System.getLogger(Door.class.getName())
          .log(System.Logger.Level.WARNING, "no door for a second start", e);
      return Optional.empty();
    }
  }

  /** Takes errands, one after the other, until the door is closed. */
  public void serve(Consumer<List<Path>> take) {
    while (server.isOpen()) {
      try (Line line = new Line(server.accept(), PATIENCE)) {
        Optional<Errand> errand = read(line);
        if (errand.isPresent()) {
          if (isNew(errand.get())) {
            take.accept(errand.get().files());
          }
          line.write(new byte[] {TAKEN});
        }
      } catch (ClosedChannelException _) {
        return;
      } catch (IOException _) {
        // Somebody hung up or said nothing; the next one is served.
      }
    }
  }

  /** A start that had no answer in time asks again; its files are taken once. */
  private boolean isNew(Errand errand) {
    if (errand.id().isEmpty()) {
      return true;
    }
    if (taken.size() >= REMEMBERED_MAX) {
      taken.remove(taken.iterator().next());
    }
    return taken.add(errand.id());
  }

  private static Optional<Errand> read(Line line) throws IOException {
    Optional<Integer> length = Errand.bodyLength(line.read(Errand.HEAD_BYTES));
    return length.isPresent() ? Errand.decode(line.read(length.get())) : Optional.empty();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException _) {
      // The socket's file is removed all the same.
    }
    place.clear();
  }
}
