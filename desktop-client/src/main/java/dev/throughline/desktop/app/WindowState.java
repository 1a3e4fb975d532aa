package dev.throughline.desktop.app;

import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * How a window stood when it was last seen.
 *
 * @param frame where it lies while it is not maximised
 * @param details whether the context panel of a session is shown
 */
record WindowState(Frame frame, boolean maximised, String place, String page, boolean details) {
  private static final int ID_LENGTH_MAX = 200;
  private static final long PIXELS_MAX = 100_000;

  /** A rectangle in whole pixels of the screen's own scale. */
  record Frame(long x, long y, long width, long height) {}

  Value toValue() {
    return new Value.Entries(
        Map.of(
            "x", Value.whole(frame.x()),
            "y", Value.whole(frame.y()),
            "width", Value.whole(frame.width()),
            "height", Value.whole(frame.height()),
            "maximised", new Value.Flag(maximised),
            "place", Value.text(place),
            "page", Value.text(page),
            "details", new Value.Flag(details)));
  }

  /** Empty for anything that was not written by {@link #toValue}. */
  static Optional<WindowState> of(Value value) {
    if (!(value instanceof Value.Entries(var members))) {
      return Optional.empty();
    }
    FieldMap fields = new FieldMap(members);
    Optional<Long> x = pixels(fields, "x");
    Optional<Long> y = pixels(fields, "y");
    Optional<Long> width = pixels(fields, "width").filter(length -> length > 0);
    Optional<Long> height = pixels(fields, "height").filter(length -> length > 0);
    if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new WindowState(
            new Frame(x.get(), y.get(), width.get(), height.get()),
            new Value.Flag(true).equals(members.get("maximised")),
            id(fields.text("place")),
            id(fields.text("page")),
            !new Value.Flag(false).equals(members.get("details"))));
  }

  private static Optional<Long> pixels(FieldMap fields, String name) {
    return fields.whole(name).filter(number -> Math.abs(number) <= PIXELS_MAX);
  }

  private static String id(String text) {
    return text.length() <= ID_LENGTH_MAX ? text : "";
  }
}
