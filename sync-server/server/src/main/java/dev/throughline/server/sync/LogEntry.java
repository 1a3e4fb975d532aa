package dev.throughline.server.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Op;
import java.util.Optional;

/**
 * One entry of the log. {@code commitment} is SHA-256 over salt and payload: it proves the entry
 * and says nothing about it, even after salt and payload were erased.
 *
 * @param op the operation that led to it; empty for what the server writes itself
 */
record LogEntry(
    long seq,
    RecordId record,
    String kind,
    Optional<Op> op,
    String author,
    byte[] payload,
    byte[] salt,
    Hash commitment) {
  static final int SALT_BYTES = 16;

  LogEntry(
      long seq,
      RecordId record,
      String kind,
      Optional<Op> op,
      String author,
      byte[] payload,
      byte[] salt) {
    this(seq, record, kind, op, author, payload, salt, Hash.over(salt, payload));
  }
}
