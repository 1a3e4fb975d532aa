package dev.throughline.server.blob.store;

import java.net.URI;
import java.util.Optional;

/**
 * Where a bucket is, and what its service can do.
 *
 * @param endpoint empty for Amazon's of the region
 * @param pathStyle whether the bucket stands in the path and not in the host name
 * @param checksums whether the service checks SHA-256 of parts and conditional writes
 * @param keys empty for what the surroundings provide
 */
public record S3Place(
    String bucket,
    Optional<URI> endpoint,
    String region,
    boolean pathStyle,
    boolean checksums,
    Optional<Keys> keys) {
  /** An access key and its secret. */
  public record Keys(String access, String secret) {
    @Override
    public String toString() {
      return "Keys[" + access + "]";
    }
  }
}
