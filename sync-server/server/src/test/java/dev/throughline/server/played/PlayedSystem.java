package dev.throughline.server.played;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.throughline.model.signing.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A system outside, on this computer: TLS 1.3, only for clients with a certificate of its
 * authority. Refuses with 400 what is not exactly of a published shape, and remembers it in {@link
 * #misfits}.
 */
public final class PlayedSystem implements AutoCloseable {
  private static final int LENGTHY = 1_000_000;

  private final Answers answers;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> misfits = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private Mood mood = Mood.FINE;
  private Watch watch = new Watch() {};

  /** Is told of calls, in the thread that answers them. */
  public interface Watch {
    /** Before anything has come of one. */
    default void before(String methodAndPath) {}

    /** When everything has come of one, and nothing was answered yet. */
    default void after(String methodAndPath) {}
  }

  /** What is answered. */
  record Said(int status, Json.Members body) {}

  /** What it says when it is fine; calls never overlap. */
  interface Answers {
    /**
     * Answers one request.
     *
     * @param headers by name in small letters
     * @param body an empty object for a GET
     * @throws Misfit when it has no published shape
     */
    Said answer(String methodAndPath, Map<String, String> headers, Json.Members body);
  }

  /** A request that is not of a published shape. */
  static final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Misfit(String why) {
      super(why);
    }
  }

  /**
   * Begins to answer on a free port.
   *
   * @param context shows the system's certificate and trusts the authority of its clients
   */
  PlayedSystem(SSLContext context, Answers answers) {
    this.answers = answers;
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = context.getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            wanted.setProtocols(new String[] {"TLSv1.3"});
            parameters.setSSLParameters(wanted);
          }
        });
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it answers. */
  public String url() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** Answers differently from now on; whoever waits for a slow answer gets none. */
  public synchronized void become(Mood wanted) {
    mood = wanted;
    notifyAll();
  }

  /** Tells that one of every call from now on. */
  public synchronized void tell(Watch wanted) {
    watch = wanted;
  }

  private synchronized Watch watch() {
    return watch;
  }

  /** What was refused because it had no published shape. */
  public synchronized List<String> misfits() {
    return List.copyOf(misfits);
  }

  /** Method and path of every request, in order. */
  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      byte[] body = exchange.getRequestBody().readAllBytes();
      Mood now = awaited(request);
      switch (now) {
        case SLOW -> {}
        case FAILING -> send(exchange, 500, object("error", "broken"));
        case GARBAGE -> send(exchange, 200, "<html>yes</html>".getBytes(StandardCharsets.UTF_8));
        case STRANGE -> send(exchange, 200, object("error", "yes"));
        case FINE, LENGTHY, LOSING -> {
          watch().before(request);
          Said said = said(request, headers(exchange), body);
          watch().after(request);
          if (now != Mood.LOSING) {
            send(exchange, said.status(), padded(said.body().canonical(), now));
          }
        }
      }
    }
  }

  private synchronized Mood awaited(String request) {
    requests.add(request);
    Mood found = mood;
    while (mood == Mood.SLOW) {
      try {
        wait();
      } catch (InterruptedException _) {
        return Mood.SLOW;
      }
    }
    mood = mood == Mood.LOSING ? Mood.FINE : mood;
    return found;
  }

  private synchronized Said said(String request, Map<String, String> headers, byte[] body) {
    try {
      return answers.answer(request, headers, parsed(request, body));
    } catch (Misfit misfit) {
      String why = String.valueOf(misfit.getMessage());
      misfits.add(request + ": " + why);
      return new Said(
          400, object(Map.of("error", new Json.Text("misfit"), "details", new Json.Text(why))));
    }
  }

  private static Json.Members parsed(String request, byte[] body) {
    if (request.startsWith("GET ") && body.length == 0) {
      return object(Map.of());
    }
    if (Json.parse(body) instanceof Json.Parsed.Read(Json.Members members)) {
      return members;
    }
    throw new Misfit("the body is no JSON object");
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(lower(name), String.join(",", values)));
    return headers;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static byte[] padded(byte[] body, Mood mood) {
    if (mood != Mood.LENGTHY) {
      return body;
    }
    ByteArrayOutputStream longer = new ByteArrayOutputStream();
    longer.writeBytes(body);
    longer.writeBytes(" ".repeat(LENGTHY).getBytes(StandardCharsets.UTF_8));
    return longer.toByteArray();
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] object(String name, String text) {
    return object(Map.of(name, new Json.Text(text))).canonical();
  }

  static Json.Members object(Map<String, Json> members) {
    return new Json.Members(new TreeMap<>(members));
  }

  /** Stops answering. */
  @Override
  public void close() {
    become(Mood.FINE);
    server.stop(0);
    threads.shutdownNow();
  }
}
