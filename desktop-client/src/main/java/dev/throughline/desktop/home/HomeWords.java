package dev.throughline.desktop.home;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.ui.Texts;

/** How Home names interviews and what they have. */
final class HomeWords {
  private HomeWords() {}

  static String title(InterviewRow row) {
    String title = row.interview().title();
    return title.isBlank() ? Texts.text("interviews.untitled") : title;
  }

  /** What was written and said: "notes, 62 turns"; empty when nothing was. */
  static String contents(InterviewRow row) {
    if (row.segments() == 0) {
      return row.hasNotes() ? Texts.text("home.has.notes") : "";
    }
    String turns = Texts.count("home.has.turns", row.segments());
    return row.hasNotes() ? Texts.text("home.has.both", turns) : turns;
  }

  /** The second line of a row: "P-07, notes, 62 turns"; nobody is named twice. */
  static String second(InterviewRow row) {
    String contents = contents(row).isEmpty() ? Texts.text("home.has.nothing") : contents(row);
    String who = row.participant();
    return who.isBlank() || title(row).contains(who)
        ? contents
        : Texts.text("home.who.has", who, contents);
  }

  static String lacks(Gap gap) {
    return switch (gap) {
      case NOTHING_WRITTEN -> Texts.text("home.gap.nothing");
      case NO_PARTICIPANT -> Texts.text("home.gap.participant");
      case NO_TRANSCRIPT -> Texts.text("home.gap.transcript");
    };
  }
}
