package dev.throughline.server.blob;

import dev.throughline.server.blob.store.S3Place;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where recordings are kept: in a folder or in S3; without either this server keeps none.
 *
 * @param folder of this computer
 * @param s3 a bucket; without a bucket's name there is none
 * @param begun where what came of parts that were cut off is kept
 */
@ConfigurationProperties("throughline.blobs")
record BlobSettings(Optional<String> folder, @DefaultValue S3 s3, @DefaultValue Begun begun) {
  /**
   * Of this computer; losing it costs only time.
   *
   * @param folder empty for that of the system's temporary files
   * @param parts kept at most, each of up to 8 MiB; 0 for none
   */
  record Begun(Optional<String> folder, @DefaultValue("128") int parts) {
    Begun {
      folder = said(folder);
      if (parts < 0) {
        throw new IllegalArgumentException("begun.parts is 0 or more");
      }
    }
  }

  /**
   * A bucket with versions and object lock.
   *
   * @param endpoint of the service; empty for Amazon's of the region
   * @param pathStyle whether the bucket stands in the path and not in the host name
   * @param checksums whether the service checks SHA-256 of parts and conditional writes
   * @param accessKey with secretKey; empty for what the surroundings provide
   */
  record S3(
      Optional<String> bucket,
      Optional<String> endpoint,
      @DefaultValue("us-east-1") String region,
      @DefaultValue("false") boolean pathStyle,
      @DefaultValue("true") boolean checksums,
      Optional<String> accessKey,
      Optional<String> secretKey) {
    S3 {
      bucket = said(bucket);
      endpoint = said(endpoint);
      accessKey = said(accessKey);
      secretKey = said(secretKey);
      if (endpoint.map(URI::create).filter(uri -> uri.getHost() == null).isPresent()) {
        throw new IllegalArgumentException("endpoint is an address with https:// or http://");
      }
      if (accessKey.isPresent() != secretKey.isPresent()) {
        throw new IllegalArgumentException("access-key and secret-key go together");
      }
    }

    /** The bucket; empty when none is named. */
    Optional<S3Place> place() {
      return bucket.map(
          name ->
              new S3Place(
                  name,
                  endpoint.map(URI::create),
                  region,
                  pathStyle,
                  checksums,
                  accessKey.map(key -> new S3Place.Keys(key, secretKey.orElseThrow()))));
    }

    /** Without secrets. */
    @Override
    public String toString() {
      return "S3[bucket=" + bucket + ", endpoint=" + endpoint + "]";
    }
  }

  BlobSettings {
    folder = said(folder);
    if (folder.isPresent() && s3.bucket().isPresent()) {
      throw new IllegalArgumentException("recordings are kept in a folder or in S3, not in both");
    }
  }

  private static Optional<String> said(Optional<String> text) {
    return text.map(String::strip).filter(some -> !some.isEmpty());
  }
}
