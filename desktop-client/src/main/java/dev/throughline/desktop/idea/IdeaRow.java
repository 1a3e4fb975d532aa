package dev.throughline.desktop.idea;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.score.Scored;
import java.util.List;
import java.util.Optional;

/**
 * One idea as lists show it, with what counts of the ideas that were merged into it.
 *
 * @param study what its study is called; empty for the whole workspace
 * @param owner what its owner is called; empty when nobody has it
 * @param score what its newest scoring says
 * @param supporting how much speaks for it
 * @param opposing how much speaks against it
 * @param untested assumptions nobody tested
 * @param openTasks discovery tasks that are not over
 * @param merged the ideas that go on in this one
 * @param isWaiting whether the server does not have all of the idea itself yet
 */
record IdeaRow(
    Idea idea,
    String study,
    String owner,
    Optional<Scored> score,
    int supporting,
    int opposing,
    int untested,
    int openTasks,
    List<RecordId> merged,
    boolean isWaiting,
    long changedAtMillis) {
  IdeaRow {
    merged = List.copyOf(merged);
  }

  RecordId id() {
    return idea.id();
  }

  boolean hasEvidence() {
    return supporting + opposing > 0;
  }
}
