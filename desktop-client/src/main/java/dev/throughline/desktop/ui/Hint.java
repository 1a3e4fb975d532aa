package dev.throughline.desktop.ui;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Words shown beside the mouse pointer while it rests on a control. A tooltip of JavaFX is a window
 * with a scene of its own: one is made only where somebody points, never with the control. On the
 * JavaFX thread.
 */
public final class Hint {
  private static final String KEY = "throughline.hint";

  private final Control control;
  private Supplier<String> words = () -> "";
  private Supplier<Optional<Node>> key = Optional::empty;

  private Hint(Control control) {
    this.control = control;
    control.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> show());
  }

  /**
   * Says these words, to people who cannot see them as well; blank ones say nothing. The last call
   * counts.
   */
  public static void on(Control control, String words) {
    on(control, () -> words);
    boolean isSaidAnyway = words.isBlank() || words.equals(control.getAccessibleText());
    control.setAccessibleHelp(isSaidAnyway ? null : words);
  }

  /** Says what these words are at the moment. */
  public static void on(Control control, Supplier<String> words) {
    made(control).words = words;
  }

  /** Says all of a text that may be cut where there is no room for it. */
  public static void whole(Labeled labeled) {
    on(labeled, () -> Optional.ofNullable(labeled.getText()).orElse(""));
  }

  /** Says all of what is chosen, where there may be no room for it. */
  public static <T> void choice(ComboBox<T> box) {
    on(box, () -> box.getValue() == null ? "" : box.getConverter().toString(box.getValue()));
  }

  /** What stands beside the words, such as a key; asked anew each time. */
  static void beside(Control control, Supplier<Optional<Node>> key) {
    made(control).key = key;
  }

  /** Shows the key of a command beside the words, once there are some. */
  public static void key(Control control, String command) {
    beside(
        control,
        () ->
            ShownKeys.in(control.getScene())
                .flatMap(keys -> keys.of(command).getValue())
                .map(KeyCap::of));
  }

  /** The words of a control, as they are now; empty where it has none. */
  public static Optional<String> of(Control control) {
    return Optional.ofNullable(known(control))
        .map(hint -> hint.words.get())
        .filter(words -> !words.isBlank());
  }

  private static Hint made(Control control) {
    @Nullable Hint known = known(control);
    if (known != null) {
      return known;
    }
    Hint made = new Hint(control);
    control.getProperties().put(KEY, made);
    return made;
  }

  private static @Nullable Hint known(Control control) {
    return control.hasProperties() && control.getProperties().get(KEY) instanceof Hint hint
        ? hint
        : null;
  }

  private void show() {
    Optional<String> now = of(control);
    if (now.isEmpty()) {
      control.setTooltip(null);
      return;
    }
    Tooltip tooltip = control.getTooltip() == null ? new Tooltip() : control.getTooltip();
    tooltip.setText(now.get());
    tooltip.setGraphic(key.get().orElse(null));
    control.setTooltip(tooltip);
  }
}
