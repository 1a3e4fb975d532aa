package dev.throughline.model.kind;

import java.util.List;
import java.util.Optional;

/**
 * A kind of record. {@code parent} and {@code rank} name the fields by which stores list records:
 * all segments of one transcript in order, all interviews of one study by day. Empty when the kind
 * has none.
 *
 * @param isTrashFirm whether only a restore gets such a record out of the trash, and no edit
 */
public record Kind(
    String name,
    Family family,
    String parent,
    String rank,
    List<Field> fields,
    boolean isTrashFirm) {
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

  /** A kind of which an edit gets a record out of the trash, as nearly every one is. */
  public Kind(String name, Family family, String parent, String rank, List<Field> fields) {
    this(name, family, parent, rank, fields, false);
  }

  /** The same with a trash that only a restore gets a record out of. */
  public Kind withFirmTrash() {
    return new Kind(name, family, parent, rank, fields, true);
  }

  /** Whether its records point to a study itself, and not to something in one. */
  public boolean isBelowStudy() {
    return field(parent)
        .filter(field -> field.type().equals(new FieldType.Reference("study")))
        .isPresent();
  }

  public Optional<Field> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }
}
