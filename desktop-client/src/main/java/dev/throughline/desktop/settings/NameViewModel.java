package dev.throughline.desktop.settings;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The name others see; saved by itself with every pause. */
final class NameViewModel {
  /** The pause after which typing counts as done. */
  static final Duration PAUSE = Duration.ofMillis(600);

  private final Preferences preferences;
  private final Background background;
  private final UiThread ui;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper isSaved = new ReadOnlyBooleanWrapper();
  private Background.Handle pause = () -> {};

  NameViewModel(Preferences preferences, Background background, UiThread ui) {
    this.preferences = preferences;
    this.background = background;
    this.ui = ui;
    saved.set(preferences.displayName().orElse(""));
    typed.set(saved.get());
    typed.subscribe((before, after) -> saveSoon());
  }

  StringProperty typedProperty() {
    return typed;
  }

  /** The name as it is kept; empty for none. */
  ReadOnlyStringProperty savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /** Whether what was typed since the place was opened is on disk. */
  ReadOnlyBooleanProperty isSavedProperty() {
    return isSaved.getReadOnlyProperty();
  }

  /** Reads the name again, which the first page may have set; never over what is being typed. */
  void refresh() {
    if (typed.get().strip().equals(saved.get())) {
      background.run(
          () -> {
            String kept = preferences.displayName().orElse("");
            ui.run(() -> take(kept));
          });
    }
  }

  private void take(String kept) {
    saved.set(kept);
    typed.set(kept);
  }

  /** Does not wait for the pause: the person left the field. */
  void commit() {
    pause.cancel();
    String name = typed.get();
    if (!name.strip().equals(saved.get())) {
      background.run(() -> save(name));
    }
  }

  private void saveSoon() {
    pause.cancel();
    String name = typed.get();
    if (name.strip().equals(saved.get())) {
      return;
    }
    isSaved.set(false);
    pause = background.later(PAUSE, () -> save(name));
  }

  private void save(String name) {
    preferences.setDisplayName(name);
    String kept = preferences.displayName().orElse("");
    ui.run(
        () -> {
          saved.set(kept);
          isSaved.set(true);
        });
  }
}
