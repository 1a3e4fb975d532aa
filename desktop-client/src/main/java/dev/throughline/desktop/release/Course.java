package dev.throughline.desktop.release;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import java.util.List;
import java.util.Optional;

/**
 * How far one version is on its way.
 *
 * @param checks what it has to pass, in the order of its manifest
 * @param to the version it goes, or went, back to; 0 for none
 * @param next the version that took its place; 0 while nobody knows
 * @param refusal what SentinelNet said against it
 */
record Course(
    Release release,
    long version,
    List<CheckStand> checks,
    long to,
    long next,
    Optional<Refusal> refusal) {
  /** The steps there are; the last one is named by how it ends. */
  enum Step {
    SIGNED,
    SENTINEL,
    KERNEL,
    OUT,
    CHECKS,
    END
  }

  RecordId id() {
    return release.id();
  }

  ReleaseState state() {
    return release.state();
  }

  long passed() {
    return checks.stream().filter(CheckStand::isPassed).count();
  }

  long failed() {
    return checks.stream().filter(CheckStand::isFailed).count();
  }

  /** Whether it came to its end where it is, and not by passing everything. */
  boolean isStopped() {
    return switch (state()) {
      case BLOCKED, EXPIRED, FAILED -> true;
      case CHECKING, REGISTERING, ACTIVATING, TESTING -> false;
      case VERIFIED, SUPERSEDED, ROLLING_BACK, ROLLED_BACK -> false;
    };
  }

  /** Where it is now, or where it ended. */
  Step at() {
    return switch (state()) {
      case CHECKING, BLOCKED -> Step.SENTINEL;
      case REGISTERING -> Step.KERNEL;
      case EXPIRED -> release.verdict().isEmpty() ? Step.SENTINEL : Step.KERNEL;
      case ACTIVATING -> Step.OUT;
      case TESTING, FAILED -> Step.CHECKS;
      case VERIFIED, SUPERSEDED, ROLLING_BACK, ROLLED_BACK -> Step.END;
    };
  }

  /** Whether its checks are worth a look. */
  boolean showsChecks() {
    return switch (state()) {
      case BLOCKED, EXPIRED -> false;
      case SUPERSEDED, ROLLING_BACK, ROLLED_BACK -> !release.results().isEmpty();
      case CHECKING, REGISTERING, ACTIVATING -> true;
      case TESTING, VERIFIED, FAILED -> true;
    };
  }
}
