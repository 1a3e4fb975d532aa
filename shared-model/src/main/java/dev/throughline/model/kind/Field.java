package dev.throughline.model.kind;

/** One field of a kind: its name on the wire, its shape, how it merges, whether it is personal. */
public record Field(String name, FieldType type, MergePolicy merge, PersonalClass personal) {
  /** A field whose later value is shown. */
  public static Field latest(String name, FieldType type, PersonalClass personal) {
    return new Field(name, type, MergePolicy.LATEST, personal);
  }

  /** A long text that merges word by word. */
  public static Field longText(String name, int lengthMax, PersonalClass personal) {
    return new Field(name, new FieldType.TextOf(lengthMax), MergePolicy.TEXT, personal);
  }

  /** A pointer to another record. */
  public static Field reference(String name, String kind) {
    return latest(name, new FieldType.Reference(kind), PersonalClass.POINTER);
  }
}
