package dev.throughline.desktop.memo;

import dev.throughline.model.sync.Splice;

/** What a text control shows of a text: everything but the control characters it cannot hold. */
final class ControlText {
  private static final char DELETE = 0x7F;

  private ControlText() {}

  static String of(String text) {
    int dropped = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isDropped(text.charAt(i))) {
        dropped++;
      }
    }
    if (dropped == 0) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length() - dropped);
    for (int i = 0; i < text.length(); i++) {
      if (!isDropped(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  /** The same edit on the text with everything in it; what the control dropped stays around it. */
  static Splice onStored(String stored, Splice edit) {
    int begin = after(stored, edit.at());
    return new Splice(begin, after(stored, edit.at() + edit.removed()) - begin, edit.inserted());
  }

  /** The place right behind so many shown characters. */
  private static int after(String stored, int shown) {
    int at = 0;
    for (int left = shown; left > 0; at++) {
      if (!isDropped(stored.charAt(at))) {
        left--;
      }
    }
    return at;
  }

  private static boolean isDropped(char c) {
    return c == DELETE || (c < ' ' && c != '\n' && c != '\t');
  }
}
