package dev.throughline.desktop.idea;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Assumption;
import dev.throughline.model.idea.Decision;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.score.Score;
import dev.throughline.model.study.Study;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Everything the page of one idea shows.
 *
 * @param goesOn the idea this one was merged into; empty where it goes on by itself
 * @param merged the ideas that go on in this one
 * @param evidence the weightiest first
 * @param scores the newest first
 * @param assumptions the riskiest untested first
 * @param tasks those that are not over first, by day
 * @param decisions the newest first
 * @param studies all there are, by title
 * @param people what everybody of the team is called; empty where nobody signs in
 */
record IdeaDetail(
    Idea idea,
    Optional<Idea> goesOn,
    List<Idea> merged,
    List<EvidenceLine> evidence,
    List<Score> scores,
    List<Assumption> assumptions,
    List<DiscoveryTask> tasks,
    List<Decision> decisions,
    List<Study> studies,
    SortedMap<RecordId, String> people) {
  IdeaDetail {
    merged = List.copyOf(merged);
    evidence = List.copyOf(evidence);
    scores = List.copyOf(scores);
    assumptions = List.copyOf(assumptions);
    tasks = List.copyOf(tasks);
    decisions = List.copyOf(decisions);
    studies = List.copyOf(studies);
  }

  /** What somebody is called; empty for nobody. */
  String name(Optional<RecordId> person) {
    return person.map(id -> people.getOrDefault(id, "")).orElse("");
  }
}
