package dev.throughline.server.notice;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * A POST of JSON, signed over its bytes with HMAC-SHA256 (RFC 2104). Only an answer of 200 to 299
 * counts as taken; redirects are not followed.
 */
final class WebhookChannel implements Channel {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String ALGORITHM = "HmacSHA256";

  private final URI url;
  private final SecretKeySpec key;
  private final HttpClient client;
  private final JsonMapper mapper = new JsonMapper();

  /** The fields receivers find, in this order. */
  private record Body(String id, Notice.Kind kind, String handoff, String at, String text) {}

  WebhookChannel(NoticeSettings.Webhook settings, HttpClient client) {
    this.url = URI.create(settings.url());
    this.key = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.client = client;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Optional<String> deliver(Notice notice) {
    try {
      HttpResponse<InputStream> answer =
          client.send(request(notice), HttpResponse.BodyHandlers.ofInputStream());
      // Nothing of the body is read, or a slow one would hold us beyond the limit.
      answer.body().close();
      int status = answer.statusCode();
      return status / 100 == 2 ? Optional.empty() : Optional.of("it answers " + status);
    } catch (HttpTimeoutException _) {
      return Optional.of("it does not answer within %s seconds".formatted(LIMIT.toSeconds()));
    } catch (IOException _) {
      return Optional.of("it cannot be reached");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.of("the server stops");
    }
  }

  private HttpRequest request(Notice notice) {
    byte[] body = mapper.writeValueAsBytes(body(notice));
    return HttpRequest.newBuilder(url)
        .timeout(LIMIT)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", notice.id())
        .header("X-Throughline-Signature", "sha256=" + signature(body))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private static Body body(Notice notice) {
    return new Body(
        notice.id(),
        notice.kind(),
        notice.handoff().toString(),
        notice.at().toString(),
        notice.text());
  }

  private String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
