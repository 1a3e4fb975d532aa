package dev.throughline.model.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records that people see only inside another: notes and turns inside their interview. What
 * somebody writes in one would be out of sight while the other is in the trash, so it brings that
 * back.
 */
public final class Wholes {
  /** The longest way up: a turn, its transcript, its interview. */
  public static final int LEVELS_MAX = 2;

  private static final Set<String> PARTS = Set.of("memo", "transcript", "segment", "coverage");

  private Wholes() {}

  /** The record in which people see one of this kind with these fields. */
  public static Optional<RecordId> of(String kind, Map<String, Value> fields) {
    return Optional.of(kind)
        .filter(PARTS::contains)
        .flatMap(Kinds::named)
        .map(Kind::parent)
        .flatMap(parent -> new FieldMap(fields).reference(parent));
  }
}
