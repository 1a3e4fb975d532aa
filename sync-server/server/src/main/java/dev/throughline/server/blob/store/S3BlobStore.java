package dev.throughline.server.blob.store;

import static dev.throughline.server.blob.store.S3Errors.answered;

import dev.throughline.model.blob.BlobManifest;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedUploadPartRequest;

/**
 * Blobs in a bucket of S3 with versions and object lock. The service role needs no right to pass
 * over locks, and none is ever asked for.
 */
public final class S3BlobStore implements BlobStore, AutoCloseable {
  private final S3Place place;
  private final S3Client client;
  private final S3Presigner presigner;
  private final S3Uploads uploads;
  private final S3Versions versions;
  private final InstantSource clock;

  private S3BlobStore(S3Place place, InstantSource clock) {
    this.place = place;
    this.client = S3Clients.client(place);
    this.presigner = S3Clients.presigner(place);
    this.uploads = new S3Uploads(client, place);
    this.versions = new S3Versions(client, place);
    this.clock = clock;
  }

  /** A bucket, which is not asked yet; see {@link #problem}. */
  public static S3BlobStore open(S3Place place, InstantSource clock) {
    return new S3BlobStore(place, clock);
  }

  /** Why the bucket cannot be used; empty when it has versions and object lock. */
  public Optional<String> problem() {
    return answered(
        () -> {
          try {
            boolean hasVersions =
                client.getBucketVersioning(request -> request.bucket(place.bucket())).status()
                    == BucketVersioningStatus.ENABLED;
            boolean hasLock =
                client
                        .getObjectLockConfiguration(request -> request.bucket(place.bucket()))
                        .objectLockConfiguration()
                        .objectLockEnabled()
                    == ObjectLockEnabled.ENABLED;
            return hasVersions && hasLock
                ? Optional.empty()
                : Optional.of("the bucket has no versions or no object lock");
          } catch (S3Exception e) {
            if (e.statusCode() == S3Errors.NOT_FOUND) {
              return Optional.of("there is no such bucket, or it has no object lock");
            }
            throw e;
          }
        });
  }

  @Override
  public Set<Capability> capabilities() {
    Set<Capability> all =
        new HashSet<>(Set.of(Capability.ENFORCES_LOCKS, Capability.CHECKS_TICKETS));
    if (place.checksums()) {
      all.addAll(
          Set.of(
              Capability.CHECKS_DIGESTS, Capability.CONDITIONAL_CREATE, Capability.PART_TICKETS));
    }
    return Set.copyOf(all);
  }

  @Override
  public Upload begin(BlobKey key, UUID id) {
    return answered(() -> new Upload(key, id, uploads.begin(key, id)));
  }

  @Override
  public PartPut put(Upload upload, int index, String digest, InputStream body) {
    return answered(() -> uploads.put(upload, index, digest, body));
  }

  @Override
  public List<StoredPart> parts(Upload upload) {
    return answered(
        () -> uploads.list(upload).orElse(List.of()).stream().map(S3Uploads::stored).toList());
  }

  @Override
  public Completion complete(Upload upload, BlobManifest manifest, boolean isFirst) {
    return answered(
        () -> {
          Optional<List<Part>> parts = uploads.list(upload);
          if (parts.isEmpty()) {
            return made(upload);
          }
          Optional<List<Integer>> missing =
              Parts.missing(manifest, parts.get().stream().map(S3Uploads::stored).toList());
          if (missing.isPresent()) {
            return new Completion.Missing(missing.get());
          }
          Optional<BlobVersion> before = isFirst ? latest(upload.key()) : Optional.empty();
          if (before.isPresent()) {
            return isOf(before.get(), upload)
                ? new Completion.Done(before.get())
                : new Completion.Taken(before.get());
          }
          return manifest.parts().isEmpty()
              ? empty(upload, isFirst)
              : joined(upload, within(manifest, parts.get()), isFirst);
        });
  }

  private static List<Part> within(BlobManifest manifest, List<Part> parts) {
    return parts.stream().filter(part -> part.partNumber() <= manifest.parts().size()).toList();
  }

