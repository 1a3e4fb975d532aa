package dev.throughline.desktop.ui.notice;

import java.util.List;
import java.util.Optional;

/**
 * What a person must say yes to before something large or final happens. Shown over the window;
 * without an answer nothing happens.
 *
 * @param lines what it means, in numbers; one sentence each
 * @param shown what it is about, such as the text that is thrown away; may be empty
 * @param yes the verb that repeats the title
 * @param before what can be done first, such as an export; the question stays meanwhile
 * @param isHarmless whether a yes takes nothing away
 */
public record Question(
    String title,
    List<String> lines,
    String shown,
    Toast.Action yes,
    Optional<Toast.Action> before,
    boolean isHarmless) {
  public Question {
    lines = List.copyOf(lines);
  }

  /** About something that takes something away. */
  public Question(
      String title,
      List<String> lines,
      String shown,
      Toast.Action yes,
      Optional<Toast.Action> before) {
    this(title, lines, shown, yes, before, false);
  }

  /** About something large that takes nothing away. */
  public static Question harmless(String title, List<String> lines, Toast.Action yes) {
    return new Question(title, lines, "", yes, Optional.empty(), true);
  }

  public static Question of(String title, String line, String yes, Runnable act) {
    return new Question(title, List.of(line), "", new Toast.Action(yes, act), Optional.empty());
  }
}
