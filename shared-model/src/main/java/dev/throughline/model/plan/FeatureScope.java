package dev.throughline.model.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** On which side of the scope line of an MVP a feature is. */
public enum FeatureScope {
  IN,
  LATER;

  static final List<String> WIRE_NAMES =
      Arrays.stream(values()).map(FeatureScope::wireName).toList();

  /** The name a record holds. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads a record's name; one without it is in. */
  public static FeatureScope of(String wireName) {
    return Arrays.stream(values())
        .filter(one -> one.wireName().equals(wireName))
        .findFirst()
        .orElse(IN);
  }
}
