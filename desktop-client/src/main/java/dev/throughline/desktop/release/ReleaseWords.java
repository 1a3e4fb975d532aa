package dev.throughline.desktop.release;

import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.release.Course.Step;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.PlannedCheck;
import dev.throughline.model.release.PlannedCheck.Type;
import dev.throughline.model.release.Waits;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is said of releases and their checks. */
final class ReleaseWords {
  private ReleaseWords() {}

  static String step(Step step, Course about) {
    if (step != Step.END) {
      return Texts.text("release.step." + step.name().toLowerCase(Locale.ROOT));
    }
    return switch (about.state()) {
      case SUPERSEDED, ROLLING_BACK, ROLLED_BACK ->
          Texts.text("release.step." + about.state().wireName());
      default -> Texts.text("release.step.verified");
    };
  }

  /** Where it is and what it waits for, or why it ended. */
  static String sentence(Course about) {
    String state = state(about);
    boolean isHeldUp = about.release().waits() != Waits.NOTHING && !isSaidAnyway(about);
    return isHeldUp
        ? state + " " + Texts.text("release.waits." + about.release().waits().wireName())
        : state;
  }

  /** Results and signatures are what its state waits for; the state says so itself. */
  private static boolean isSaidAnyway(Course about) {
    return about.release().waits() == Waits.CHECKS;
  }

  private static String state(Course about) {
    String key = "release.state." + about.state().wireName();
    int all = about.checks().size();
    return switch (about.state()) {
      case CHECKING, REGISTERING, ACTIVATING, EXPIRED -> Texts.text(key);
      case TESTING -> testing(key, about, all);
      case VERIFIED -> all == 0 ? Texts.text(key + ".none") : Texts.count(key, all);
      case BLOCKED -> blocked(key, about);
      case SUPERSEDED ->
          about.next() == 0 ? Texts.text(key + ".unknown") : Texts.text(key, about.next());
      case FAILED -> Texts.text(key, about.failed(), all);
      case ROLLING_BACK, ROLLED_BACK ->
          about.to() == 0 ? Texts.text(key + ".none") : Texts.text(key, about.to());
    };
  }

  private static String testing(String key, Course about, int all) {
    if (all == 0) {
      return Texts.text(key + ".none");
    }
    if (about.release().results().isEmpty()) {
      return Texts.count(key + ".all", all);
    }
    String counted =
        Texts.text(
            about.failed() == 0 ? key : key + ".failed", about.passed(), all, about.failed());
    boolean isAwaited = about.passed() + about.failed() < all;
    return isAwaited ? counted + " " + Texts.text(key + ".others") : counted;
  }

  private static String blocked(String key, Course about) {
    return about
        .refusal()
        .filter(its -> !its.reason().isBlank())
        .map(its -> Texts.text(key, its.reason()))
        .orElse(Texts.text(key + ".unknown"));
  }

  /** By which rule SentinelNet said no; empty where it did not say it. */
  static String rule(Refusal refusal) {
    return refusal.policy().isBlank()
        ? ""
        : Texts.text("release.rule", refusal.policy(), refusal.version());
  }

  /** How loud it is: only what needs a person has colour. */
  static Chip.State tone(Course about) {
    return switch (about.state()) {
      case BLOCKED, FAILED -> Chip.State.STOPPED;
      case EXPIRED -> Chip.State.STALE;
      case VERIFIED -> Chip.State.READY;
      case CHECKING, REGISTERING, ACTIVATING, ROLLING_BACK -> waiting(about);
      case TESTING -> about.failed() > 0 ? Chip.State.STOPPED : Chip.State.NEUTRAL;
      case SUPERSEDED, ROLLED_BACK -> Chip.State.NEUTRAL;
    };
  }

  private static Chip.State waiting(Course about) {
    return switch (about.release().waits()) {
      case NOTHING, CHECKS, SIGNATURES -> Chip.State.NEUTRAL;
      case SENTINEL, KERNEL -> Chip.State.STALE;
      case KERNEL_QUORUM, KERNEL_REFUSAL -> Chip.State.STOPPED;
    };
  }

  /** What stands before the sentence; nothing where nobody has to look. */
  static Optional<Icon> icon(Course about) {
    return switch (tone(about)) {
      case STOPPED -> Optional.of(Icon.NEEDS_YOU);
      case STALE -> Optional.of(Icon.STALE);
      case READY -> Optional.of(Icon.VERIFIED);
      case NEUTRAL, ASKED -> Optional.empty();
    };
  }

  static String outcome(CheckOutcome outcome) {
    return Texts.text("release.outcome." + outcome.wireName());
  }

  static String check(PlannedCheck check) {
    return check.type() == Type.SMOKE
        ? Texts.text("release.check.answers", check.text())
        : check.text();
  }

  /** What counts as passed, or who asks; may be empty. */
  static String passes(PlannedCheck check) {
    if (!check.probe().isBlank()) {
      return Texts.text("release.check.probe", check.probe());
    }
    return check.threshold().isBlank()
        ? ""
        : Texts.text("release.check.threshold", check.threshold());
  }

  static String result(CheckOutcome outcome, String value) {
    return value.isBlank()
        ? outcome(outcome)
        : Texts.text("release.result", outcome(outcome), value);
  }

  static String who(CheckResult.Taken result, Map<RecordId, String> people, ShownTime time) {
    String by =
        result
            .by()
            .map(who -> people.getOrDefault(who, Texts.text("idea.somebody")))
            .orElse(Texts.text("release.result.server"));
    return Texts.text("release.result.by", by, time.at(result.at()));
  }
}
