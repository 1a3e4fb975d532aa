package dev.throughline.server.people;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

/**
 * Asks the provider for its addresses and keys, but not as often as strangers would like: every
 * token that names a key nobody knows would otherwise be one request to the provider. What is asked
 * {@link #together} is not counted.
 */
final class ProviderCalls implements ClientHttpRequestInterceptor {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
  private static final String ALL = "";
  private static final ScopedValue<Boolean> TOGETHER = ScopedValue.newInstance();

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

  /**
   * Several calls that are of no use one by one, and so are let through as a whole; how often is
   * for the caller to limit.
   */
  static <T> T together(Supplier<T> calls) {
    return ScopedValue.where(TOGETHER, true).call(calls::get);
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    if (!TOGETHER.isBound() && calls.take(ALL).isPresent()) {
      throw new IOException("the provider was asked often enough");
    }
    return execution.execute(request, body);
  }
}
