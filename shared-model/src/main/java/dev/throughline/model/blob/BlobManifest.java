package dev.throughline.model.blob;

import dev.throughline.model.signing.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parts of a blob in their order. All parts but the last are {@link #PART_BYTES} long; the last
 * is at least one byte. An empty blob has no part.
 *
 * @param size of the whole, sealed, in bytes
 * @param parts SHA-256 of each part, in small hexadecimal letters
 */
public record BlobManifest(long size, List<String> parts) {
  /** The length of every part but the last: 8 MiB. */
  public static final int PART_BYTES = 8 << 20;

  /** As many as an object of S3 may have. */
  public static final int PARTS_MAX = 10_000;

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException when size and parts do not fit together, or a digest is none
   */
  public BlobManifest {
    parts = List.copyOf(parts);
    if (parts.size() > PARTS_MAX) {
      throw new IllegalArgumentException("a blob has at most " + PARTS_MAX + " parts");
    }
    long needed = size <= 0 ? size : (size - 1) / PART_BYTES + 1;
    if (needed != parts.size()) {
      throw new IllegalArgumentException("so many bytes have another number of parts");
    }
    if (!parts.stream().allMatch(BlobManifest::isDigest)) {
      throw new IllegalArgumentException("a part is named by 64 small hexadecimal digits");
    }
  }

  /** Whether this is a SHA-256 in small hexadecimal letters. */
  public static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }

  /**
   * What the blob is called: SHA-256 over {@code throughline-blob-1}, the size and the digests of
   * the parts, each in a line of its own that ends with a line feed. Parts can be checked one by
   * one, in any order and by several at once.
   */
  public String id() {
    StringBuilder lines = new StringBuilder("throughline-blob-1\n").append(size).append('\n');
    parts.forEach(part -> lines.append(part).append('\n'));
    return Sha256.hex(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** How many bytes a part has. */
  public int length(int index) {
    return index < parts.size() - 1
        ? PART_BYTES
        : Math.toIntExact(size - (long) PART_BYTES * (parts.size() - 1));
  }
}
