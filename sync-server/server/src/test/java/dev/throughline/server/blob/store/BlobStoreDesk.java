package dev.throughline.server.blob.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.signing.Sha256;
import dev.throughline.server.played.MovedClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A place for blobs, with what tests of it do all the time. */
abstract class BlobStoreDesk {
  static final int LAST_BYTES = 1_000;

  /** Parts of the usual length are dear; these are made once. */
  static final byte[] FULL = bytes(1, BlobManifest.PART_BYTES);

  static final byte[] OTHER = bytes(2, BlobManifest.PART_BYTES);

  /** From now, because services go by their own. */
  final MovedClock clock = new MovedClock(Instant.now());

  final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
  final BlobKey key = key(workspace);

  /** The store, as if by another process each time. */
  abstract BlobStore store();

  /** Asks a ticket for something by HTTP; the status. */
  abstract int redeemed(Ticket ticket, Optional<byte[]> body) throws Exception;

  /** Whether one of several calls at once comes first; a fault of some that none does. */
  boolean ordersCalls() {
    return true;
  }

  /** Whether a version that is gone is told of as if it were there; a fault of some. */
  boolean remembersDeleted() {
    return false;
  }

  static BlobKey key(WorkspaceId workspace) {
    return new BlobKey(workspace, new RecordId(UUID.randomUUID()), "original");
  }

  static byte[] bytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static BlobManifest manifest(byte[]... parts) {
    return new BlobManifest(
        Arrays.stream(parts).mapToLong(part -> part.length).sum(),
        Arrays.stream(parts).map(Sha256::hex).toList());
  }

  void needs(Capability capability) {
    assumeTrue(
        store().capabilities().contains(capability),
        getClass().getSimpleName() + " lacks " + capability);
  }

  PartPut put(Upload upload, int index, byte[] part) {
    return store().put(upload, index, Sha256.hex(part), new ByteArrayInputStream(part));
  }

  Upload begun(BlobKey of) {
    return store().begin(of, UUID.randomUUID());
  }

  BlobVersion stored(BlobKey of, byte[]... parts) {
    Upload upload = begun(of);
    for (int i = 0; i < parts.length; i++) {
      assertThat(put(upload, i, parts[i])).isEqualTo(new PartPut.Stored(parts[i].length));
    }
    return version(store().complete(upload, manifest(parts), false));
  }

  static BlobVersion version(Completion completion) {
    assertThat(completion).isInstanceOf(Completion.Done.class);
    return ((Completion.Done) completion).version();
  }

  byte[] read(BlobVersion version, long from, long length) throws IOException {
    try (InputStream in = store().read(version, from, length)) {
      return in.readAllBytes();
    }
  }

  static byte[] joined(byte[]... parts) {
    byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  static void isThat(StoredPart part, byte[] bytes) {
    assertThat(part.length()).isEqualTo(bytes.length);
    assertThat(part.digest().orElse(Sha256.hex(bytes))).isEqualTo(Sha256.hex(bytes));
  }

  /** How many small parts show that all are listed. */
  int manyParts() {
    return 1_003;
  }

  /** A ticket that was good once. */
  abstract Ticket expired(BlobVersion version) throws Exception;

  static Ticket tampered(Ticket ticket) {
    int at = ticket.url().length() - 5;
    char other = ticket.url().charAt(at) == 'a' ? 'b' : 'a';
    String url = ticket.url().substring(0, at) + other + ticket.url().substring(at + 1);
    return new Ticket(url, ticket.headers(), ticket.until());
  }

  <T> List<T> together(Callable<T> call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(ordersCalls() ? 4 : 1)) {
      List<T> answers = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(Collections.nCopies(4, call))) {
        answers.add(one.get());
      }
      return answers.stream().distinct().toList();
    }
  }

  /** Asks with a ticket over HTTP; the status. */
  static int redeemedOverHttp(Ticket ticket, Optional<byte[]> body) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ticket.url()));
    ticket.headers().entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("content-length"))
        .forEach(header -> request.header(header.getKey(), header.getValue()));
    body.ifPresent(bytes -> request.PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
