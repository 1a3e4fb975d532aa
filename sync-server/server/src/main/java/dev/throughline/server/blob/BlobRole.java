package dev.throughline.server.blob;

import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.recording.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which blobs records have. A role is called like the field in which the record names its blob once
 * it is known.
 */
enum BlobRole {
  ORIGINAL(Recording.KIND, Recording.ORIGINAL, RetentionClass.RECORDING),
  PROXY(Recording.KIND, Recording.PROXY, RetentionClass.RECORDING);

  static final List<String> NAMES = Arrays.stream(values()).map(BlobRole::wireName).toList();

  private final Kind kind;
  private final String wireName;
  private final RetentionClass retention;

  BlobRole(Kind kind, String wireName, RetentionClass retention) {
    this.kind = kind;
    this.wireName = wireName;
    this.retention = retention;
  }

  static Optional<BlobRole> named(String name) {
    return Arrays.stream(values()).filter(role -> role.wireName.equals(name)).findFirst();
  }

  String wireName() {
    return wireName;
  }

  /** The kind of the records that have one. */
  String kind() {
    return kind.name();
  }

  RetentionClass retention() {
    return retention;
  }

  /** The id of the blob that a record names; empty while it names none. */
  Optional<String> in(FieldMap record) {
    return Optional.of(record.text(wireName)).filter(id -> !id.isEmpty());
  }
}
