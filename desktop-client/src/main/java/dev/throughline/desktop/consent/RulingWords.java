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
    return why("quoting.", ruling, today);
  }

  /** Why an interview is not recorded, in one sentence; empty when the person agreed. */
  public static String whyNotRecorded(Ruling ruling, LocalDate today) {
    return why("recording.consent.", ruling, today);
  }

  private static String why(String about, Ruling ruling, LocalDate today) {
    String who = ruling.who().isBlank() ? Texts.text("quoting.person") : ruling.who();
    return ruling.lack().map(lack -> why(about, lack, who, ruling, today)).orElse("");
  }

  private static String why(
      String about, ConsentLack lack, String who, Ruling ruling, LocalDate today) {
    return switch (lack) {
      case NOBODY -> Texts.text(about + "nobody");
      case UNWRITTEN -> Texts.text(about + "unwritten", who);
      case UNASKED -> Texts.text(about + "unasked", who);
      case REFUSED -> Texts.text(about + (ruling.isForAll() ? "refused.forAll" : "refused"), who);
      case OVER ->
          Texts.text(
              about + "over",
              who,
              ruling.ended().map(day -> DayWords.shown(day, today)).orElse(""));
    };
  }
}
