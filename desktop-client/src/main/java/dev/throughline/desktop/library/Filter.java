package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.library.StudyChoice.AllStudies;
import dev.throughline.model.interview.InterviewStatus;
import java.util.EnumSet;
import java.util.Set;

/**
 * What narrows the library, as it was chosen. Of each facet one of the chosen must hold, an empty
 * one holds always; all facets must hold together.
 *
 * @param typed every word of it must be found in title, participant, study, place, notes or turns
 */
record Filter(
    String typed,
    StudyChoice study,
    Set<Gap> gaps,
    Set<String> people,
    DateChoice dates,
    Set<InterviewStatus> statuses,
    Set<Sent> sent,
    Set<SoundChoice> sound) {
  static final Filter NOTHING =
      new Filter(
          "",
          new AllStudies(),
          Set.of(),
          Set.of(),
          new DateChoice.Any(),
          Set.of(),
          Set.of(),
          Set.of());

  /** The parts of a filter that can be chosen one by one beside the typed words. */
  enum Facet {
    STUDY,
    GAP,
    PERSON,
    DATE,
    STATUS,
    SENT,
    SOUND
  }

  Filter {
    gaps = Set.copyOf(gaps);
    people = Set.copyOf(people);
    statuses = Set.copyOf(statuses);
    sent = Set.copyOf(sent);
    sound = Set.copyOf(sound);
  }

  /** The facets that narrow anything. */
  Set<Facet> active() {
    EnumSet<Facet> active = EnumSet.noneOf(Facet.class);
    for (Facet facet : Facet.values()) {
      if (isActive(facet)) {
        active.add(facet);
      }
    }
    return active;
  }

  private boolean isActive(Facet facet) {
    return switch (facet) {
      case STUDY -> !(study instanceof AllStudies);
      case GAP -> !gaps.isEmpty();
      case PERSON -> !people.isEmpty();
      case DATE -> !(dates instanceof DateChoice.Any);
      case STATUS -> !statuses.isEmpty();
      case SENT -> !sent.isEmpty();
      case SOUND -> !sound.isEmpty();
    };
  }

  /** Whether the row holds what a facet asks for; a facet that narrows nothing holds always. */
  boolean holds(Facet facet, InterviewRow row, java.time.LocalDate today) {
    return switch (facet) {
      case STUDY -> study.includes(row);
      case GAP -> gaps.isEmpty() || gaps.stream().anyMatch(gap -> gap.isIn(row, today));
      case PERSON -> people.isEmpty() || people.contains(row.participant());
      case DATE -> dates.includes(row.interview().date(), today);
      case STATUS -> statuses.isEmpty() || statuses.contains(row.interview().status());
      case SENT -> sent.isEmpty() || sent.contains(Sent.of(row));
      case SOUND -> sound.isEmpty() || sound.contains(SoundChoice.of(row));
    };
  }
}
