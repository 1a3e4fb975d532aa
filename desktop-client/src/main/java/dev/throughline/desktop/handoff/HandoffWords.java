package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.IdeaWords;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.CostSum;
import dev.throughline.model.handoff.Filled;
import dev.throughline.model.handoff.Filling;
import dev.throughline.model.handoff.Finding;
import dev.throughline.model.handoff.ItemCheck;
import dev.throughline.model.handoff.ItemCheck.Standing;
import dev.throughline.model.handoff.Preflight;
import dev.throughline.model.handoff.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of handoffs and their items. */
final class HandoffWords {
  private HandoffWords() {}

  static String title(String title) {
    return title.isBlank() ? Texts.text("handoff.untitled") : title;
  }

  static String section(Section section) {
    return Texts.text("handoff.section." + section.wireName());
  }

  static Icon icon(ItemCheck check) {
    if (check.isReady()) {
      return Icon.CHECK;
    }
    return switch (check.standing()) {
      case BLOCKED -> Icon.BLOCKED;
      case BARE -> Icon.NEEDS_YOU;
      case STALE -> Icon.STALE;
      case OPEN -> Icon.NOT_STARTED;
      case READY -> Icon.NEEDS_YOU;
    };
  }

  static Chip.State state(ItemCheck check) {
    if (check.isReady()) {
      return Chip.State.READY;
    }
    return switch (check.standing()) {
      case BLOCKED, BARE, READY -> Chip.State.STOPPED;
      case STALE -> Chip.State.STALE;
      case OPEN -> Chip.State.NEUTRAL;
    };
  }

  /** Why an item is not ready, or what makes it ready by itself; empty when a person said so. */
  static String reason(ItemCheck check) {
    List<String> all = new ArrayList<>();
    if (check.standing() == Standing.READY) {
      check.filled().map(HandoffWords::filled).ifPresent(all::add);
    } else if (check.standing() == Standing.BLOCKED && !check.item().note().isBlank()) {
      all.add(check.item().note());
    } else if (isUnfilled(check)) {
      all.add(Texts.text("handoff.lacks." + check.item().filling().wireName()));
    } else {
      all.add(Texts.text("handoff.standing." + check.standing().name().toLowerCase(Locale.ROOT)));
    }
    if (check.lacksOwner()) {
      all.add(Texts.text("handoff.ownerless"));
    }
    return all.stream().collect(Collectors.joining(", "));
  }

  /** Whether what would fill it by itself is not there, and nobody has begun otherwise. */
  private static boolean isUnfilled(ItemCheck check) {
    return check.standing() == Standing.BARE && check.item().filling() != Filling.NOTHING;
  }

  static String filled(Filled filled) {
    Filling from = filled.from();
    return from == Filling.BUDGET || from == Filling.PRICING
        ? Texts.text("handoff.filled." + from.wireName())
        : Texts.count("handoff.filled." + from.wireName(), filled.count());
  }

  /** What a version leaves open, by what its bytes say. */
  static List<String> missing(Bundle bundle) {
    return Preflight.of(bundle).stream()
        .map(
            finding ->
                finding(
                    finding,
                    bundle.items().stream()
                        .filter(item -> finding.item().equals(Optional.of(item.id())))
                        .findFirst()
                        .map(item -> ItemCheck.of(item, bundle))))
        .toList();
  }

  static String finding(Finding finding, HandoffDetail detail) {
    return finding(finding, finding.item().flatMap(detail::item));
  }

  private static String finding(Finding finding, Optional<ItemCheck> check) {
    if (finding.kind() == Finding.Kind.BARE && check.filter(HandoffWords::isUnfilled).isPresent()) {
      return Texts.text(
          "handoff.finding.unfilled",
          finding.code(),
          Texts.text("handoff.lacks." + check.get().item().filling().wireName()));
    }
    String key = "handoff.finding." + finding.kind().name().toLowerCase(Locale.ROOT);
    return finding.kind() == Finding.Kind.CONSENT
        ? Texts.count(key, finding.count(), finding.code())
        : Texts.text(key, finding.code());
  }

  static Icon icon(Finding finding) {
    return switch (finding.kind()) {
      case STALE -> Icon.STALE;
      case BLOCKED -> Icon.BLOCKED;
      case OPEN -> Icon.NOT_STARTED;
      case CONSENT -> Icon.CONSENT;
      default -> Icon.NEEDS_YOU;
    };
  }

  static String sum(CostSum sum) {
    return switch (sum) {
      case CostSum.Of(var money) ->
          Texts.text("handoff.costs.year", IdeaWords.money(Optional.of(money)));
      case CostSum.Mixed(var currencies) ->
          Texts.text("handoff.costs.mixed", String.join(", ", currencies));
      case CostSum.TooMuch() -> Texts.text("handoff.costs.tooMuch");
      case CostSum.Unknown() -> "";
    };
  }
}
