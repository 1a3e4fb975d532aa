package dev.throughline.desktop.release;

import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.PlannedCheck;
import java.util.Optional;

/**
 * How a check of a release stands.
 *
 * @param result what counts
 * @param reported what was reported here or elsewhere and is not among what counts
 * @param isAwaited whether a result would still count
 * @param isAsked whether it can be reported now, by whoever looks
 */
record CheckStand(
    PlannedCheck planned,
    Optional<CheckResult.Taken> result,
    Optional<CheckResult> reported,
    boolean isAwaited,
    boolean isAsked) {
  boolean isPassed() {
    return result.filter(its -> its.outcome() == CheckOutcome.PASSED).isPresent();
  }

  boolean isFailed() {
    return result.filter(its -> its.outcome() == CheckOutcome.FAILED).isPresent();
  }
}
