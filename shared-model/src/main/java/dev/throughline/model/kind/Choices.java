package dev.throughline.model.kind;

import dev.throughline.model.kind.FieldType.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The choices of a field as an enumeration, whose constants are written as {@code at-least} for
 * {@code AT_LEAST}.
 */
public final class Choices {
  private Choices() {}

  /** The name a record holds. */
  public static String wireName(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The shape of a field that holds one of them. */
  public static <E extends Enum<E>> Choice of(Class<E> all) {
    return new Choice(names(all));
  }

  private static <E extends Enum<E>> List<String> names(Class<E> all) {
    return Arrays.stream(all.getEnumConstants()).map(Choices::wireName).toList();
  }

  /** Reads a record's name; one without it, or with one this version does not know, is usual. */
  public static <E extends Enum<E>> E read(Class<E> all, String wireName, E usual) {
    return Arrays.stream(all.getEnumConstants())
        .filter(one -> wireName(one).equals(wireName))
        .findFirst()
        .orElse(usual);
  }
}
