package dev.throughline.desktop.sync;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.DeviceList;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.NewWorkspace;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.RecordHistory;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.sync.WorkspaceList;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Codec;
import dev.throughline.model.wire.Compression;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sync protocol over HTTP: CBOR in zstd, hints as server-sent events. */
public final class HttpSyncTransport implements SyncTransport {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

  /** A compressed body larger than a message may be is given up. */
  private static final HttpResponse.BodyHandler<byte[]> BODY =
      HttpResponse.BodyHandlers.limiting(
          HttpResponse.BodyHandlers.ofByteArray(), Protocol.MESSAGE_BYTES_MAX);

  private static final Pattern HINT = Pattern.compile("data:.*\"head\":\\s*(\\d{1,18})\\D.*");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final String SIGN_IN = "SRV-16";

  /** Another hello tells of the new rights; until then nothing can be pulled. */
  private static final String RIGHTS_CHANGED = "SRV-18";

  private static final String BEARER = "Bearer ";
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int UNAUTHORIZED = 401;
  private static final int SERVER_BUSY = 429;
  private static final int SERVER_ERROR = 500;

  private final URI server;
  private final Credentials credentials;
  private final Supplier<Optional<WorkspaceId>> workspace;
  private final HttpClient http;

  /** To a server where nobody signs in. */
  public HttpSyncTransport(URI server) {
    this(server, Credentials.NONE);
  }

  /** To the first workspace of a server. */
  public HttpSyncTransport(URI server, Credentials credentials) {
    this(server, credentials, Optional::empty);
  }

