package dev.throughline.trials.bench;

import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.sync.PullAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a desktop and its server and counts every byte, both ways, headers included. */
final class Relay implements AutoCloseable {
  private static final int RECORDS_MIN = 20_000;

  private final ServerSocket door;
  private final URI server;
  private final AtomicLong bytes = new AtomicLong();

  private Relay(URI server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("relay").start(this::receive);
  }

  /** Pulls the beginning of the log, as a new desktop does; what a record costs on the wire. */
  static double bytesARecord(URI server) throws Exception {
    try (Relay relay = new Relay(server);
        HttpSyncTransport transport = new HttpSyncTransport(relay.address())) {
      long records = 0;
      long after = 0;
      String chain = "";
      boolean more = true;
      while (more && records < RECORDS_MIN) {
        if (!(transport.pull(after, chain, "")
            instanceof Reply.Ok<PullAnswer>(PullAnswer answer))) {
          throw new IOException("the server did not answer a pull");
        }
        records += answer.changes().size();
        after = answer.cursor().seq();
        chain = answer.cursor().chain();
        more = after < answer.head();
      }
      return (double) relay.bytes.get() / records;
    }
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
  }

  private void receive() {
    try {
      while (true) {
        Socket near = door.accept();
        Socket far = new Socket(server.getHost(), server.getPort());
        Thread.ofVirtual().start(() -> pass(near, far));
        Thread.ofVirtual().start(() -> pass(far, near));
      }
    } catch (IOException _) {
      // Closed; nobody comes any more.
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[1 << 16];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        bytes.addAndGet(length);
        out.write(buffer, 0, length);
      }
    } catch (IOException _) {
      // One side left; the other is closed with it.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
