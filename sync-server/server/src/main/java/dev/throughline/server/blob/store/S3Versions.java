package dev.throughline.server.blob.store;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Versions of a bucket and their locks. */
final class S3Versions {
  private final S3Client client;
  private final S3Place place;

  S3Versions(S3Client client, S3Place place) {
    this.client = client;
    this.place = place;
  }

  /** Oldest first; the service tells the newest first. */
  List<BlobVersion> of(BlobKey key) {
    List<BlobVersion> all = new ArrayList<>();
    for (ObjectVersion version :
        client
            .listObjectVersionsPaginator(
                request -> request.bucket(place.bucket()).prefix(key.path()))
            .versions()) {
      if (version.key().equals(key.path())) {
        all.add(new BlobVersion(key, version.versionId()));
      }
    }
    Collections.reverse(all);
    return all;
  }

  Optional<StoredObject> find(BlobVersion version) {
    return head(version).map(head -> object(version, head));
  }

  private Optional<HeadObjectResponse> head(BlobVersion version) {
    try {
      return Optional.of(
          client.headObject(
              request ->
                  request
                      .bucket(place.bucket())
                      .key(version.key().path())
                      .versionId(version.name())));
    } catch (S3Exception e) {
      if (S3Errors.ABSENT.contains(e.statusCode())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static StoredObject object(BlobVersion version, HeadObjectResponse head) {
    return new StoredObject(
        version,
        head.contentLength(),
        Optional.ofNullable(head.metadata().get(S3Uploads.UPLOAD)),
        Optional.ofNullable(head.objectLockRetainUntilDate()),
        head.objectLockLegalHoldStatus() == ObjectLockLegalHoldStatus.ON);
  }

  InputStream read(BlobVersion version, long from, long length) {
    return client.getObject(
        request ->
            request
                .bucket(place.bucket())
                .key(version.key().path())
                .versionId(version.name())
                .range("bytes=" + from + "-" + (from + length - 1)));
  }

  /** Never shorter than before; whether something changed. */
  boolean keep(BlobVersion version, LockMode mode, Instant until) {
    boolean isKept =
        head(version)
            .map(HeadObjectResponse::objectLockRetainUntilDate)
            .filter(before -> !before.isBefore(until))
            .isPresent();
    if (!isKept) {
      client.putObjectRetention(
          request ->
              request
                  .bucket(place.bucket())
                  .key(version.key().path())
                  .versionId(version.name())
                  .retention(
                      its ->
                          its.mode(ObjectLockRetentionMode.valueOf(mode.name()))
                              .retainUntilDate(until)));
    }
    return !isKept;
  }

  /** What it is now. */
  boolean hold(BlobVersion version, boolean isHeld) {
    client.putObjectLegalHold(
        request ->
            request
                .bucket(place.bucket())
                .key(version.key().path())
                .versionId(version.name())
                .legalHold(
                    its ->
                        its.status(
                            isHeld
                                ? ObjectLockLegalHoldStatus.ON
                                : ObjectLockLegalHoldStatus.OFF)));
    return isHeld;
  }

  /** Deletes it, unless the service says that it is locked. */
  Deletion delete(BlobVersion version) {
    try {
      client.deleteObject(
          request ->
              request.bucket(place.bucket()).key(version.key().path()).versionId(version.name()));
      return new Deletion.Done();
    } catch (S3Exception e) {
      if (e.statusCode() == S3Errors.FORBIDDEN) {
        return new Deletion.Held();
      }
      throw e;
    }
  }
}
