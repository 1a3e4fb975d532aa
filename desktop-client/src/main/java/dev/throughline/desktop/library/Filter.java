package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.model.id.RecordId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What narrows the library; everything given must hold, of the gaps at least one.
 *
 * @param words every one of them must stand in title, participant, study or place
 */
record Filter(List<String> words, StudyChoice study, Set<Gap> gaps, LocalDate today)
    implements Predicate<InterviewRow> {
  Filter {
    words = List.copyOf(words);
    gaps = Set.copyOf(gaps);
  }

  static Filter of(String typed, StudyChoice study, Set<Gap> gaps, LocalDate today) {
    List<String> words =
        Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return new Filter(words, study, gaps, today);
  }

  @Override
  public boolean test(InterviewRow row) {
    return study.includes(row)
        && (gaps.isEmpty() || gaps.stream().anyMatch(gap -> gap.isIn(row, today)))
        && holdsWords(row);
  }

  private boolean holdsWords(InterviewRow row) {
    if (words.isEmpty()) {
      return true;
    }
    String searched =
        String.join(
                "\n",
                row.interview().title(),
                row.participant(),
                row.study(),
                row.interview().place())
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(searched::contains);
  }

  /** Which studies' interviews are listed. */
  sealed interface StudyChoice {
    boolean includes(InterviewRow row);

    /** Where a new interview goes while this is chosen. */
    Optional<RecordId> study();
  }

  record AllStudies() implements StudyChoice {
    @Override
    public boolean includes(InterviewRow row) {
      return true;
    }

    @Override
    public Optional<RecordId> study() {
      return Optional.empty();
    }
  }

  record OneStudy(RecordId id) implements StudyChoice {
    @Override
    public boolean includes(InterviewRow row) {
      return row.interview().study().filter(id::equals).isPresent();
    }

    @Override
    public Optional<RecordId> study() {
      return Optional.of(id);
    }
  }

  record WithoutStudy() implements StudyChoice {
    @Override
    public boolean includes(InterviewRow row) {
      return row.interview().study().isEmpty();
    }

    @Override
    public Optional<RecordId> study() {
      return Optional.empty();
    }
  }
}
