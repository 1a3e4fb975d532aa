package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.server.log.Aftermath.Done;
import dev.throughline.server.log.Aftermath.Records;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what was edited of handoffs, so that each approval is written once for many edits. */
final class Edits {
  private final Records records;
  private final RecordId person;
  private final Touched reach;
  private final Map<RecordId, Long> touched = new HashMap<>();
  private final Map<RecordId, Set<String>> contributors = new HashMap<>();
  private final Map<RecordId, Set<String>> sources = new HashMap<>();

  Edits(Records records, RecordId person) {
    this.records = records;
    this.person = person;
    this.reach = new Touched(records);
  }

  void add(Done done) {
    Set<RecordId> handoffs = reach.handoffs(done);
    handoffs.forEach(handoff -> touched.merge(handoff, done.after().seq(), Math::max));
    reach.restingOn(done).forEach((source, all) -> changed(source, all, done.after().seq()));
    if (Touched.isWriting(done)) {
      Set<String> people = new HashSet<>(Set.of(person.toString()));
      // What is moved here was written by those who wrote it where it was.
      before(done)
          .map(from -> Approvals.of(from, records))
          .ifPresent(from -> people.addAll(from.contributors()));
      handoffs.forEach(
          handoff -> contributors.computeIfAbsent(handoff, _ -> new TreeSet<>()).addAll(people));
    }
  }

  private void changed(RecordId source, Set<RecordId> handoffs, long seq) {
    for (RecordId handoff : handoffs) {
      touched.merge(handoff, seq, Math::max);
      sources.computeIfAbsent(handoff, _ -> new TreeSet<>()).add(source.toString());
    }
  }

  private static Optional<RecordId> before(Done done) {
    return new FieldMap(done.before().fields())
        .reference(Handoff.KIND.name())
        .filter(
            from ->
                !new FieldMap(done.after().fields())
                    .reference(Handoff.KIND.name())
                    .equals(Optional.of(from)));
  }

  /** Writes what was gathered, and forgets it. */
  void write() {
    touched.forEach(
        (handoff, seq) -> {
          Approval now = Approvals.of(handoff, records);
          Set<String> people = new TreeSet<>(now.contributors());
          people.addAll(contributors.getOrDefault(handoff, Set.of()));
          Map<String, Long> moved = new TreeMap<>(now.sources());
          sources.getOrDefault(handoff, Set.of()).forEach(one -> moved.put(one, now.revision()));
          Approvals.edited(now, new Approvals.Edited(people, moved, seq), records);
        });
    touched.clear();
    contributors.clear();
    sources.clear();
  }
}
