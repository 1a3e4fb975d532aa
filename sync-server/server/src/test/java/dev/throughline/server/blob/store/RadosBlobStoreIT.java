package dev.throughline.server.blob.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A service that enforces locks and checks tickets, such as Debian's radosgw, where one is named:
 * {@code -Dthroughline.s3.endpoint=http://127.0.0.1:7482 -Dthroughline.s3.keys=ACCESS:SECRET}, and
 * {@code -Dthroughline.s3.checksums=true} for one that checks them. It gets a bucket of its own,
 * which stays there because what is in it is held.
 */
class RadosBlobStoreIT extends BlobStoreContract {
  private static S3BlobStore bucket;

  @BeforeAll
  static void start() {
    Optional<String> endpoint = Optional.ofNullable(System.getProperty("throughline.s3.endpoint"));
    assumeTrue(endpoint.isPresent(), "no radosgw: -Dthroughline.s3.endpoint names none");
    String[] keys = System.getProperty("throughline.s3.keys", "").split(":");
    S3Place place =
        new S3Place(
            "recordings-" + UUID.randomUUID(),
            endpoint.map(URI::create),
            "us-east-1",
            true,
            Boolean.getBoolean("throughline.s3.checksums"),
            Optional.of(new S3Place.Keys(keys[0], keys[1])));
    try (S3Client client = S3Clients.client(place)) {
      client.createBucket(
          request -> request.bucket(place.bucket()).objectLockEnabledForBucket(true));
    }
    bucket = S3BlobStore.open(place, InstantSource.system());
    assumeTrue(bucket.problem().isEmpty(), () -> String.valueOf(bucket.problem()));
  }

  @Override
  BlobStore store() {
    return bucket;
  }

  @Override
  int redeemed(Ticket ticket, Optional<byte[]> body) throws Exception {
    return redeemedOverHttp(ticket, body);
  }

  /** The service goes by its own clock, so it is asked until that second is over. */
  @Override
  Ticket expired(BlobVersion version) throws Exception {
    Ticket ticket = bucket.readTicket(version, InstantSource.system().instant().plusSeconds(2));
    for (int i = 0; i < 100_000 && redeemed(ticket, Optional.empty()) == 200; i++) {
      Thread.onSpinWait();
    }
    return ticket;
  }
}
