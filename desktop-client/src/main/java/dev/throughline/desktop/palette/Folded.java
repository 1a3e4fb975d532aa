package dev.throughline.desktop.palette;

import java.text.Normalizer;

/** Text as it is compared: lower case, without accents, as many characters as before. */
final class Folded {
  private Folded() {}

  static String of(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    return new String(folded);
  }

  private static char fold(char one) {
    if (one < 128) {
      return Character.toLowerCase(one);
    }
    String apart = Normalizer.normalize(String.valueOf(one), Normalizer.Form.NFD);
    return apart.isEmpty() ? one : Character.toLowerCase(apart.charAt(0));
  }
}
