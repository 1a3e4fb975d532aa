package dev.throughline.model.handoff;

import dev.throughline.model.idea.Stance;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Reach;
import dev.throughline.model.plan.Result;
import dev.throughline.model.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * That an item is ready by itself, and how many records say so.
 *
 * @param from what it is filled from
 * @param count how many
 */
public record Filled(Filling from, int count) {
  /** What fills an item now; empty while nothing does. */
  static Optional<Filled> of(ChecklistItem item, Bundle bundle) {
    int count = count(item.filling(), bundle);
    return count > 0 ? Optional.of(new Filled(item.filling(), count)) : Optional.empty();
  }

  private static int count(Filling filling, Bundle bundle) {
    List<Measurement> plan = bundle.measurements();
    return switch (filling) {
      case NOTHING -> 0;
      case MEASUREMENTS ->
          plan.stream().allMatch(one -> one.target().isPresent() && !one.method().isBlank())
              ? plan.size()
              : 0;
      case RESULTS -> plan.stream().allMatch(one -> isReached(one, bundle)) ? plan.size() : 0;
      case CHECKS ->
          bundle.checks().stream().noneMatch(one -> one.threshold().isBlank())
              ? bundle.checks().size()
              : 0;
      case EVIDENCE -> (int) bundle.claims().stream().filter(Filled::speaksFor).count();
      case CONSENT ->
          bundle.claims().stream().noneMatch(Claim::isHeldBack) ? bundle.claims().size() : 0;
      case COSTS -> CostSum.of(bundle.costs()).amount().isPresent() ? bundle.costs().size() : 0;
      case BUDGET -> isWithin(bundle) ? 1 : 0;
      case PRICING -> bundle.handoff().pricing().isBlank() ? 0 : 1;
    };
  }

  private static boolean speaksFor(Claim claim) {
    return claim.link().stance() == Stance.FOR;
  }

  private static boolean isWithin(Bundle bundle) {
    Optional<Money> budget = bundle.idea().budget();
    return CostSum.of(bundle.costs())
        .amount()
        .filter(
            sum ->
                budget
                    .filter(its -> its.currency().equals(sum.currency()))
                    .filter(its -> its.minor() >= sum.minor())
                    .isPresent())
        .isPresent();
  }

  /** Whether a number of the plan was measured and is as good as it was to be. */
  public static boolean isReached(Measurement measurement, Bundle bundle) {
    Optional<BigDecimal> value = bundle.result(measurement).flatMap(Result::value);
    return measurement.target().isPresent()
        && value.isPresent()
        && (measurement.reach() == Reach.AT_LEAST
            ? value.get().compareTo(measurement.target().get()) >= 0
            : value.get().compareTo(measurement.target().get()) <= 0);
  }
}
