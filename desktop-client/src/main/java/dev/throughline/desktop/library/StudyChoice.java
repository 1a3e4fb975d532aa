package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.model.id.RecordId;
import java.util.Optional;

/** Which studies' interviews are listed. */
sealed interface StudyChoice {
  boolean includes(InterviewRow row);

  /** Where a new interview goes while this is chosen. */
  Optional<RecordId> study();

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
