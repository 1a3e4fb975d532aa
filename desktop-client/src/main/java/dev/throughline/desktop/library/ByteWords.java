package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sizes of files as a person says them: 340 kB, 2.3 GB. */
final class ByteWords {
  private static final long STEP = 1_000;
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private ByteWords() {}

  static String of(long bytes) {
    long unit = STEP;
    int at = 0;
    while (bytes >= unit * STEP && at < UNITS.length - 1) {
      unit *= STEP;
      at++;
    }
    BigDecimal count = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(unit));
    boolean isFine = count.compareTo(BigDecimal.TEN) < 0 && at > 0;
    return Texts.text(
        "library.bytes",
        count.setScale(isFine ? 1 : 0, RoundingMode.CEILING).toPlainString(),
        UNITS[at]);
  }
}
