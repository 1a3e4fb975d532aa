package dev.throughline.desktop.history;

import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes of one person on one computer that follow each other closely, as one.
 *
 * @param key stays the same from one look to the next
 * @param author as they are called; empty when no name was given
 * @param device the id of the computer, or "server"
 * @param fromMillis when it began; the same as {@code atMillis} for a single change
 * @param trash whether it moved the record to the trash or out of it; empty for neither
 * @param held what the fields named here held afterwards; for restoring
 */
record Revision(
    Kind kind,
    String key,
    String author,
    String device,
    long fromMillis,
    long atMillis,
    List<FieldLine> fields,
    Optional<Boolean> trash,
    Map<String, Value> held) {
  /** Where it comes from. */
  enum Kind {
    /** On this computer only. */
    UNSENT,
    /** In the server's log. */
    LOGGED,
    /** A value that was kept beside the shown one. */
    KEPT,
    /** In the server's log, and its content was erased for good. */
    ERASED
  }

  /**
   * One field.
   *
   * @param before what it held; empty when that is not known yet
   */
  record FieldLine(String field, Optional<Value> before, Value after) {}

  Revision {
    fields = List.copyOf(fields);
    held = Map.copyOf(held);
  }

  boolean canBeRestored() {
    return kind == Kind.LOGGED || kind == Kind.KEPT;
  }
}
