package dev.throughline.model.kind;

import java.util.List;

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

  /** A set of short texts; every addition and removal counts. */
  public static Field set(String name, int countMax, int lengthMax, PersonalClass personal) {
    return new Field(name, new FieldType.Texts(countMax, lengthMax), MergePolicy.SET, personal);
  }

  /** A place among others of the same parent, as a text that sorts. */
  public static Field order(String name, int lengthMax) {
    return new Field(name, new FieldType.TextOf(lengthMax), MergePolicy.ORDER, PersonalClass.NEVER);
  }

  /** A number all devices count up and down together, kept within its limits. */
  public static Field counter(String name, long min, long max) {
    return new Field(
        name, new FieldType.Number(min, max), MergePolicy.COUNTER, PersonalClass.NEVER);
  }

  /** A choice of which the stricter wins; the strictest comes first. */
  public static Field stricter(String name, List<String> strictestFirst) {
    return new Field(
        name, new FieldType.Choice(strictestFirst), MergePolicy.STRICTER, PersonalClass.NEVER);
  }

  /** A last day, of which the earlier wins; no day is no limit. */
  public static Field earlier(String name) {
    return new Field(name, new FieldType.Day(), MergePolicy.STRICTER, PersonalClass.NEVER);
  }

  /** A decision that holds only for what the person saw. */
  public static Field command(String name, FieldType type) {
    return new Field(name, type, MergePolicy.COMMAND, PersonalClass.NEVER);
  }

  /** Where the record belongs. */
  public static Field scope(String name, FieldType type) {
    return new Field(name, type, MergePolicy.SCOPE, PersonalClass.POINTER);
  }

  /** A pointer to another record. */
  public static Field reference(String name, String kind) {
    return latest(name, new FieldType.Reference(kind), PersonalClass.POINTER);
  }
}
