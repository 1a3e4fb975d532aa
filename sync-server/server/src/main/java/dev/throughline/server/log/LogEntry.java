package dev.throughline.server.log;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Op;
import java.util.Optional;

/**
 * One entry of the log. {@code commitment} is SHA-256 over salt and payload: it proves the entry
 * and says nothing about it, even after salt and payload were erased.
 *
 * @param op the operation that led to it; empty for what the server writes itself
 */
public record LogEntry(
    long seq,
    RecordId record,
    String kind,
    Optional<Op> op,
    String author,
    byte[] payload,
    byte[] salt,
    Hash commitment) {
  public static final int SALT_BYTES = 16;

  /** Stands where an author or a device is named, for what no person wrote. */
  public static final String SERVER = "server";

  public LogEntry(
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
