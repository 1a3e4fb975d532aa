package dev.throughline.trials.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.trials.link.Mishap.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay before a server that sends everything back. */
class RelayTest {
  private static final Link FAR = new Link(80_000_000, Duration.ofMillis(4));
  private static final int PATIENCE_MILLIS = 60_000;

  private ServerSocket echo;
  private Relay relay;

  @BeforeEach
  void open() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    relay = Relay.open(URI.create("http://127.0.0.1:" + echo.getLocalPort() + "/"), FAR);
  }

  @AfterEach
  void close() throws IOException {
    relay.close();
    echo.close();
  }

  private void serve() {
    try {
      while (true) {
        Socket caller = echo.accept();
        Thread.ofVirtual().start(() -> sendBack(caller));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private static void sendBack(Socket caller) {
    try (caller) {
      caller.getInputStream().transferTo(caller.getOutputStream());
    } catch (IOException _) {
      // It was cut off, as some tests want it.
    }
  }

  private byte[] exchanged(byte[] sent) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), relay.address().getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(sent);
      InputStream in = socket.getInputStream();
      return in.readNBytes(sent.length);
    }
  }

  private static byte[] noise() {
    byte[] noise = new byte[200_000];
    new Random(3).nextBytes(noise);
    return noise;
  }

  @Test
  void everythingArrivesAsItWasAndIsCountedBothWays() throws Exception {
    assertThat(exchanged(noise())).isEqualTo(noise());
    assertThat(relay.bytes(Way.UP)).isEqualTo(200_000);
    assertThat(relay.bytes(Way.DOWN)).isEqualTo(200_000);
    relay.begin(Mishaps.none());
    assertThat(relay.bytes()).isZero();
  }

  @Test
  void whatIsChangedOnItsWayIsOtherwiseWhole() throws Exception {
    relay.begin(new Mishaps(List.of(new Mishap(Kind.BODY, Way.UP, 0)), new Random(7)));
    byte[] sent = noise();
    byte[] came = exchanged(sent);
    int changed = 0;
    for (int i = 0; i < came.length; i++) {
      changed += came[i] == sent[i] ? 0 : 1;
    }
    assertThat(changed).isEqualTo(1);
  }

  @Test
  void aCutIsFeltAndTheNextConnectionIsWell() throws Exception {
    Mishaps cut = new Mishaps(List.of(new Mishap(Kind.RESET, Way.UP, 0)), new Random(7));
    relay.begin(cut);
    assertThatThrownBy(
            () -> {
              if (exchanged(noise()).length < noise().length) {
                throw new IOException("cut short");
              }
            })
        .isInstanceOf(IOException.class);
    assertThat(cut.left()).isZero();
    assertThat(exchanged(noise())).isEqualTo(noise());
  }
}
