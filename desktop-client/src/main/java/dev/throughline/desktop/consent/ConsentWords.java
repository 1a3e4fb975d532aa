package dev.throughline.desktop.consent;

import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.consent.ConsentScope;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Consent in plain words: "Consent: quotes without the name. Verbal, 24 Nov." */
public final class ConsentWords {
  private ConsentWords() {}

  /** What was agreed, how and when, in one or two sentences. */
  public static String sentence(Consent consent, LocalDate today) {
    List<String> granted =
        Arrays.stream(ConsentScope.values())
            .filter(scope -> consent.answer(scope) == ConsentAnswer.GRANTED)
            .map(scope -> Texts.text("consent.may." + scope.field()))
            .toList();
    String what =
        granted.isEmpty()
            ? Texts.text("consent.notesOnly")
            : Texts.text("consent.sentence", String.join(", ", granted));
    String given =
        Arrays.asList(
                consent.how().map(how -> Texts.text("consent.how." + how.wireName())).orElse(""),
                consent.day().map(day -> DayWords.shown(day, today)).orElse(""))
            .stream()
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    String said = given.isEmpty() ? what : Texts.text("consent.given", what, given);
    return consent.isOver(today)
        ? said + " " + Texts.text("consent.over", DayWords.shown(last(consent), today))
        : said;
  }

  private static LocalDate last(Consent consent) {
    return consent.validUntil().orElse(LocalDate.MAX);
  }

  /** The same in two or three words, for a chip. */
  public static String brief(Consent consent, LocalDate today) {
    if (consent.isOver(today)) {
      return Texts.text("consent.brief.over");
    }
    boolean isShared = consent.answer(ConsentScope.SHARE) == ConsentAnswer.GRANTED;
    boolean isUsed =
        consent.answer(ConsentScope.QUOTE) == ConsentAnswer.GRANTED
            || consent.answer(ConsentScope.CLIP) == ConsentAnswer.GRANTED;
    if (isShared) {
      return Texts.text("consent.brief.outside");
    }
    if (isUsed) {
      return Texts.text("consent.brief.inside");
    }
    boolean isRecorded = consent.answer(ConsentScope.RECORD) == ConsentAnswer.GRANTED;
    return Texts.text(isRecorded ? "consent.brief.recorded" : "consent.brief.notes");
  }
}
