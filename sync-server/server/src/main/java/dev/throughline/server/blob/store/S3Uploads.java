package dev.throughline.server.blob.store;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.signing.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** Multipart uploads of a bucket. A part is in memory once, so that it can be sent again. */
final class S3Uploads {
  /** The metadata by which a version is known as what an upload became. */
  static final String UPLOAD = "throughline-upload";

  private final S3Client client;
  private final S3Place place;

  S3Uploads(S3Client client, S3Place place) {
    this.client = client;
    this.place = place;
  }

  String begin(BlobKey key, UUID id) {
    CreateMultipartUploadRequest.Builder request =
        CreateMultipartUploadRequest.builder()
            .bucket(place.bucket())
            .key(key.path())
            .contentType("application/octet-stream")
            .metadata(Map.of(UPLOAD, id.toString()));
    if (place.checksums()) {
      request.checksumAlgorithm(ChecksumAlgorithm.SHA256);
    }
    return client.createMultipartUpload(request.build()).uploadId();
  }

  PartPut put(Upload upload, int index, String digest, InputStream body) {
    byte[] bytes = read(body);
    if (bytes.length == 0 || bytes.length > BlobManifest.PART_BYTES) {
      return new PartPut.WrongLength();
    }
    if (!Sha256.hex(bytes).equals(digest)) {
      return new PartPut.WrongDigest();
    }
    try {
      client.uploadPart(
          request(upload, index, digest).contentLength((long) bytes.length).build(),
          RequestBody.fromInputStream(new ByteArrayInputStream(bytes), bytes.length));
      return new PartPut.Stored(bytes.length);
    } catch (S3Exception e) {
      if (e.statusCode() == S3Errors.NOT_FOUND) {
        return new PartPut.NoUpload();
      }
      throw e;
    }
  }

  private static byte[] read(InputStream body) {
    try {
      return body.readNBytes(BlobManifest.PART_BYTES + 1);
    } catch (IOException e) {
      throw new StoreAway(e);
    }
  }

  /** Numbers of parts begin with 1 there. */
  UploadPartRequest.Builder request(Upload upload, int index, String digest) {
    UploadPartRequest.Builder request =
        UploadPartRequest.builder()
            .bucket(place.bucket())
            .key(upload.key().path())
            .uploadId(upload.handle())
            .partNumber(index + 1);
    if (place.checksums()) {
      request.checksumSHA256(base64(digest));
    }
    return request;
  }

  static String base64(String digest) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));
  }

  /** The parts in order; empty when there is no such upload. */
  Optional<List<Part>> list(Upload upload) {
    try {
      return Optional.of(
          client
              .listPartsPaginator(
                  request ->
                      request
                          .bucket(place.bucket())
                          .key(upload.key().path())
                          .uploadId(upload.handle()))
              .parts()
              .stream()
              .toList());
    } catch (S3Exception e) {
      if (e.statusCode() == S3Errors.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  static StoredPart stored(Part part) {
    return new StoredPart(part.partNumber() - 1, part.size(), digest(part.checksumSHA256()));
  }

  private static Optional<String> digest(@Nullable String base64) {
    return Optional.ofNullable(base64)
        .map(text -> HexFormat.of().formatHex(Base64.getDecoder().decode(text)));
  }

  CompletedPart completed(Part part) {
    CompletedPart.Builder completed =
        CompletedPart.builder().partNumber(part.partNumber()).eTag(part.eTag());
    return place.checksums()
        ? completed.checksumSHA256(part.checksumSHA256()).build()
        : completed.build();
  }

  void abort(Upload upload) {
    try {
      client.abortMultipartUpload(
          request ->
              request.bucket(place.bucket()).key(upload.key().path()).uploadId(upload.handle()));
    } catch (S3Exception e) {
      if (e.statusCode() != S3Errors.NOT_FOUND) {
        throw e;
      }
    }
  }
}
