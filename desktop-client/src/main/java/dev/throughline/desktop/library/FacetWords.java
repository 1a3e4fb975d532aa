package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.interview.InterviewStatus;

/** The choices of the facets in words. */
final class FacetWords {
  private FacetWords() {}

  static String gap(Gap gap) {
    return switch (gap) {
      case NOTHING_WRITTEN -> Texts.text("library.gap.nothing");
      case NO_PARTICIPANT -> Texts.text("library.gap.participant");
      case NO_TRANSCRIPT -> Texts.text("library.gap.transcript");
      case NO_CONSENT -> Texts.text("library.gap.consent");
      case NO_DEBRIEF -> Texts.text("library.gap.debrief");
    };
  }

  static String status(InterviewStatus status) {
    return switch (status) {
      case PLANNED -> Texts.text("library.status.planned");
      case RUNNING -> Texts.text("library.status.running");
      case DONE -> Texts.text("library.status.done");
      case CANCELLED -> Texts.text("library.status.cancelled");
    };
  }

  static String sent(Sent sent) {
    return switch (sent) {
      case ON_SERVER -> Texts.text("library.sent.server");
      case WAITING -> Texts.text("library.sent.waiting");
      case SAMPLE -> Texts.text("library.sent.sample");
    };
  }

  static String sound(SoundChoice sound) {
    return switch (sound) {
      case HERE -> Texts.text("library.sound.choice.here");
      case SERVER -> Texts.text("library.sound.choice.server");
      case UNDER_WAY -> Texts.text("library.sound.choice.way");
      case NONE -> Texts.text("library.sound.choice.none");
    };
  }

  static String dates(DateChoice dates) {
    return switch (dates) {
      case DateChoice.Any() -> Texts.text("library.date.any");
      case DateChoice.Upcoming() -> Texts.text("library.date.upcoming");
      case DateChoice.None() -> Texts.text("library.date.none");
      case DateChoice.Last(int days) -> Texts.text("library.date.last", days);
      case DateChoice.Between(var from, var to) ->
          Texts.text(
              "library.date.span",
              from.map(Object::toString).orElse("…"),
              to.map(Object::toString).orElse("…"));
    };
  }
}
