package dev.throughline.desktop.comment;

import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.stream.Stream;

/** A comment and its answers, the oldest first. */
public record Talk(Said first, List<Said> answers) {
  public Talk {
    answers = List.copyOf(answers);
  }

  RecordId id() {
    return first.comment().id();
  }

  boolean isResolved() {
    return first.comment().isResolved();
  }

  /** All that was said and is still there. */
  public Stream<Said> all() {
    return Stream.concat(Stream.of(first), answers.stream()).filter(said -> !said.isGone());
  }
}
