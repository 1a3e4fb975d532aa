package dev.throughline.desktop.ui.notice;

import java.util.List;
import java.util.function.BooleanSupplier;

/** One line on what just happened, one detail, and what can be done about it. */
public record Toast(Kind kind, String title, String detail, List<Action> actions) {
  /** How a toast looks and whether it goes by itself; a failure stays until it is closed. */
  public enum Kind {
    DONE,
    ATTENTION,
    FAILED
  }

  /**
   * A button of the toast; pressing it also closes the toast.
   *
   * @param holds whether pressing it still does what it says, such as an undo that nobody overtook
   */
  public record Action(String name, Runnable run, BooleanSupplier holds) {
    public Action(String name, Runnable run) {
      this(name, run, () -> true);
    }
  }

  /** Buttons a toast has room for. */
  public static final int ACTIONS_MAX = 2;

  public Toast {
    actions = List.copyOf(actions);
    if (actions.size() > ACTIONS_MAX) {
      throw new IllegalArgumentException("A toast has at most " + ACTIONS_MAX + " actions");
    }
  }

  public static Toast done(String title, String detail) {
    return new Toast(Kind.DONE, title, detail, List.of());
  }

  public static Toast undoable(String title, String detail, Action undo) {
    return new Toast(Kind.DONE, title, detail, List.of(undo));
  }

  public static Toast failed(String title, String detail, Action... actions) {
    return new Toast(Kind.FAILED, title, detail, List.of(actions));
  }
}
