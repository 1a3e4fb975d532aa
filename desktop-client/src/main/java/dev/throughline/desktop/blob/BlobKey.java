package dev.throughline.desktop.blob;

import dev.throughline.model.blob.PartCipher;
import dev.throughline.model.id.RecordId;
import java.util.Arrays;
import java.util.Optional;

/** One blob of one recording. */
public record BlobKey(RecordId record, BlobRole role) {
  /** What its folder is called. */
  String folderName() {
    return record + "-" + role.wireName();
  }

  /** The blob that such a folder is of; empty when it is of none. */
  static Optional<BlobKey> ofFolder(String name) {
    return Arrays.stream(BlobRole.values())
        .filter(role -> name.endsWith("-" + role.wireName()))
        .flatMap(
            role ->
                RecordId.parse(name.substring(0, name.length() - role.wireName().length() - 1))
                    .map(record -> new BlobKey(record, role))
                    .stream())
        .findFirst();
  }

  /** What seals and opens its parts. */
  PartCipher cipher(byte[] secret) {
    return PartCipher.of(secret, record, role.wireName());
  }
}
