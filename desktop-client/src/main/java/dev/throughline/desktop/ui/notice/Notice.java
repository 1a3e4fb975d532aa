package dev.throughline.desktop.ui.notice;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** A toast that is kept; each of its actions can be taken once, here or on the toast itself. */
final class Notice {
  private final Toast toast;
  private final Instant at;
  private final Set<Integer> used = new HashSet<>();
  private final ReadOnlyIntegerWrapper taken = new ReadOnlyIntegerWrapper(this, "taken");
  private final Toast shown;

  Notice(Toast toast, Instant at) {
    this.toast = toast;
    this.at = at;
    this.shown =
        new Toast(
            toast.kind(),
            toast.title(),
            toast.detail(),
            IntStream.range(0, toast.actions().size()).mapToObj(this::once).toList());
  }

  private Toast.Action once(int index) {
    Toast.Action action = toast.actions().get(index);
    return new Toast.Action(
        action.name(),
        () -> take(index),
        () -> !used.contains(index) && action.holds().getAsBoolean());
  }

  private void take(int index) {
    Toast.Action action = toast.actions().get(index);
    if (action.holds().getAsBoolean() && used.add(index)) {
      taken.set(used.size());
      action.run().run();
    }
  }

  /** The toast to show for it, whose actions count for the notice too. */
  Toast toast() {
    return shown;
  }

  Instant at() {
    return at;
  }

  /** How many of its actions were taken. */
  ReadOnlyIntegerProperty takenProperty() {
    return taken.getReadOnlyProperty();
  }

  /** What can still be done about it. */
  List<Toast.Action> actions() {
    return shown.actions().stream().filter(action -> action.holds().getAsBoolean()).toList();
  }

  boolean isFailure() {
    return toast.kind() == Toast.Kind.FAILED;
  }
}
