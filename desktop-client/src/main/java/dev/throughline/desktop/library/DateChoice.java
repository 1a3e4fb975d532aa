package dev.throughline.desktop.library;

import java.time.LocalDate;
import java.util.Optional;

/** Which days of interviews are listed. */
sealed interface DateChoice {
  boolean includes(Optional<LocalDate> day, LocalDate today);

  /** Whatever the day, and without one. */
  record Any() implements DateChoice {
    @Override
    public boolean includes(Optional<LocalDate> day, LocalDate today) {
      return true;
    }
  }

  /** Today and later. */
  record Upcoming() implements DateChoice {
    @Override
    public boolean includes(Optional<LocalDate> day, LocalDate today) {
      return day.filter(date -> !date.isBefore(today)).isPresent();
    }
  }

  /** Today and this many days before it. */
  record Last(int days) implements DateChoice {
    @Override
    public boolean includes(Optional<LocalDate> day, LocalDate today) {
      return day.filter(date -> !date.isAfter(today) && date.isAfter(today.minusDays(days)))
          .isPresent();
    }
  }

  /** No day was set. */
  record None() implements DateChoice {
    @Override
    public boolean includes(Optional<LocalDate> day, LocalDate today) {
      return day.isEmpty();
    }
  }

  /** Both days included; a missing end is open. */
  record Between(Optional<LocalDate> from, Optional<LocalDate> to) implements DateChoice {
    @Override
    public boolean includes(Optional<LocalDate> day, LocalDate today) {
      return day.filter(date -> from.filter(date::isBefore).isEmpty())
          .filter(date -> to.filter(date::isAfter).isEmpty())
          .isPresent();
    }
  }
}
