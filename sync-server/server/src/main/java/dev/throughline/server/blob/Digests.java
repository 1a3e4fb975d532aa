package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Digests of parts as one column holds them: 32 bytes each, in order. */
final class Digests {
  private static final int BYTES = 32;
  private static final HexFormat HEX = HexFormat.of();

  private Digests() {}

  static byte[] bytes(List<String> digests) {
    ByteBuffer all = ByteBuffer.allocate(digests.size() * BYTES);
    digests.forEach(digest -> all.put(HEX.parseHex(digest)));
    return all.array();
  }

  static byte[] bytes(String digest) {
    return HEX.parseHex(digest);
  }

  static String text(byte[] digest) {
    return HEX.formatHex(digest);
  }

  static BlobManifest manifest(long size, byte[] digests) {
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < digests.length; at += BYTES) {
      parts.add(HEX.formatHex(digests, at, at + BYTES));
    }
    return new BlobManifest(size, parts);
  }
}
