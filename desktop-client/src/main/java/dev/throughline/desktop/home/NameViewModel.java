package dev.throughline.desktop.home;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.ui.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The one question for a display name. Answering or waving it away ends it for good. */
public final class NameViewModel {
  /** As much as a name may hold. */
  static final int LENGTH_MAX = 60;

  private final FirstAnswers answers;
  private final Background background;
  private final UiThread ui;
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper(this, "asked");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");

  public NameViewModel(FirstAnswers answers, Background background, UiThread ui) {
    this.answers = answers;
    this.background = background;
    this.ui = ui;
    refresh();
  }

  /** What stands in the field. */
  StringProperty nameProperty() {
    return name;
  }

  /** Whether the question is on the screen. */
  ReadOnlyBooleanProperty askedProperty() {
    return asked.getReadOnlyProperty();
  }

  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Looks again; the name may have been given in the settings meanwhile. */
  void refresh() {
    background.run(
        () -> {
          boolean open = answers.displayName().isEmpty() && !answers.isNameAsked();
          ui.run(() -> asked.set(open));
        });
  }

  void save() {
    String given = name.get().strip();
    if (given.isEmpty() || given.length() > LENGTH_MAX) {
      error.set(Texts.text("home.name.error"));
      return;
    }
    settle(() -> answers.setDisplayName(given));
  }

  /** Keeps a name that was typed but not sent off, when the page is left another way. */
  void saveTyped() {
    if (asked.get() && !name.get().isBlank() && name.get().strip().length() <= LENGTH_MAX) {
      save();
    }
  }

  /** "Not now" is an answer: the question does not come back. */
  void skip() {
    settle(() -> {});
  }

  private void settle(Runnable answer) {
    asked.set(false);
    error.set("");
    background.run(
        () -> {
          answer.run();
          answers.setNameAsked();
        });
  }
}
