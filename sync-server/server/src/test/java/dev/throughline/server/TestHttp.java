package dev.throughline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.sync.Protocol;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Codec;
import dev.throughline.model.wire.Compression;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Plain HTTP to a test server, in one encoding, compressed when it is CBOR. */
public final class TestHttp {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String url;
  private final Encoding encoding;
  private final String token;

  public TestHttp(int port, Encoding encoding) {
    this(port, encoding, "");
  }

  /** With a bearer token on every request; empty for none. */
  public TestHttp(int port, Encoding encoding, String token) {
    this.url = "http://127.0.0.1:" + port;
    this.encoding = encoding;
    this.token = token;
  }

  /** What came back. */
  public record Answer(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public <T> T read(Codec<T> codec) {
      assertThat(status())
          .as(() -> new String(response.body(), StandardCharsets.UTF_8))
          .isEqualTo(200);
      Encoding encoding =
          header("Content-Type").equals(Encoding.CBOR.mediaType()) ? Encoding.CBOR : Encoding.JSON;
      return codec.decode(plain(), encoding);
    }

    /** The body without compression. */
    public byte[] plain() {
      return header("Content-Encoding").equals("zstd")
          ? Compression.decompress(response.body(), Protocol.MESSAGE_BYTES_MAX)
          : response.body();
    }

    /** The members of a problem document. */
    public Map<String, Value> problem() {
      assertThat(header("Content-Type")).isEqualTo("application/problem+json");
      Value document = WireFormat.VALUE.decode(response.body(), Encoding.JSON);
      assertThat(document).isInstanceOf(Value.Entries.class);
      return ((Value.Entries) document).values();
    }

    public String code() {
      return problem().get("code") instanceof Value.Text(String code) ? code : "";
    }
  }

  public <T> Answer post(String path, Codec<T> codec, T message) {
    byte[] body = codec.encode(message, encoding);
    HttpRequest.Builder request = request(path).header("Content-Type", encoding.mediaType());
    if (encoding == Encoding.CBOR) {
      request.header("Content-Encoding", "zstd").header("Accept-Encoding", "zstd");
      body = Compression.compress(body);
    }
    return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  public Answer get(String path) {
    HttpRequest.Builder request = request(path).header("Accept", encoding.mediaType());
    return send(encoding == Encoding.CBOR ? request.header("Accept-Encoding", "zstd") : request);
  }

  /** A request with headers of the test's own. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
