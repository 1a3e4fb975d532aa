package dev.throughline.desktop.consent;

import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.consent.ConsentLack;
import java.time.LocalDate;

/** Why words stay where they are, in plain words: "P-07 did not agree to be quoted." */
public final class RulingWords {
  private RulingWords() {}

  /** Why, in one sentence; empty when quoting was agreed. */
  public static String why(Ruling ruling, LocalDate today) {
    String who = ruling.who().isBlank() ? Texts.text("quoting.person") : ruling.who();
    return ruling.lack().map(lack -> why(lack, who, ruling, today)).orElse("");
  }

  private static String why(ConsentLack lack, String who, Ruling ruling, LocalDate today) {
    return switch (lack) {
      case NOBODY -> Texts.text("quoting.nobody");
      case UNWRITTEN -> Texts.text("quoting.unwritten", who);
      case UNASKED -> Texts.text("quoting.unasked", who);
      case REFUSED ->
          Texts.text(ruling.isForAll() ? "quoting.refused.forAll" : "quoting.refused", who);
      case OVER ->
          Texts.text(
              "quoting.over",
              who,
              ruling.ended().map(day -> DayWords.shown(day, today)).orElse(""));
    };
  }
}
