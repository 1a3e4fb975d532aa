package dev.throughline.desktop.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The second start's side: leaves its files with the open window. */
public final class Handover {
  /** The window answers at once; whoever waits for one that is stuck is told so after this. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final DoorPlace place;
  private final String id;
  private boolean isLeft;

  /**
   * @param id names this start; the window takes its files once, however often it asks
   */
  public Handover(Path profile, Path temporary, UUID id) {
    this.place = new DoorPlace(profile, temporary);
    this.id = id.toString();
  }

  /** Whether a window that has not answered yet may still take the files. */
  public boolean isLeft() {
    return isLeft;
  }

  /** The most files one start can leave. */
  public static int filesMax() {
    return Errand.FILES_MAX;
  }

  /**
   * Whether an open window took the files; their paths must be absolute. May be asked again after a
   * no.
   */
  public boolean leave(List<Path> files) {
    Optional<Path> socket = place.existing();
    return socket.isPresent() && leave(socket.get(), new Errand(id, files));
  }

  private boolean leave(Path socket, Errand errand) {
    try {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try (channel) {
        channel.connect(UnixDomainSocketAddress.of(socket));
        try (Line line = new Line(channel, PATIENCE)) {
          line.write(errand.encode());
          isLeft = true;
          return line.read(1)[0] == Door.TAKEN;
        }
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      return false;
    }
  }
}
