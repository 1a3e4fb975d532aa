package dev.throughline.server.outside;

import dev.throughline.model.signing.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** Sends one call once, and waits for its answer no longer than it may take. */
final class Wire implements AutoCloseable {
  /** Longest answer that is read, in bytes. */
  static final int ANSWER_BYTES_MAX = 256 * 1024;

  static final String STOPPING = "this server is stopping";

  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final String url;
  private final Duration limit;
  private volatile HttpClient http;

  /** There is no answer that could be read. */
  static final class Silence extends Exception {
    private static final long serialVersionUID = 1;

    Silence(String why) {
      super(why, null, false, false);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  Wire(OutsideSystem system, SslBundles bundles) {
    this.url = system.url().replaceAll("/+$", "");
    this.limit = system.patience().limit();
    if (system.sslBundle().isEmpty()) {
      this.http = client().build();
      return;
    }
    String bundle = system.sslBundle().get();
    this.http = client(bundles.getBundle(bundle));
    bundles.addBundleUpdateHandler(bundle, this::renew);
  }

  private HttpClient.Builder client() {
    return HttpClient.newBuilder().connectTimeout(limit).followRedirects(HttpClient.Redirect.NEVER);
  }

  private HttpClient client(SslBundle bundle) {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3"});
    return client().sslContext(bundle.createSslContext()).sslParameters(parameters).build();
  }

  /** What is under way ends with the old certificate. */
  private void renew(SslBundle bundle) {
    HttpClient old = http;
    http = client(bundle);
    old.shutdown();
  }

  Reply send(Call call, String requestId) throws Silence {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(
            request(call, requestId),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
    try {
      return read(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      answer.cancel(true);
      throw new Silence(late());
    } catch (ExecutionException e) {
      throw new Silence(why(Objects.requireNonNullElse(e.getCause(), e)));
    } catch (InterruptedException _) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new Silence(STOPPING);
    }
  }

  private HttpRequest request(Call call, String requestId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + call.path()))
            .timeout(limit)
            .header("Accept", "application/json")
            .header("X-Request-Id", requestId);
    call.once().ifPresent(key -> request.header("Idempotency-Key", key));
    call.body()
        .ifPresent(
            body ->
                request
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body.canonical())));
    return request.build();
  }

  private static Reply read(HttpResponse<byte[]> response) throws Silence {
    int status = response.statusCode();
    if (status >= 500 || status / 100 == 3 || LATER.contains(status)) {
      throw new Silence("it answered with status " + status);
    }
    if (Json.parse(response.body()) instanceof Json.Parsed.Read(Json.Members body)) {
      return new Reply(status, body);
    }
    throw new Silence("its answer with status " + status + " is no JSON object");
  }

  private String why(Throwable cause) {
    return switch (cause) {
      // The connection, or the client's own limit, was a moment sooner than ours.
      case HttpTimeoutException _ -> late();
      case SSLException _ -> "no secure connection to it (%s)".formatted(name(cause));
      case IOException _ -> "no answer that could be read (%s)".formatted(name(cause));
      default -> name(cause);
    };
  }

  private String late() {
    return "no answer within " + limit.toMillis() + " ms";
  }

  private static String name(Throwable cause) {
    return cause.getClass().getSimpleName();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
