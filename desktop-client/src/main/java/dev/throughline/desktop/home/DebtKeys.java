package dev.throughline.desktop.home;

import dev.throughline.desktop.interview.Gap;
import java.util.Arrays;
import java.util.Optional;

/** The keys of the field debt: one letter a gap, while nobody types. */
final class DebtKeys {
  private DebtKeys() {}

  /** The gap a typed letter opens; empty for any other. */
  static Optional<Gap> gap(String letter) {
    return Arrays.stream(Gap.values())
        .filter(gap -> HomeWords.key(gap).equalsIgnoreCase(letter))
        .findFirst();
  }
}
