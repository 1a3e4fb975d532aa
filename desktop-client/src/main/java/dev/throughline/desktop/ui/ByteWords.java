package dev.throughline.desktop.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Bytes as people read them: 340 kB, 2.3 GB. */
public final class ByteWords {
  private static final long STEP = 1_000;
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private ByteWords() {}

  /** Rounded up; with one decimal below ten, but for kilobytes. */
  public static String of(long bytes) {
    long unit = STEP;
    int at = 0;
    while (bytes >= unit * STEP && at < UNITS.length - 1) {
      unit *= STEP;
      at++;
    }
    BigDecimal count = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(unit));
    boolean isFine = count.compareTo(BigDecimal.TEN) < 0 && at > 0;
    return Texts.text(
        "ui.bytes",
        count.setScale(isFine ? 1 : 0, RoundingMode.CEILING).toPlainString(),
        UNITS[at]);
  }
}
