package dev.throughline.desktop.memo;

import java.util.function.Consumer;

/** A text that one control shows and a person types in. UI thread only. */
public interface Typing {
  /** The one control that shows this text; it is told every text that did not come from it. */
  void showIn(Consumer<String> shown);

  /** The person made this of the text. */
  void typed(String now);
}
