package dev.throughline.model.approval;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a proposal of a rule must be: the next version of a rule there is, read strictly, proposed
 * under one's own name, for the same handoffs as before but for the amount.
 */
public final class PolicyRule {
  private static final Set<String> MADE_OF =
      Set.of(
          QuorumPolicy.POLICY,
          QuorumPolicy.VERSION,
          QuorumPolicy.DOCUMENT,
          QuorumPolicy.REASON,
          QuorumPolicy.BY);

  private PolicyRule() {}

  /**
   * Why somebody may not do this to a proposal, as a sentence; empty when they may.
   *
   * @param isNew whether it is to be made
   * @param written what the fields that are written hold then
   * @param me the record of whoever wants it; empty where nobody signs in
   * @param hasPrevious whether the version before it was proposed
   * @param isWaiting whether that one waits for signatures still
   */
  public static Optional<String> refusal(
      RecordId record,
      boolean isNew,
      Map<String, Value> written,
      Action action,
      Optional<RecordId> me,
      boolean hasPrevious,
      boolean isWaiting) {
    if (!isNew || action != Action.EDIT || !MADE_OF.equals(written.keySet())) {
      return Optional.of(
          "A proposed rule stays as it is. If this was a new one, somebody else proposed the same"
              + " version before.");
    }
    QuorumPolicy proposal = QuorumPolicy.from(record, written);
    if (proposal.by().isEmpty() || !proposal.by().equals(me)) {
      return Optional.of("A rule is proposed under one's own name.");
    }
    if (proposal.reason().isBlank()) {
      return Optional.of("A proposal says why.");
    }
    Optional<Policy> first = Policies.first(proposal.policy()).filter(Policies::isChangeable);
    boolean isNext =
        record.equals(QuorumPolicy.idOf(proposal.policy(), proposal.version()))
            && (proposal.version() == 2 || (proposal.version() > 2 && hasPrevious));
    if (first.isEmpty() || !isNext) {
      return Optional.of("A proposal is the next version of a rule that can be changed.");
    }
    if (isWaiting) {
      return Optional.of("The proposal before it waits for signatures; it is decided first.");
    }
    boolean isSame =
        proposal
            .rule()
            .filter(its -> its.data().equals(first.get().data()))
            .filter(its -> its.from().isPresent() == first.get().from().isPresent())
            .filter(its -> its.coolOff().isZero() || Policies.USUAL.contains(first.get()))
            .isPresent();
    return isSame
        ? Optional.empty()
        : Optional.of("The rule cannot be read, or is for other handoffs than before.");
  }

  /** The version before the one these fields name; empty for the first that is proposed. */
  public static Optional<RecordId> previous(Map<String, Value> written) {
    QuorumPolicy proposal = QuorumPolicy.from(new RecordId(new UUID(0, 0)), written);
    return proposal.version() <= 2
        ? Optional.empty()
        : Optional.of(QuorumPolicy.idOf(proposal.policy(), proposal.version() - 1));
  }
}