  private Completion joined(Upload upload, List<Part> parts, boolean isFirst) {
    CompleteMultipartUploadRequest.Builder request =
        CompleteMultipartUploadRequest.builder()
            .bucket(place.bucket())
            .key(upload.key().path())
            .uploadId(upload.handle())
            .multipartUpload(all -> all.parts(parts.stream().map(uploads::completed).toList()));
    if (isFirst && place.checksums()) {
      request.ifNoneMatch("*");
    }
    try {
      return new Completion.Done(
          new BlobVersion(
              upload.key(), client.completeMultipartUpload(request.build()).versionId()));
    } catch (S3Exception e) {
      if (e.statusCode() == S3Errors.NOT_FOUND) {
        return made(upload);
      }
      Optional<BlobVersion> first =
          S3Errors.NOT_FIRST.contains(e.statusCode()) ? latest(upload.key()) : Optional.empty();
      if (first.isEmpty()) {
        throw e;
      }
      return isOf(first.get(), upload)
          ? new Completion.Done(first.get())
          : new Completion.Taken(first.get());
    }
  }

  /** An upload of no parts cannot be completed there. */
  private Completion empty(Upload upload, boolean isFirst) {
    uploads.abort(upload);
    String version =
        client
            .putObject(
                request -> {
                  request
                      .bucket(place.bucket())
                      .key(upload.key().path())
                      .metadata(Map.of(S3Uploads.UPLOAD, upload.id().toString()));
                  if (isFirst && place.checksums()) {
                    request.ifNoneMatch("*");
                  }
                },
                RequestBody.empty())
            .versionId();
    return new Completion.Done(new BlobVersion(upload.key(), version));
  }

  /** The version an upload has become, if it has. */
  private Completion made(Upload upload) {
    return versions(upload.key()).stream()
        .filter(version -> isOf(version, upload))
        .findFirst()
        .<Completion>map(Completion.Done::new)
        .orElseGet(Completion.NoUpload::new);
  }

  private boolean isOf(BlobVersion version, Upload upload) {
    return find(version)
        .flatMap(StoredObject::upload)
        .filter(upload.id().toString()::equals)
        .isPresent();
  }

  private Optional<BlobVersion> latest(BlobKey key) {
    List<BlobVersion> all = versions(key);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  @Override
  public void abort(Upload upload) {
    answered(
        () -> {
          uploads.abort(upload);
          return true;
        });
  }

  @Override
  public List<BlobVersion> versions(BlobKey key) {
    return answered(() -> versions.of(key));
  }

  @Override
  public Optional<StoredObject> find(BlobVersion version) {
    return answered(() -> versions.find(version));
  }

  @Override
  public InputStream read(BlobVersion version, long from, long length) {
    return length == 0
        ? InputStream.nullInputStream()
        : answered(() -> versions.read(version, from, length));
  }

  @Override
  public void keep(BlobVersion version, LockMode mode, Instant until) {
    answered(() -> versions.keep(version, mode, until));
  }

  @Override
  public void hold(BlobVersion version, boolean isHeld) {
    answered(() -> versions.hold(version, isHeld));
  }

  /** Looked at first, so that a service that knows locks and does not enforce them is bound too. */
  @Override
  public Deletion delete(BlobVersion version) {
    return answered(
        () -> {
          Optional<StoredObject> object = find(version);
          if (object.isEmpty()) {
            return new Deletion.Absent();
          }
          if (object.get().isHeld()) {
            return new Deletion.Held();
          }
          Optional<Instant> kept = object.get().keptUntil().filter(clock.instant()::isBefore);
          return kept.<Deletion>map(Deletion.Kept::new).orElseGet(() -> versions.delete(version));
        });
  }

  @Override
  public Optional<Ticket> partTicket(
      Upload upload, int index, String digest, int length, Instant until) {
    if (!place.checksums()) {
      return Optional.empty();
    }
    PresignedUploadPartRequest signed =
        presigner.presignUploadPart(
            request ->
                request
                    .signatureDuration(left(until))
                    .uploadPartRequest(
                        uploads
                            .request(upload, index, digest)
                            .contentLength((long) length)
                            .build()));
    Map<String, String> headers = new HashMap<>();
    signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("host"));
    return Optional.of(new Ticket(signed.url().toString(), headers, until));
  }

  @Override
  public Ticket readTicket(BlobVersion version, Instant until) {
    String url =
        presigner
            .presignGetObject(
                request ->
                    request
                        .signatureDuration(left(until))
                        .getObjectRequest(
                            its ->
                                its.bucket(place.bucket())
                                    .key(version.key().path())
                                    .versionId(version.name())))
            .url()
            .toString();
    return new Ticket(url, Map.of(), until);
  }

  private Duration left(Instant until) {
    return Duration.between(clock.instant(), until);
  }

  /** The tickets of a bucket are not this server's to judge. */
  @Override
  public Optional<TicketUse> redeem(String token) {
    return Optional.empty();
  }

  @Override
  public void close() {
    presigner.close();
    client.close();
  }
}
