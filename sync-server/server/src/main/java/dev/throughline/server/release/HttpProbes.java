package dev.throughline.server.release;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks addresses with GET. Only hosts that the operator has named are asked: an address stands in a
 * record, and people who write records must not send this server wherever they like.
 */
@Component
final class HttpProbes implements Probes {
  static final Duration LIMIT = Duration.ofSeconds(10);

  private final Set<String> hosts;
  private final HttpClient http;

  HttpProbes(ReleaseSettings settings) {
    this.hosts = Set.copyOf(settings.probeHosts());
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Said ask(String address) {
    if (!hosts.contains(Probes.host(address))) {
      return new Said.NotAsked();
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.strip())).timeout(LIMIT).build();
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      // Never read: one that does not end would hold this up past every limit.
      answer.body().close();
      int status = answer.statusCode();
      return status / 100 == 2
          ? new Said.Well("HTTP " + status)
          : new Said.Unwell("HTTP " + status);
    } catch (IOException _) {
      return new Said.Unwell("no answer");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Said.Unwell("interrupted");
    }
  }
}
