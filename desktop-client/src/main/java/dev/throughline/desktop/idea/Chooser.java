package dev.throughline.desktop.idea;

import dev.throughline.desktop.interview.FoundPlace;
import dev.throughline.desktop.ui.Icon;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets a person choose one thing out of many by typing; the window has the place for it. */
public interface Chooser {
  /**
   * One thing that can be chosen.
   *
   * @param detail what tells it from others of the same name
   */
  record Choice(Icon icon, String title, String detail, Runnable take) {}

  /**
   * Asks.
   *
   * @param question what the field asks for
   * @param said takes what somebody said or wrote, where that can be chosen too
   */
  void choose(String question, List<Choice> choices, Optional<Consumer<FoundPlace>> said);
}
