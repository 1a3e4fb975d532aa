package dev.throughline.desktop.approval;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.PolicySet;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.id.RecordId;
import java.util.Optional;

/** The rules of signing as they count by what is on this computer. Not on the UI thread. */
public final class LocalRules {
  private LocalRules() {}

  /** Those that count now. */
  public static PolicySet of(LocalStore store) {
    return PolicySet.of(id -> find(id, store));
  }

  /**
   * Those that counted at a time, in milliseconds since the epoch: what waits since then was opened
   * under them.
   */
  static PolicySet at(long millis, LocalStore store) {
    return PolicySet.of(
        id -> find(id, store).map(its -> since(its, store) > millis ? proposed(its) : its));
  }

  /** When everybody had signed a version, in milliseconds since the epoch; 0 when not known. */
  public static long since(QuorumPolicy version, LocalStore store) {
    return store
        .find(Approval.idOf(version.id()))
        .map(view -> Approval.from(view.id(), view.fields()).metAt())
        .orElse(0L);
  }

  static Optional<QuorumPolicy> find(RecordId id, LocalStore store) {
    return store
        .find(id)
        .filter(view -> view.kind().equals(QuorumPolicy.KIND.name()))
        .map(view -> QuorumPolicy.from(view.id(), view.fields()));
  }

  private static QuorumPolicy proposed(QuorumPolicy its) {
    return new QuorumPolicy(
        its.id(),
        its.policy(),
        its.version(),
        its.document(),
        QuorumPolicy.State.PROPOSED,
        its.by(),
        its.reason());
  }
}
