package dev.throughline.desktop.ui;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;

/** A person as two letters; the name is spoken and shown as a hint. */
public final class Avatar {
  private static final int LETTERS_MAX = 2;

  private Avatar() {}

  public static Label row(String name) {
    return of(name);
  }

  public static Label head(String name) {
    var avatar = of(name);
    avatar.getStyleClass().add("head");
    return avatar;
  }

  /** First letters of the first and the last word; empty while no name is known. */
  public static String initials(String name) {
    var words = name.strip().split("\\s+");
    var ends = words.length > 1 ? Stream.of(words[0], words[words.length - 1]) : Stream.of(words);
    return ends.filter(word -> !word.isEmpty())
        .map(word -> new String(Character.toChars(word.codePointAt(0))))
        .limit(LETTERS_MAX)
        .collect(Collectors.joining())
        .toUpperCase(Locale.ROOT);
  }

  private static Label of(String name) {
    var avatar = Labels.styled(initials(name), "tl-avatar");
    if (avatar.getText().isEmpty()) {
      avatar.setGraphic(Icon.PERSON.line());
    } else {
      avatar.setAccessibleText(name);
      Hint.on(avatar, name);
    }
    return avatar;
  }
}
