package dev.throughline.model.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a person answered when they were asked for one thing. */
public enum ConsentAnswer {
  GRANTED,
  REFUSED,
  /** Nobody asked yet, which allows nothing. */
  UNASKED;

  /** Wire names in the order in which one wins over another. */
  static final List<String> STRICTEST_FIRST =
      Stream.of(REFUSED, UNASKED, GRANTED).map(ConsentAnswer::wireName).toList();

  /** The name a record holds. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a record's name; anything unknown allows nothing. */
  public static ConsentAnswer of(String wireName) {
    return Arrays.stream(values())
        .filter(answer -> answer.wireName().equals(wireName))
        .findFirst()
        .orElse(UNASKED);
  }
}
