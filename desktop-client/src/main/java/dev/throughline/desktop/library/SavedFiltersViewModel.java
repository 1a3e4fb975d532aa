package dev.throughline.desktop.library;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Filters kept by name: keep what narrows now, choose one, forget one. On the UI thread. */
final class SavedFiltersViewModel {
  static final int NAME_LENGTH_MAX = 60;

  private final SavedFilters store;
  private final Narrowing narrowing;
  private final Background background;
  private final ObservableList<Kept> kept = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");

  /** A filter under its name. */
  record Kept(String name, Filter filter) {}

  SavedFiltersViewModel(
      SavedFilters store, Narrowing narrowing, Background background, UiThread ui) {
    this.store = store;
    this.narrowing = narrowing;
    this.background = background;
    background.run(
        () -> {
          List<Kept> read = read();
          ui.run(() -> kept.setAll(read));
        });
  }

  private List<Kept> read() {
    List<Kept> read = new ArrayList<>();
    for (SavedFilters.Named named : store.read()) {
      FilterCodec.filter(named.filter())
          .ifPresent(filter -> read.add(new Kept(named.name(), filter)));
    }
    return read;
  }

  ObservableList<Kept> kept() {
    return kept;
  }

  /** Why a name was not taken; empty when it was. */
  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** The kept filter that is exactly what narrows now. */
  Optional<Kept> current() {
    Filter now = narrowing.filter();
    return kept.stream().filter(one -> one.filter().equals(now)).findFirst();
  }

  /** Whether anything narrows that could be kept. */
  boolean canKeep() {
    return !narrowing.filter().equals(Filter.NOTHING);
  }

  /** Keeps what narrows now; a filter of the same name is replaced. Answers whether it was. */
  boolean keep(String typed) {
    String name = typed.strip();
    boolean isFull =
        kept.size() >= SavedFilters.COUNT_MAX && kept.stream().noneMatch(one -> is(one, name));
    if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
      error.set(Texts.text("library.saved.error", NAME_LENGTH_MAX));
      return false;
    }
    if (isFull) {
      error.set(Texts.text("library.saved.full", SavedFilters.COUNT_MAX));
      return false;
    }
    error.set("");
    kept.removeIf(one -> is(one, name));
    kept.add(new Kept(name, narrowing.filter()));
    write();
    return true;
  }

  private static boolean is(Kept one, String name) {
    return one.name().equalsIgnoreCase(name);
  }

  void choose(Kept one) {
    narrowing.set(one.filter());
  }

  void forget(Kept one) {
    kept.remove(one);
    write();
  }

  private void write() {
    List<SavedFilters.Named> all =
        kept.stream()
            .map(one -> new SavedFilters.Named(one.name(), FilterCodec.bytes(one.filter())))
            .toList();
    background.run(() -> store.write(all));
  }
}
