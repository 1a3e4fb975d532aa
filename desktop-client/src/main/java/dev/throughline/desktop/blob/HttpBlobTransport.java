package dev.throughline.desktop.blob;

import dev.throughline.desktop.sync.Credentials;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Compression;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The routes under {@code /blobs/v1} over HTTP. A part may take as long as it needs while bytes
 * move; when none did for a while, the way is given up.
 */
public final class HttpBlobTransport implements BlobTransport {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

  /** How often it is looked whether bytes move, and how often in a row they may not have. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final int STILL_MAX = 10;

  private static final long RETRY_AFTER_MILLIS_MAX = 3_600_000;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final String ROUTES = "/blobs/v1/";
  private static final String SESSIONS = "sessions";
  private static final String CONTENT = "/content";
  private static final String BEARER = "Bearer ";
  private static final int OK = 200;
  private static final int SUCCESS_END = 300;
  private static final int UNAUTHORIZED = 401;
  private static final int SERVER_BUSY = 429;
  private static final int SERVER_ERROR = 500;
  private static final int NOT_IMPLEMENTED = 501;

  private final URI server;
  private final Credentials credentials;
  private final Supplier<Optional<WorkspaceId>> workspace;
  private final HttpClient http;

  /**
   * To a workspace of a server.
   *
   * @param workspace the one that is meant now; empty for the server's first
   */
  public HttpBlobTransport(
      URI server, Credentials credentials, Supplier<Optional<WorkspaceId>> workspace) {
    this.server = server;
    this.credentials = credentials;
    this.workspace = workspace;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .build();
  }

  @Override
  public Reply<Opened> open(BlobKey key, DeviceId device, Optional<BlobManifest> manifest) {
    return message(post(SESSIONS, BlobMessages.open(key, device, manifest)), BlobMessages::opened);
  }

