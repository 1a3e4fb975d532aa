package dev.throughline.model.handoff;

import java.util.List;
import java.util.Optional;

/**
 * How an item of the checklist stands.
 *
 * @param filled what makes it ready by itself
 * @param lacksOwner whether nobody answers for it, though somebody has to
 */
public record ItemCheck(
    ChecklistItem item,
    Standing standing,
    Optional<Filled> filled,
    List<Proof> proofs,
    boolean lacksOwner) {
  /** From bad to good; what stops a submission comes before {@link #READY}. */
  public enum Standing {
    BLOCKED,
    /** It takes evidence and has none. */
    BARE,
    /** What it rests on changed after somebody said that it is ready. */
    STALE,
    OPEN,
    READY
  }

  /** Looks at an item. */
  public static ItemCheck of(ChecklistItem item, Bundle bundle) {
    List<Proof> proofs = bundle.proofs(item);
    Optional<Filled> filled = Filled.of(item, bundle);
    return new ItemCheck(
        item,
        standing(item, bundle, proofs, filled),
        filled,
        proofs,
        bundle.hasTeam() && filled.isEmpty() && item.owner().isEmpty());
  }

  private static Standing standing(
      ChecklistItem item, Bundle bundle, List<Proof> proofs, Optional<Filled> filled) {
    if (item.state() == ItemState.BLOCKED) {
      return Standing.BLOCKED;
    }
    if (filled.isPresent()) {
      return Standing.READY;
    }
    if (proofs.isEmpty() && !item.needs().isBlank()) {
      return Standing.BARE;
    }
    if (item.state() != ItemState.READY) {
      return Standing.OPEN;
    }
    boolean isStale =
        Basis.of(item, bundle).filter(basis -> !basis.equals(item.basis())).isPresent();
    return isStale ? Standing.STALE : Standing.READY;
  }

  /** Whether nothing about it stops a submission. */
  public boolean isReady() {
    return standing == Standing.READY && !lacksOwner;
  }
}
