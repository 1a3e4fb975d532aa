package dev.throughline.desktop.travel;

import dev.throughline.desktop.blob.BlobRole;
import dev.throughline.desktop.blob.OnTheWay;
import dev.throughline.desktop.ui.ByteWords;
import dev.throughline.desktop.ui.Texts;
import java.util.Locale;

/**
 * One line of what travels, as it reads now.
 *
 * @param key stays while the rest changes
 * @param share how much of it is where it goes, 0 to 1
 * @param state why it waits, or how far it is
 */
record TravelRow(
    String key,
    boolean isUp,
    String name,
    String what,
    String size,
    double share,
    boolean isMoving,
    String state) {

  /**
   * {@code name} is that of the interview, {@code which} tells its recordings apart: when one was
   * begun, or what its file is called; may be empty.
   */
  static TravelRow of(OnTheWay one, String name, String which) {
    String role = one.role() == BlobRole.ORIGINAL ? "original" : "proxy";
    String way = one.isUp() ? "up" : "down";
    return new TravelRow(
        one.recording() + role + way,
        one.isUp(),
        name,
        which.isEmpty()
            ? Texts.text("travel.way." + role + "." + way)
            : Texts.text("travel.which", which, Texts.text("travel.way." + role + "." + way)),
        size(one),
        one.percent() / 100.0,
        one.why().isEmpty() && !one.isChecked(),
        state(one));
  }

  /** Such as "126 MB of 184 MB"; nothing while nobody knows. */
  private static String size(OnTheWay one) {
    long there = one.there();
    if (one.all() == 0) {
      return there == 0 ? "" : ByteWords.of(there);
    }
    return there == 0 || there >= one.all()
        ? ByteWords.of(one.all())
        : Texts.text("travel.of", ByteWords.of(there), ByteWords.of(one.all()));
  }

  private static String state(OnTheWay one) {
    if (one.isChecked()) {
      return Texts.text("travel.checked");
    }
    return one.why()
        .map(why -> Texts.text("travel.why." + why.name().toLowerCase(Locale.ROOT)))
        .orElseGet(() -> Texts.text("travel.percent", one.percent()));
  }

  /** All of it in one sentence. */
  String spoken() {
    return Texts.text("travel.spoken", name, what, size, state);
  }
}
