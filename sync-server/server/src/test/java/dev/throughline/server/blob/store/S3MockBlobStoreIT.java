package dev.throughline.server.blob.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * S3 as S3Mock plays it: it checks digests and conditional writes. Neither locks nor signatures are
 * enforced there, so those cases are skipped.
 */
class S3MockBlobStoreIT extends BlobStoreContract {
  private static S3BlobStore bucket;
  private static S3Place place;

  @BeforeAll
  static void start() throws Exception {
    Optional<URI> endpoint = S3MockProcess.endpoint();
    assumeTrue(endpoint.isPresent(), "S3Mock's jar (com.adobe.testing:s3mock) is not here");
    place =
        new S3Place(
            "recordings-" + UUID.randomUUID(),
            endpoint,
            "us-east-1",
            true,
            true,
            Optional.of(new S3Place.Keys("test", "test-secret")));
    try (S3Client client = S3Clients.client(place)) {
      client.createBucket(
          request -> request.bucket(place.bucket()).objectLockEnabledForBucket(true));
      // It does not follow from the lock there.
      client.putBucketVersioning(
          request ->
              request
                  .bucket(place.bucket())
                  .versioningConfiguration(its -> its.status(BucketVersioningStatus.ENABLED)));
    }
    bucket = S3BlobStore.open(place, InstantSource.system());
  }

  /** What the real service does and this one does not. */
  @Override
  BlobStore store() {
    return new Weaker(bucket, Set.of(Capability.ENFORCES_LOCKS, Capability.CHECKS_TICKETS));
  }

  /** It looks whether something is there, and writes later: calls come one after the other. */
  @Override
  boolean ordersCalls() {
    return false;
  }

  /** HEAD of a deleted version answers 200 there. */
  @Override
  boolean remembersDeleted() {
    return true;
  }

  @Override
  int redeemed(Ticket ticket, Optional<byte[]> body) throws Exception {
    return redeemedOverHttp(ticket, body);
  }

  @Override
  Ticket expired(BlobVersion version) {
    return store().readTicket(version, Instant.EPOCH);
  }

  @Test
  void aBucketWithVersionsAndLockIsFitAndAnotherIsNot() {
    assertThat(bucket.problem()).isEmpty();
    S3Place none =
        new S3Place("no-such-bucket", place.endpoint(), place.region(), true, true, place.keys());
    try (S3BlobStore other = S3BlobStore.open(none, InstantSource.system())) {
      assertThat(other.problem()).isPresent();
    }
  }

  @Override
  @Test
  @Disabled("S3Mock takes parts of an upload for whatever key they name")
  void anUploadOfOneBlobIsNoneOfAnother() {
    super.anUploadOfOneBlobIsNoneOfAnother();
  }

  @Test
  void retentionAndHoldsReachTheService() {
    BlobVersion version = stored(key, bytes(50, 1_000));
    Instant until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(180));
    bucket.keep(version, LockMode.GOVERNANCE, until);
    bucket.hold(version, true);
    try (S3Client client = S3Clients.client(place)) {
      var retention =
          client
              .getObjectRetention(
                  request ->
                      request.bucket(place.bucket()).key(key.path()).versionId(version.name()))
              .retention();
      assertThat(retention.retainUntilDate()).isEqualTo(until);
      assertThat(retention.modeAsString()).isEqualTo("GOVERNANCE");
      assertThat(
              client
                  .getObjectLegalHold(
                      request ->
                          request.bucket(place.bucket()).key(key.path()).versionId(version.name()))
                  .legalHold()
                  .statusAsString())
          .isEqualTo("ON");
    }
  }

  @Test
  void withoutChecksumsPartsComeThroughTheServerOnly() {
    S3Place plain =
        new S3Place(place.bucket(), place.endpoint(), place.region(), true, false, place.keys());
    try (S3BlobStore store = S3BlobStore.open(plain, InstantSource.system())) {
      byte[] part = bytes(51, 1_000);
      String digest = dev.throughline.model.signing.Sha256.hex(part);
      Upload upload = store.begin(key, UUID.randomUUID());
      assertThat(store.put(upload, 0, digest, new ByteArrayInputStream(part)))
          .isEqualTo(new PartPut.Stored(part.length));
      assertThat(store.partTicket(upload, 1, digest, 1_000, Instant.MAX)).isEmpty();
      version(store.complete(upload, manifest(part), true));
      assertThat(store.capabilities()).doesNotContain(Capability.CHECKS_DIGESTS);
    }
  }

  @Test
  void aServiceThatIsAwayIsNoRefusal() {
    S3Place away =
        new S3Place(
            place.bucket(),
            Optional.of(URI.create("http://127.0.0.1:1")),
            place.region(),
            true,
            true,
            place.keys());
    try (S3BlobStore store = S3BlobStore.open(away, InstantSource.system())) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> store.versions(key))
          .isInstanceOf(StoreAway.class);
    }
  }
}