  /**
   * To a workspace of a server.
   *
   * @param workspace the one that is meant now; empty for the server's first
   */
  public HttpSyncTransport(
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
  public Reply<Welcome> hello(Hello hello) {
    return send(
        post("/sync/v1/hello", WireFormat.HELLO.encode(hello, Encoding.CBOR)), WireFormat.WELCOME);
  }

  @Override
  public Reply<PushAnswer> push(Push push) {
    return send(
        post("/sync/v1/push", WireFormat.PUSH.encode(push, Encoding.CBOR)), WireFormat.PUSH_ANSWER);
  }

  @Override
  public Reply<PushAnswer> rescue(RecordId study, Push unsent) {
    return send(
        post("/sync/v1/rescue?study=" + study, WireFormat.PUSH.encode(unsent, Encoding.CBOR)),
        WireFormat.PUSH_ANSWER);
  }

  @Override
  public Reply<PullAnswer> pull(long after, String chain, String standing) {
    return send(pullRequest(after, chain, standing), WireFormat.PULL_ANSWER);
  }

  @Override
  public Supplier<Reply<PullAnswer>> pullAhead(long after, String chain, String standing) {
    CompletableFuture<Reply<PullAnswer>> coming =
        http.sendAsync(signed(pullRequest(after, chain, standing)).build(), BODY)
            .thenApply(response -> answered(response, WireFormat.PULL_ANSWER));
    return () -> {
      Reply<PullAnswer> came = await(coming);
      boolean isOver = came instanceof Reply.Refused<?>(String code, _) && code.equals(SIGN_IN);
      return isOver ? pull(after, chain, standing) : came;
    };
  }

  private static <T> Reply<T> await(CompletableFuture<Reply<T>> coming) {
    try {
      return coming.get();
    } catch (ExecutionException e) {
      return unreachable(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException _) {
      coming.cancel(true);
      return stopped();
    }
  }

  private HttpRequest.Builder pullRequest(long after, String chain, String standing) {
    String query =
        "?after="
            + after
            + (chain.isEmpty() ? "" : "&chain=" + chain)
            + (standing.isEmpty() ? "" : "&standing=" + standing)
            + named("&");
    return request("/sync/v1/pull" + query).GET();
  }

  @Override
  public Reply<RecordHistory> history(RecordId record, long before, int limit) {
    String query = "?record=" + record + "&before=" + before + "&limit=" + limit + named("&");
    return send(request("/sync/v1/history" + query).GET(), WireFormat.RECORD_HISTORY);
  }

  @Override
  public Reply<WorkspaceList> workspaces() {
    return send(request("/sync/v1/workspaces").GET(), WireFormat.WORKSPACE_LIST);
  }

  @Override
  public Reply<WorkspaceList> makeWorkspace(NewWorkspace made) {
    return send(
        post("/sync/v1/workspaces", WireFormat.NEW_WORKSPACE.encode(made, Encoding.CBOR)),
        WireFormat.WORKSPACE_LIST);
  }

  @Override
  public Reply<DeviceList> devices() {
    return send(request("/sync/v1/devices" + named("?")).GET(), WireFormat.DEVICE_LIST);
  }

  @Override
  public Reply<DeviceList> endDevice(DeviceId device) {
    return send(
        request("/sync/v1/devices/end?device=" + device + named("&"))
            .POST(HttpRequest.BodyPublishers.noBody()),
        WireFormat.DEVICE_LIST);
  }

  @Override
  public Reply<Value> call(RouteCall call) {
    String path = call.path() + named(call.path().contains("?") ? "&" : "?");
    HttpRequest.Builder request =
        call.message()
            .map(message -> post(path, WireFormat.VALUE.encode(message, Encoding.CBOR)))
            .orElseGet(() -> request(path));
    if (!call.isPost()) {
      request.GET();
    } else if (call.message().isEmpty()) {
      request.POST(HttpRequest.BodyPublishers.noBody());
    }
    call.key().ifPresent(key -> request.header("Idempotency-Key", key));
    return send(request, WireFormat.VALUE);
  }

  private String named(String mark) {
    return workspace.get().map(id -> mark + "workspace=" + id).orElse("");
  }

  @Override
  public void listen(Runnable connected, LongConsumer head) {
    HttpRequest request =
        signed(
                HttpRequest.newBuilder(server.resolve("/sync/v1/events" + named("?")))
                    .header("Accept", "text/event-stream")
                    .GET())
            .build();
    try {
      HttpResponse<Stream<String>> response =
          http.send(request, HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = response.body()) {
        if (response.statusCode() == OK) {
          connected.run();
          lines
              .map(HINT::matcher)
              .filter(Matcher::matches)
              .forEach(hint -> head.accept(Long.parseLong(hint.group(1))));
        }
      }
    } catch (IOException | java.io.UncheckedIOException _) {
      // The loop listens again; a lost hint costs nothing but time.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest.Builder post(String path, byte[] message) {
    return request(path)
        .header("Content-Type", Encoding.CBOR.mediaType())
        .header("Content-Encoding", "zstd")
        .POST(HttpRequest.BodyPublishers.ofByteArray(Compression.compress(message)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(ANSWER_MAX)
        .header("Accept", Encoding.CBOR.mediaType())
        .header("Accept-Encoding", "zstd");
  }

  private <T> Reply<T> send(HttpRequest.Builder request, Codec<T> codec) {
    try {
      Optional<String> token = credentials.token(server);
      HttpResponse<byte[]> response = http.send(signed(request, token).build(), BODY);
      if (response.statusCode() != UNAUTHORIZED || token.isEmpty()) {
        return answered(response, codec);
      }
      Optional<String> fresh = credentials.renewed(server, token.get());
      if (fresh.equals(token)) {
        return new Reply.Unreachable<>("identity provider", 0);
      }
      return answered(
          fresh.isPresent() ? http.send(signed(request, fresh).build(), BODY) : response, codec);
    } catch (IOException e) {
      return unreachable(e);
    } catch (InterruptedException _) {
      return stopped();
    }
  }

  private HttpRequest.Builder signed(HttpRequest.Builder request) {
    return signed(request, credentials.token(server));
  }

  private static HttpRequest.Builder signed(HttpRequest.Builder request, Optional<String> token) {
    token.ifPresent(bearer -> request.setHeader("Authorization", BEARER + bearer));
    return request;
  }

  private static <T> Reply<T> unreachable(Throwable why) {
    return new Reply.Unreachable<>(why.getClass().getSimpleName(), 0);
  }

  private static <T> Reply<T> stopped() {
    Thread.currentThread().interrupt();
    return new Reply.Unreachable<>("stopped", 0);
  }

  private <T> Reply<T> answered(HttpResponse<byte[]> response, Codec<T> codec) {
    try {
      byte[] body = body(response);
      if (response.statusCode() == OK || response.statusCode() == CREATED) {
        return new Reply.Ok<>(codec.decode(body, Encoding.CBOR));
      }
      Reply<T> failed = failed(response, body);
      if (failed instanceof Reply.Refused<T>(String code, String why)
          && code.equals(Joining.DEVICE_ENDED)) {
        response
            .request()
            .headers()
            .firstValue("Authorization")
            .map(bearer -> bearer.substring(BEARER.length()))
            .ifPresent(token -> credentials.ended(server, token, why));
      }
      return failed;
    } catch (MalformedMessage e) {
      return unreachable(e);
    }
  }

  private static byte[] body(HttpResponse<byte[]> response) {
    boolean zstd =
        response.headers().firstValue("Content-Encoding").filter("zstd"::equals).isPresent();
    return zstd
        ? Compression.decompress(response.body(), Protocol.MESSAGE_BYTES_MAX)
        : response.body();
  }

  private static <T> Reply<T> failed(HttpResponse<?> response, byte[] body) {
    int status = response.statusCode();
    if (status == SERVER_BUSY || status >= SERVER_ERROR) {
      return new Reply.Unreachable<>("status " + status, retryAfterMillis(response));
    }
    try {
      if (WireFormat.VALUE.decode(body, Encoding.JSON) instanceof Value.Entries(var members)) {
        FieldMap problem = new FieldMap(members);
        return problem.text("code").equals(RIGHTS_CHANGED)
            ? new Reply.Unreachable<>(Round.RIGHTS_CHANGED.reason(), 0)
            : new Reply.Refused<>(problem.text("code"), problem.text("detail"));
      }
    } catch (MalformedMessage _) {
      // Not one of our servers answered; the status is all there is.
    }
    return new Reply.Refused<>("HTTP-" + status, "The server answered with status " + status + ".");
  }

  /** What the server asks for in seconds, within reason; a date counts as nothing asked. */
  private static long retryAfterMillis(HttpResponse<?> response) {
    String asked = response.headers().firstValue("Retry-After").orElse("").strip();
    if (!SECONDS.matcher(asked).matches()) {
      return 0;
    }
    return Math.min(Long.parseLong(asked) * 1_000, Quiet.MAX_MILLIS);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
