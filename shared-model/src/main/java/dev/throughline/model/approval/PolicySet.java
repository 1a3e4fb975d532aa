package dev.throughline.model.approval;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.signing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rules as they count in a workspace: those of the program, each in the newest version that was
 * signed.
 *
 * @param all every version there is, proposals too
 * @param current those that count, the strictest first
 */
public record PolicySet(List<QuorumPolicy> all, List<Policy> current) {
  /** More versions of a rule are not looked for. */
  private static final int VERSIONS_MAX = 1_000;

  /** Where nobody ever proposed another. */
  public static final PolicySet FIRST = new PolicySet(List.of(), Policies.ALL);

  public PolicySet {
    all = List.copyOf(all);
    current = List.copyOf(current);
  }

  /**
   * Those of a workspace.
   *
   * @param find the proposal of an id
   */
  public static PolicySet of(Function<RecordId, Optional<QuorumPolicy>> find) {
    List<QuorumPolicy> all = new ArrayList<>();
    List<Policy> current = new ArrayList<>();
    for (Policy first : Policies.ALL) {
      Policy newest = first;
      for (long version = 2; version < VERSIONS_MAX; version++) {
        Optional<QuorumPolicy> next = find.apply(QuorumPolicy.idOf(first.id(), version));
        if (next.isEmpty()) {
          break;
        }
        all.add(next.get());
        newest =
            next.filter(its -> its.state() == QuorumPolicy.State.ACTIVE)
                .flatMap(QuorumPolicy::rule)
                .orElse(newest);
      }
      current.add(newest);
    }
    return new PolicySet(all, current);
  }

  /** The rule for a manifest: the first that holds for its costs and its data. */
  public Policy of(Json manifest) {
    return Policies.of(manifest, current.subList(0, Policies.USUAL.size()));
  }

  /** The rule for an order: what an emergency did has to be signed soon. */
  public Policy of(Purpose purpose) {
    return current(Policies.of(purpose).id()).orElseThrow();
  }

  /** The version of a rule that counts now. */
  public Optional<Policy> current(String id) {
    return current.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** The rule of that name and version, whether it counts or not; empty for one nobody knows. */
  public Optional<Policy> named(String id, long version) {
    return Policies.first(id)
        .filter(it -> it.version() == version)
        .or(
            () ->
                all.stream()
                    .filter(it -> it.policy().equals(id) && it.version() == version)
                    .findFirst()
                    .flatMap(QuorumPolicy::rule));
  }
}
