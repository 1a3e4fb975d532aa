package dev.throughline.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Chooses the port to listen on. Another program may still take it before the server does. */
final class LocalPort {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private LocalPort() {}

  /** The asked-for port as it is; for 0 the one of last time if it is free, else any. */
  static int choose(int wanted, Path remembered) throws IOException {
    if (wanted != 0) {
      if (!isFree(wanted)) {
        throw taken(wanted);
      }
      return wanted;
    }
    int last = read(remembered);
    return last != 0 && isFree(last) ? last : anyFree();
  }

  static void remember(int port, Path remembered) throws IOException {
    if (read(remembered) != port) {
      PrivateFile.write(remembered, port + "\n");
    }
  }

  static EngineException taken(int port) {
    return new EngineException(
        EngineException.Code.PORT_TAKEN,
        "Port %s is used by another program. Stop that program, or choose another port."
            .formatted(port));
  }

  private static int read(Path remembered) throws IOException {
    if (!Files.exists(remembered)) {
      return 0;
    }
    var text = PrivateFile.readLeniently(remembered).strip();
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    return port > 65_535 ? 0 : port;
  }

  static boolean isFree(int port) {
    try {
      bind(port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int anyFree() throws IOException {
    return bind(0);
  }

  private static int bind(int port) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
      return socket.getLocalPort();
    }
  }
}
