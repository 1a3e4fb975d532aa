package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.Result;
import dev.throughline.model.value.Value;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Puts a handoff together from records, wherever these are kept: what a desktop submits and what
 * the server knows are the same document for as long as the records are the same.
 */
public final class Gathering {
  private final Shelf shelf;

  /** A record as it is kept. */
  public record Kept(RecordId id, Map<String, Value> fields) {}

  /** Finds records; of those in the trash none. */
  public interface Shelf {
    Optional<Kept> find(Kind kind, RecordId id);

    /** Those of a kind right below any of these, in no particular order. */
    List<Kept> below(Kind kind, Collection<RecordId> above);
  }

  public Gathering(Shelf shelf) {
    this.shelf = shelf;
  }

  /**
   * What a handoff consists of. Says of no evidence that it is held back, and knows no digests of
   * sources: see {@link Bundle#judged}.
   *
   * @param ideas those that are one with its idea, in any order
   */
  public Bundle of(Handoff handoff, Collection<RecordId> ideas) {
    List<RecordId> self = List.of(handoff.id());
    List<RecordId> mvp = handoff.mvp().map(List::of).orElse(List.of());
    List<Measurement> plan = sorted(Measurement.KIND, mvp, Measurement::from);
    List<ChecklistItem> items = sorted(ChecklistItem.KIND, self, ChecklistItem::from);
    return new Bundle(
        handoff,
        handoff
            .idea()
            .flatMap(id -> shelf.find(Idea.KIND, id))
            .map(kept -> Idea.from(kept.id(), kept.fields()))
            .orElseGet(() -> Idea.from(handoff.idea().orElse(handoff.id()), Map.of())),
        handoff
            .mvp()
            .flatMap(id -> shelf.find(Mvp.KIND, id))
            .map(kept -> Mvp.from(kept.id(), kept.fields())),
        sorted(Feature.KIND, mvp, Feature::from),
        plan,
        results(plan),
        sorted(Cost.KIND, self, Cost::from),
        sorted(InfraService.KIND, self, InfraService::from),
        sorted(AcceptanceCheck.KIND, self, AcceptanceCheck::from),
        items,
        sorted(Proof.KIND, items.stream().map(ChecklistItem::id).toList(), Proof::from),
        sorted(Evidence.KIND, ideas, Evidence::from).stream()
            .map(link -> new Claim(link, false))
            .toList(),
        Map.of(),
        false);
  }

  private Map<RecordId, Result> results(List<Measurement> plan) {
    Map<RecordId, Result> results = new HashMap<>();
    sorted(Result.KIND, plan.stream().map(Measurement::id).toList(), Result::from)
        .forEach(one -> one.measurement().ifPresent(of -> results.put(of, one)));
    return results;
  }

  private <T> List<T> sorted(
      Kind kind, Collection<RecordId> above, BiFunction<RecordId, Map<String, Value>, T> parse) {
    return shelf.below(kind, above).stream()
        .sorted(Comparator.comparing(Kept::id))
        .map(kept -> parse.apply(kept.id(), kept.fields()))
        .toList();
  }
}
