package dev.throughline.model.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which way a measured number is good. */
public enum Reach {
  AT_LEAST,
  AT_MOST;

  static final List<String> WIRE_NAMES = Arrays.stream(values()).map(Reach::wireName).toList();

  /** The name a record holds. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads a record's name; one without it is to be reached from below. */
  public static Reach of(String wireName) {
    return Arrays.stream(values())
        .filter(one -> one.wireName().equals(wireName))
        .findFirst()
        .orElse(AT_LEAST);
  }
}
