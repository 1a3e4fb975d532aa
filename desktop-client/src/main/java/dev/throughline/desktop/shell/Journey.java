package dev.throughline.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the person has been, as a browser keeps it: going somewhere new forgets what was ahead. */
final class Journey {
  /** Steps kept for "back"; the oldest goes first. */
  static final int STEPS_MAX = 50;

  private final List<Location> steps = new ArrayList<>();
  private int at;
  private final ReadOnlyObjectWrapper<Location> here;
  private final ReadOnlyBooleanWrapper backOpen = new ReadOnlyBooleanWrapper(this, "backOpen");
  private final ReadOnlyBooleanWrapper forwardOpen =
      new ReadOnlyBooleanWrapper(this, "forwardOpen");

  Journey(Location start) {
    steps.add(start);
    here = new ReadOnlyObjectWrapper<>(this, "here", start);
  }

  ReadOnlyObjectProperty<Location> hereProperty() {
    return here.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty backOpenProperty() {
    return backOpen.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty forwardOpenProperty() {
    return forwardOpen.getReadOnlyProperty();
  }

  void go(Location next) {
    if (next.equals(here.get())) {
      return;
    }
    steps.subList(at + 1, steps.size()).clear();
    steps.add(next);
    if (steps.size() > STEPS_MAX) {
      steps.removeFirst();
    }
    arrive(steps.size() - 1);
  }

  void back() {
    if (at > 0) {
      arrive(at - 1);
    }
  }

  void forward() {
    if (at < steps.size() - 1) {
      arrive(at + 1);
    }
  }

  private void arrive(int step) {
    at = step;
    backOpen.set(at > 0);
    forwardOpen.set(at < steps.size() - 1);
    here.set(steps.get(at));
  }
}
