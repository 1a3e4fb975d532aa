package dev.throughline.desktop.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The second start's side: leaves its files with the open window. */
public final class Handover {
  /** The window answers at once; one that is stuck must not hold up a person at a terminal. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final DoorPlace place;

  public Handover(Path profile, Path temporary) {
    this.place = new DoorPlace(profile, temporary);
  }

  /** The most files one start can leave. */
  public static int filesMax() {
    return Errand.FILES_MAX;
  }

  /** Whether an open window took the files; their paths must be absolute. */
  public boolean leave(List<Path> files) {
    Optional<Path> socket = place.existing();
    return socket.isPresent() && leave(socket.get(), new Errand(files));
  }

  private static boolean leave(Path socket, Errand errand) {
    try {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try (channel) {
        channel.connect(UnixDomainSocketAddress.of(socket));
        try (Line line = new Line(channel, PATIENCE)) {
          line.write(errand.encode());
          return line.read(1)[0] == Door.TAKEN;
        }
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      return false;
    }
  }
}
