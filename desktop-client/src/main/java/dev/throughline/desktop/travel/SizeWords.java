package dev.throughline.desktop.travel;

import dev.throughline.desktop.ui.Texts;
import java.util.Locale;

/** Bytes as people read them: 840 kB, 126 MB, 4.2 GB. */
final class SizeWords {
  private static final long KILO = 1_000;
  private static final long MEGA = KILO * KILO;
  private static final long GIGA = KILO * MEGA;

  private SizeWords() {}

  static String of(long bytes) {
    if (bytes < MEGA) {
      return Texts.text("travel.size.kb", Math.ceilDiv(bytes, KILO));
    }
    return bytes < GIGA
        ? Texts.text("travel.size.mb", Math.ceilDiv(bytes, MEGA))
        : Texts.text(
            "travel.size.gb", String.format(Locale.ENGLISH, "%.1f", (double) bytes / GIGA));
  }

  /** How far something is, such as "126 MB of 184 MB"; nothing while nobody knows. */
  static String of(long there, long all) {
    if (all == 0) {
      return there == 0 ? "" : of(there);
    }
    return there == 0 || there >= all
        ? of(all)
        : Texts.text("travel.size.of", of(Math.min(there, all)), of(all));
  }
}
