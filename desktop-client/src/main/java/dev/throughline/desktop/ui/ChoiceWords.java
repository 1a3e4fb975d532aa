package dev.throughline.desktop.ui;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The words of a choice box that is not typed in; no words where nothing is chosen. */
public final class ChoiceWords<T> extends StringConverter<T> {
  private final Function<T, String> words;

  public ChoiceWords(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(@Nullable T choice) {
    return choice == null ? "" : words.apply(choice);
  }

  @Override
  public T fromString(String typed) {
    throw new IllegalStateException("the box is not typed in");
  }
}
