package dev.throughline.desktop.interview;

import java.time.LocalDate;

/** Something an interview that took place should have and has not: the debt of field work. */
public enum Gap {
  NO_DEBRIEF,
  /** Nobody wrote down what the participant agreed to. */
  NO_CONSENT,
  NO_TRANSCRIPT,
  NOTHING_WRITTEN,
  NO_PARTICIPANT;

  /**
   * Whether the interview lacks this. One that is still to come, or was cancelled, lacks nothing.
   */
  public boolean isIn(InterviewRow row, LocalDate today) {
    return tookPlace(row, today)
        && switch (this) {
          case NOTHING_WRITTEN -> !row.hasNotes() && row.segments() == 0;
          case NO_PARTICIPANT -> row.participant().isBlank();
          case NO_TRANSCRIPT -> row.segments() == 0;
          case NO_CONSENT -> !row.hasConsent();
          case NO_DEBRIEF -> row.interview().debrief().isEmpty();
        };
  }

  /** Whether it was held: it says so itself, or its day is over. */
  public static boolean tookPlace(InterviewRow row, LocalDate today) {
    return switch (row.interview().status()) {
      case DONE -> true;
      case CANCELLED -> false;
      case PLANNED, RUNNING ->
          row.interview().date().filter(day -> day.isBefore(today)).isPresent();
    };
  }
}
