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
 */
public record Question(
    String title,
    List<String> lines,
    String shown,
    Toast.Action yes,
    Optional<Toast.Action> before) {
  public Question {
    lines = List.copyOf(lines);
  }

  public static Question of(String title, String line, String yes, Runnable act) {
    return new Question(title, List.of(line), "", new Toast.Action(yes, act), Optional.empty());
  }
}
