package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everything a handoff consists of, as it is now; what is in the trash is left out.
 *
 * @param features of the MVP, those for later too
 * @param sources digests of what proofs point to, as far as whoever reads may see it
 * @param hasTeam whether there are people who can answer for something; there are none where nobody
 *     signs in
 */
public record Bundle(
    Handoff handoff,
    Idea idea,
    Optional<Mvp> mvp,
    List<Feature> features,
    List<Measurement> measurements,
    Map<RecordId, Result> results,
    List<Cost> costs,
    List<InfraService> services,
    List<AcceptanceCheck> checks,
    List<ChecklistItem> items,
    List<Proof> proofs,
    List<Claim> claims,
    Map<RecordId, String> sources,
    boolean hasTeam) {
  public Bundle {
    features = List.copyOf(features);
    measurements = List.copyOf(measurements);
    results = Map.copyOf(results);
    costs = List.copyOf(costs);
    services = List.copyOf(services);
    checks = List.copyOf(checks);
    items = items.stream().sorted(ChecklistItem.BY_CODE).toList();
    proofs = List.copyOf(proofs);
    claims = List.copyOf(claims);
    sources = Map.copyOf(sources);
  }

  /**
   * The same as somebody sees it.
   *
   * @param isHeldBack whether those whose words evidence is do not allow that they are quoted
   */
  public Bundle judged(
      Predicate<Evidence> isHeldBack, Map<RecordId, String> sources, boolean hasTeam) {
    List<Claim> judged =
        claims.stream().map(its -> new Claim(its.link(), isHeldBack.test(its.link()))).toList();
    return new Bundle(
        handoff,
        idea,
        mvp,
        features,
        measurements,
        results,
        costs,
        services,
        checks,
        items,
        proofs,
        judged,
        sources,
        hasTeam);
  }

  /** What shows that an item holds, oldest first. */
  public List<Proof> proofs(ChecklistItem item) {
    return proofs.stream().filter(one -> one.item().equals(Optional.of(item.id()))).toList();
  }

  /** What came out for a number of the measurement plan. */
  public Optional<Result> result(Measurement measurement) {
    return Optional.ofNullable(results.get(measurement.id()))
        .filter(one -> one.value().isPresent());
  }

  /** The features that are handed off. */
  public List<Feature> delivered() {
    return features.stream().filter(one -> one.isIn() && !one.text().isBlank()).toList();
  }
}
