package dev.throughline.server.approval;

import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.InfraService;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Decision;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.Result;
import dev.throughline.model.plan.Sprint;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.server.log.Aftermath.Done;
import dev.throughline.server.log.Aftermath.Records;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which handoffs an edit is about. */
final class Touched {
  private static final Set<String> WRITTEN =
      Set.of(
          Handoff.KIND.name(),
          Cost.KIND.name(),
          InfraService.KIND.name(),
          AcceptanceCheck.KIND.name());

  /** Everything a manifest is made of. */
  private static final Set<String> PARTS =
      Set.of(
          Handoff.KIND.name(),
          Cost.KIND.name(),
          InfraService.KIND.name(),
          AcceptanceCheck.KIND.name(),
          ChecklistItem.KIND.name(),
          Proof.KIND.name(),
          Mvp.KIND.name(),
          Feature.KIND.name(),
          Measurement.KIND.name(),
          Result.KIND.name(),
          Idea.KIND.name(),
          Evidence.KIND.name());

  /** What evidence and proofs point to. */
  private static final Set<String> SOURCES =
      Stream.concat(
              Evidence.SOURCES.stream(),
              Stream.of(
                  Decision.KIND.name(),
                  DiscoveryTask.KIND.name(),
                  Sprint.KIND.name(),
                  Measurement.KIND.name(),
                  Transcript.KIND.name()))
          .collect(Collectors.toUnmodifiableSet());

  /** What was said, or noted of it: parts of an interview. */
  private static final Set<String> SAID =
      Set.of(Segment.KIND.name(), Transcript.KIND.name(), Memo.KIND.name());

  /** Of an idea and of an MVP a manifest holds only these. */
  private static final Set<String> OF_IDEA = Set.of(Idea.TITLE, Idea.BUDGET, Idea.MERGED_INTO);

  private static final Set<String> OF_MVP = Set.of(Mvp.VERSION, Mvp.LAUNCH, Mvp.IDEA);

  private final Records records;

  /** Which handoffs rest on what, as it was when it was first asked. */
  private final Map<RecordId, Set<RecordId>> resting = new HashMap<>();

  /** Whether a record of that kind can matter to a handoff. */
  static boolean isOne(String kind) {
    return PARTS.contains(kind) || SOURCES.contains(kind);
  }

  Touched(Records records) {
    this.records = records;
  }

  /** The handoffs whose manifest may be another one now. */
  Set<RecordId> handoffs(Done done) {
    boolean isPart = PARTS.contains(done.op().kind());
    if (!isPart || (done.op().action() == Action.EDIT && !isInManifest(done))) {
      return Set.of();
    }
    Set<RecordId> found = new HashSet<>();
    climb(done.after(), found);
    if (!done.before().isAbsent()) {
      climb(done.before(), found);
    }
    return found;
  }

  private static boolean isInManifest(Done done) {
    Set<String> fields = done.op().fields().keySet();
    String kind = done.op().kind();
    if (kind.equals(Idea.KIND.name())) {
      return fields.stream().anyMatch(OF_IDEA::contains);
    }
    return !kind.equals(Mvp.KIND.name()) || fields.stream().anyMatch(OF_MVP::contains);
  }

  /** Whether this writes the handoff itself, other than by filling in its checklist. */
  static boolean isWriting(Done done) {
    return WRITTEN.contains(done.op().kind());
  }

  /**
   * What evidence or proofs point to and is another thing now, or gone, with the handoffs that rest
   * on it: the record itself, or what it is a part of, as a turn is of its interview.
   */
  Map<RecordId, Set<RecordId>> restingOn(Done done) {
    Map<RecordId, Set<RecordId>> found = new HashMap<>();
    if (!SOURCES.contains(done.op().kind())) {
      return found;
    }
    Set<RecordId> seen = new HashSet<>();
    for (RecordState from : List.of(done.before(), done.after())) {
      Optional<RecordState> at = Optional.of(from).filter(it -> !it.isAbsent());
      while (at.isPresent() && SAID.contains(at.get().kind()) && seen.add(at.get().id())) {
        rest(at.get().id(), found);
        RecordState state = at.get();
        at =
            Kinds.up(state.kind())
                .flatMap(new FieldMap(state.fields())::reference)
                .flatMap(records::find);
      }
      at.filter(it -> seen.add(it.id())).ifPresent(it -> rest(it.id(), found));
    }
    return found;
  }

  private void rest(RecordId source, Map<RecordId, Set<RecordId>> found) {
    Set<RecordId> handoffs = resting.computeIfAbsent(source, this::resting);
    if (!handoffs.isEmpty()) {
      found.put(source, handoffs);
    }
  }

  private Set<RecordId> resting(RecordId source) {
    Set<RecordId> handoffs = new HashSet<>();
    Stream.concat(
            records.naming(Evidence.KIND.name(), Evidence.SOURCE, source).stream(),
            records.naming(Proof.KIND.name(), Proof.SOURCE, source).stream())
        .forEach(link -> climb(link, handoffs));
    return handoffs;
  }

  /** Up to its handoff, through every idea that goes on in another one. */
  private void climb(RecordState from, Set<RecordId> found) {
    Set<RecordId> seen = new HashSet<>();
    Optional<RecordState> at = Optional.of(from);
    while (at.isPresent() && seen.add(at.get().id())) {
      RecordState state = at.get();
      FieldMap fields = new FieldMap(state.fields());
      if (state.kind().equals(Handoff.KIND.name())) {
        found.add(state.id());
        return;
      }
      if (state.kind().equals(Mvp.KIND.name())) {
        add(Handoff.MVP, state.id(), found);
        return;
      }
      if (state.kind().equals(Idea.KIND.name())) {
        add(Handoff.IDEA, state.id(), found);
        at = fields.reference(Idea.MERGED_INTO).flatMap(records::find);
      } else {
        at = Kinds.up(state.kind()).flatMap(fields::reference).flatMap(records::find);
      }
    }
  }

  private void add(String field, RecordId record, Set<RecordId> found) {
    records.naming(Handoff.KIND.name(), field, record).forEach(handoff -> found.add(handoff.id()));
  }
}
