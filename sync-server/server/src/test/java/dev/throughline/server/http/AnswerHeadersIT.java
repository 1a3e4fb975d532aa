package dev.throughline.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.wire.Encoding;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every answer says that it is not to be kept, guessed, framed or run. */
class AnswerHeadersIT {
  private final TestHttp http = new TestHttp(TestServers.shared().port(), Encoding.JSON);

  /** Requests by the status they end with. */
  private Map<HttpRequest.Builder, Integer> requests() {
    Map<HttpRequest.Builder, Integer> requests = new LinkedHashMap<>();
    requests.put(http.request("/sync/v1/pull"), 200);
    requests.put(http.request("/openapi.yaml"), 200);
    requests.put(http.request("/actuator/health"), 200);
    requests.put(http.request("/actuator/prometheus"), 200);
    requests.put(http.request("/nothing/here"), 404);
    requests.put(http.request("/actuator/env"), 404);
    requests.put(http.request("/error"), 404);
    requests.put(http.request("/sync//v1/pull"), 400);
    requests.put(http.request("/sync/v1/pull?after=x"), 400);
    requests.put(http.request("/sync/v1/pull").PUT(BodyPublishers.noBody()), 405);
    requests.put(http.request("/sync/v1/pull").header("Origin", "http://evil.example"), 403);
    requests.put(http.request("/sync/v1/pull").header("Accept", "text/html"), 406);
    for (String path : new String[] {"hello", "push", "rescue?study=x"}) {
      HttpRequest.Builder post = http.request("/sync/v1/" + path);
      requests.put(post.header("Content-Type", "application/json").POST(empty()), 400);
    }
    return requests;
  }

  private static HttpRequest.BodyPublisher empty() {
    return BodyPublishers.ofString("{");
  }

  @Test
  void onceEachOnErrorsToo() {
    for (Map.Entry<HttpRequest.Builder, Integer> one : requests().entrySet()) {
      TestHttp.Answer answer = http.send(one.getKey());
      String name = answer.response().request().method() + " " + answer.response().uri();
      assertThat(answer.status()).as(name).isEqualTo(one.getValue());
      Map<String, String> wanted =
          Map.of(
              "Cache-Control", "no-store",
              "X-Content-Type-Options", "nosniff",
              "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
              "Referrer-Policy", "no-referrer");
      wanted.forEach(
          (header, value) ->
              assertThat(answer.response().headers().allValues(header))
                  .as(name + " " + header)
                  .containsExactly(value));
      assertThat(answer.response().headers().map())
          .as("only where there is TLS")
          .doesNotContainKey("strict-transport-security")
          .doesNotContainKeys("server", "x-powered-by");
    }
  }
}
