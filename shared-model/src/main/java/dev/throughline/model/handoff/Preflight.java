package dev.throughline.model.handoff;

import dev.throughline.model.handoff.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for everything that stops a submission. */
public final class Preflight {
  private Preflight() {}

  /** What stops it, in the order in which people mend it; empty when nothing does. */
  public static List<Finding> of(Bundle bundle) {
    List<Finding> found = new ArrayList<>();
    Handoff handoff = bundle.handoff();
    addIf(found, handoff.ask().isBlank(), Kind.ASK);
    addIf(found, handoff.rollback().isBlank(), Kind.ROLLBACK);
    addIf(found, handoff.data() == DataClass.UNKNOWN, Kind.DATA);
    addIf(found, bundle.delivered().isEmpty(), Kind.FEATURES);
    ChecklistTemplate.missing(bundle.items())
        .forEach(code -> found.add(new Finding(Kind.MISSING, code, Optional.empty(), 0)));
    bundle.items().forEach(item -> look(ItemCheck.of(item, bundle), bundle, found));
    addIf(found, CostSum.of(bundle.costs()) instanceof CostSum.Mixed, Kind.CURRENCIES);
    return found;
  }

  private static void addIf(List<Finding> found, boolean isWrong, Kind kind) {
    if (isWrong) {
      found.add(Finding.of(kind));
    }
  }

  private static void look(ItemCheck check, Bundle bundle, List<Finding> found) {
    ChecklistItem item = check.item();
    long held = bundle.claims().stream().filter(Claim::isHeldBack).count();
    boolean isConsent = item.filling() == Filling.CONSENT && held > 0;
    Optional<Kind> kind =
        switch (check.standing()) {
          case BLOCKED -> Optional.of(Kind.BLOCKED);
          case BARE -> Optional.of(isConsent ? Kind.CONSENT : Kind.BARE);
          case STALE -> Optional.of(Kind.STALE);
          case OPEN -> Optional.of(isConsent ? Kind.CONSENT : Kind.OPEN);
          case READY -> Optional.empty();
        };
    kind.ifPresent(
        its ->
            found.add(
                new Finding(
                    its,
                    item.code(),
                    Optional.of(item.id()),
                    its == Kind.CONSENT ? (int) held : 0)));
    if (check.lacksOwner()) {
      found.add(Finding.of(Kind.OWNERLESS, item));
    }
  }
}
