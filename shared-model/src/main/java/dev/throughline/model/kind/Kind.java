package dev.throughline.model.kind;

import java.util.List;
import java.util.Optional;

/**
 * A kind of record. {@code parent} and {@code rank} name the fields by which stores list records:
 * all segments of one transcript in order, all interviews of one study by day. Empty when the kind
 * has none.
 */
public record Kind(String name, Family family, String parent, String rank, List<Field> fields) {
  /** Longest text a field of any kind may hold, in UTF-16 units. */
  public static final int LONG_TEXT_MAX = 1_000_000;

  /** Most fields one record may hold, known and unknown together. */
  public static final int FIELDS_MAX = 64;

  public Kind {
    fields = List.copyOf(fields);
    if (family == Family.PRODUCT
        && fields.stream().anyMatch(field -> field.personal() == PersonalClass.PERSONAL)) {
      throw new IllegalArgumentException(
          name + " is a product kind: hold a pointer to the evidence instead of personal data");
    }
  }

  public Optional<Field> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }
}
