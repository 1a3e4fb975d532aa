package dev.throughline.server.people;

import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

/**
 * Asks the provider for its addresses and keys, but not as often as strangers would like: every
 * token that names a key nobody knows would otherwise be one request to the provider.
 */
final class ProviderCalls implements ClientHttpRequestInterceptor {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
  private static final String ALL = "";

  private final Buckets calls;

  private ProviderCalls(Buckets calls) {
    this.calls = calls;
  }

  static RestTemplate limitedBy(Buckets calls) {
    SimpleClientHttpRequestFactory plain = new SimpleClientHttpRequestFactory();
    plain.setConnectTimeout(CONNECT_MAX);
    plain.setReadTimeout(ANSWER_MAX);
    RestTemplate rest = new RestTemplate(plain);
    rest.getInterceptors().add(new ProviderCalls(calls));
    return rest;
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    if (calls.take(ALL).isPresent()) {
      throw new IOException("the provider was asked often enough");
    }
    return execution.execute(request, body);
  }
}
