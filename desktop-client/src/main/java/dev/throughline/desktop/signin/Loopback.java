package dev.throughline.desktop.signin;

import dev.throughline.desktop.ui.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The port of this computer that the browser answers to, open for one answer. Reached from this
 * computer alone.
 */
final class Loopback implements AutoCloseable {
  private static final Pattern REQUEST = Pattern.compile("GET (/\\?\\S{1,8000}) HTTP/1\\.[01]");
  private static final int READ_MILLIS_MAX = 5_000;
  private static final int LINE_MAX = 9_000;

  private final ServerSocket port;

  private Loopback(ServerSocket port) {
    this.port = port;
  }

  static Loopback open() throws IOException {
    return new Loopback(new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1")));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port.getLocalPort() + "/");
  }

  /** The answer, with its query; empty when none came in time or somebody closed this. */
  Optional<URI> await(Duration patience, InstantSource clock) {
    long end = clock.millis() + patience.toMillis();
    try {
      while (clock.millis() < end && !port.isClosed()) {
        port.setSoTimeout((int) Math.clamp(end - clock.millis(), 1, patience.toMillis()));
        try (Socket browser = port.accept()) {
          Optional<URI> answer = answer(browser);
          if (answer.isPresent()) {
            return answer;
          }
        } catch (SocketTimeoutException _) {
          return Optional.empty();
        }
      }
    } catch (IOException _) {
      // Closed by who gave up.
    }
    return Optional.empty();
  }

  /** A browser may ask for other things first, such as an icon; those get nothing. */
  private Optional<URI> answer(Socket browser) throws IOException {
    browser.setSoTimeout(READ_MILLIS_MAX);
    try {
      Matcher request = REQUEST.matcher(line(browser));
      boolean isAnswer = request.matches();
      write(browser, isAnswer);
      return isAnswer ? Optional.of(address().resolve(request.group(1))) : Optional.empty();
    } catch (SocketTimeoutException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String line(Socket browser) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(browser.getInputStream(), StandardCharsets.US_ASCII), 1_024);
    StringBuilder line = new StringBuilder();
    for (int at = reader.read(); at >= 0 && at != '\n' && line.length() < LINE_MAX; ) {
      line.append((char) at);
      at = reader.read();
    }
    return line.toString().strip();
  }

  private static void write(Socket browser, boolean isAnswer) throws IOException {
    String body =
        isAnswer
            ? "<!doctype html><meta charset=utf-8><meta name=color-scheme content='light dark'>"
                + "<body style='font:16px system-ui,sans-serif;display:grid;place-items:center;"
                + "min-height:90vh'><p>"
                + Texts.text("signin.browser.done")
                + "</p>"
            : "";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        (isAnswer ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found")
            + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store"
            + "\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    browser.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    browser.getOutputStream().write(bytes);
    browser.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      port.close();
    } catch (IOException _) {
      // Nothing is written there that could be lost.
    }
  }
}