  @Override
  public Reply<Boolean> put(String session, int index, byte[] part, int from, String digest) {
    Moved moved = Moved.sending(part, from);
    HttpRequest.Builder request =
        request(SESSIONS + "/" + session + "/parts/" + index)
            .PUT(
                from == part.length
                    ? BodyPublishers.noBody()
                    : BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(moved::reading), part.length - from));
    named(request, part.length, from, digest);
    try {
      return send(request, moved, Protocol.MESSAGE_BYTES_MAX, _ -> true);
    } finally {
      moved.release();
    }
  }

  /** Under different names, so that a rest never passes for a whole part. */
  private static void named(HttpRequest.Builder request, int length, int from, String digest) {
    String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));
    String sha256 = "sha-256=:" + base64 + ":";
    if (from == 0) {
      request.header("Content-Digest", sha256);
    } else {
      String rest = from == length ? "*" : from + "-" + (length - 1);
      request
          .header("Repr-Digest", sha256)
          .header(Moved.CONTENT_RANGE, "bytes " + rest + "/" + length);
    }
  }

  @Override
  public Reply<Standing> complete(String session, BlobManifest manifest) {
    return message(
        post(SESSIONS + "/" + session + "/complete", BlobMessages.of(manifest)),
        BlobMessages::standing);
  }

  @Override
  public Reply<Standing> standing(BlobKey key) {
    return message(request(path(key)).GET(), BlobMessages::standing);
  }

  @Override
  public Reply<BlobManifest> manifest(BlobKey key) {
    return message(request(path(key) + "/manifest").GET(), BlobMessages::manifest);
  }

  @Override
  public Reply<Boolean> read(BlobKey key, long from, Coming into) {
    if (into.isWhole()) {
      return new Reply.Ok<>(true);
    }
    String range = (from + into.came()) + "-" + (from + into.length() - 1);
    HttpRequest.Builder request =
        request(path(key) + CONTENT)
            .setHeader("Accept", "*/*")
            .setHeader("Accept-Encoding", "identity")
            .header("Range", "bytes=" + range)
            .GET();
    Moved moved = Moved.taking(into, range);
    Reply<Boolean> reply = send(request, moved, Protocol.MESSAGE_BYTES_MAX, _ -> true);
    moved.release();
    return reply instanceof Reply.Ok && !into.isWhole()
        ? new Reply.Unreachable<>("a stretch was cut", 0)
        : reply;
  }

  private static String path(BlobKey key) {
    return "records/" + key.record() + "/" + key.role().wireName();
  }

  private HttpRequest.Builder post(String path, Value message) {
    return request(path)
        .header("Content-Type", Encoding.CBOR.mediaType())
        .header("Content-Encoding", "zstd")
        .POST(
            BodyPublishers.ofByteArray(
                Compression.compress(WireFormat.VALUE.encode(message, Encoding.CBOR))));
  }

  private HttpRequest.Builder request(String path) {
    String query = workspace.get().map(id -> "?workspace=" + id).orElse("");
    return HttpRequest.newBuilder(server.resolve(ROUTES + path + query))
        .header("Accept", Encoding.CBOR.mediaType())
        .header("Accept-Encoding", "zstd");
  }

  private <T> Reply<T> message(HttpRequest.Builder request, Function<Value, T> read) {
    return send(
        request,
        Moved.messages(),
        Protocol.MESSAGE_BYTES_MAX,
        response -> read.apply(WireFormat.VALUE.decode(plain(response), Encoding.CBOR)));
  }

  private <T> Reply<T> send(
      HttpRequest.Builder request,
      Moved moved,
      int bytesMax,
      Function<HttpResponse<byte[]>, T> read) {
    try {
      Optional<String> token = credentials.token(server);
      HttpResponse<byte[]> response = exchange(signed(request, token), moved, bytesMax);
      if (response.statusCode() == UNAUTHORIZED && token.isPresent()) {
        Optional<String> fresh = credentials.renewed(server, token.get());
        if (fresh.equals(token)) {
          return new Reply.Unreachable<>("identity provider", 0);
        }
        response = fresh.isEmpty() ? response : exchange(signed(request, fresh), moved, bytesMax);
      }
      return response.statusCode() >= OK && response.statusCode() < SUCCESS_END
          ? new Reply.Ok<>(read.apply(response))
          : failed(response);
    } catch (IOException | MalformedMessage e) {
      return new Reply.Unreachable<>(e.getClass().getSimpleName(), 0);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Reply.Unreachable<>("stopped", 0);
    }
  }

  private static HttpRequest signed(HttpRequest.Builder request, Optional<String> token) {
    token.ifPresent(bearer -> request.setHeader("Authorization", BEARER + bearer));
    return request.build();
  }

  private HttpResponse<byte[]> exchange(HttpRequest request, Moved moved, int bytesMax)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> coming =
        http.sendAsync(request, moved.counting(bytesMax));
    long before = -1;
    int still = 0;
    while (true) {
      try {
        return coming.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        still = moved.count() == before ? still + 1 : 0;
        before = moved.count();
        if (still == STILL_MAX) {
          coming.cancel(true);
          throw new HttpTimeoutException("nothing moved");
        }
      } catch (InterruptedException e) {
        coming.cancel(true);
        throw e;
      } catch (ExecutionException e) {
        throw new IOException(e.getCause() == null ? e : e.getCause());
      }
    }
  }

  private static byte[] plain(HttpResponse<byte[]> response) {
    boolean zstd =
        response.headers().firstValue("Content-Encoding").filter("zstd"::equals).isPresent();
    return zstd
        ? Compression.decompress(response.body(), Protocol.MESSAGE_BYTES_MAX)
        : response.body();
  }

  private static <T> Reply<T> failed(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == SERVER_BUSY || (status >= SERVER_ERROR && status != NOT_IMPLEMENTED)) {
      return new Reply.Unreachable<>("status " + status, retryAfterMillis(response));
    }
    try {
      if (WireFormat.VALUE.decode(plain(response), Encoding.JSON)
          instanceof Value.Entries(var members)) {
        FieldMap problem = new FieldMap(members);
        return new Reply.Refused<>(problem.text("code"), problem.text("detail"));
      }
    } catch (MalformedMessage _) {
      // Not one of our servers answered; the status is all there is.
    }
    return new Reply.Refused<>("HTTP-" + status, "The server answered with status " + status + ".");
  }

  private static long retryAfterMillis(HttpResponse<?> response) {
    String asked = response.headers().firstValue("Retry-After").orElse("").strip();
    return SECONDS.matcher(asked).matches()
        ? Math.min(Long.parseLong(asked) * 1_000, RETRY_AFTER_MILLIS_MAX)
        : 0;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
