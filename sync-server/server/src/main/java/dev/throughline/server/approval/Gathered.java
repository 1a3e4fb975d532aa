package dev.throughline.server.approval;

import dev.throughline.model.handoff.Gathering;
import dev.throughline.model.handoff.Gathering.Kept;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Manifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaFamilies;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.signing.Json;
import dev.throughline.model.sync.RecordState;
import dev.throughline.server.log.Aftermath.Records;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Handoffs as their records are here. */
final class Gathered implements Gathering.Shelf {
  private final Records records;

  private Gathered(Records records) {
    this.records = records;
  }

  /** The document of a handoff now; empty when it is not there, or in the trash. */
  static Optional<Json> manifest(RecordId handoff, long version, Records records) {
    Gathered here = new Gathered(records);
    return here.find(Handoff.KIND, handoff)
        .map(kept -> Handoff.from(kept.id(), kept.fields()))
        .map(of -> new Gathering(here).of(of, here.ideas(of)))
        .map(bundle -> Manifest.of(bundle, version));
  }

  @Override
  public Optional<Kept> find(Kind kind, RecordId id) {
    return live(kind, id).map(Gathered::kept);
  }

  @Override
  public List<Kept> below(Kind kind, Collection<RecordId> above) {
    return above.stream()
        .distinct()
        .flatMap(one -> records.naming(kind.name(), kind.parent(), one).stream())
        .map(Gathered::kept)
        .toList();
  }

  private Optional<RecordState> live(Kind kind, RecordId id) {
    return records
        .find(id)
        .filter(state -> state.kind().equals(kind.name()) && state.trash().isEmpty());
  }

  private static Kept kept(RecordState state) {
    return new Kept(state.id(), state.fields());
  }

  /** Those whose evidence counts: of an idea that goes on in another one, only its own. */
  private List<RecordId> ideas(Handoff handoff) {
    if (handoff.idea().isEmpty()) {
      return List.of();
    }
    RecordId own = handoff.idea().get();
    Map<RecordId, Idea> met = new LinkedHashMap<>();
    Deque<RecordId> open = new ArrayDeque<>(List.of(own));
    while (!open.isEmpty()) {
      RecordId at = open.pop();
      Optional<Idea> idea =
          met.containsKey(at)
              ? Optional.empty()
              : live(Idea.KIND, at).map(state -> Idea.from(at, state.fields()));
      idea.ifPresent(
          its -> {
            met.put(at, its);
            its.mergedInto().ifPresent(open::add);
            records
                .naming(Idea.KIND.name(), Idea.MERGED_INTO, at)
                .forEach(merged -> open.add(merged.id()));
          });
    }
    IdeaFamilies families = IdeaFamilies.of(met.values());
    return families.isMerged(own)
        ? List.of(own)
        : met.isEmpty() ? List.of(own) : met.keySet().stream().sorted().toList();
  }
}
