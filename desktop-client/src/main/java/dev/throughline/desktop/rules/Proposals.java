package dev.throughline.desktop.rules;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.PolicyRule;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposes versions of rules; needs no server. Not on the UI thread. */
final class Proposals {
  private final Ledger ledger;
  private final InstantSource clock;

  Proposals(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Proposes a version.
   *
   * @param reason at most {@link QuorumPolicy#REASON_LENGTH_MAX} characters, not blank
   * @return why it was not saved, as a sentence; empty when it was
   */
  Optional<String> propose(Policy next, String reason) {
    LocalStore store = ledger.store();
    Optional<RecordId> me = store.rights().person();
    QuorumPolicy proposal = QuorumPolicy.of(next, me, PlainText.clean(reason).strip());
    Map<String, Value> fields = proposal.toFields();
    return PolicyRule.refusal(
            proposal.id(),
            store.find(proposal.id()).isEmpty(),
            fields,
            Action.EDIT,
            me,
            PolicyRule.previous(fields).flatMap(store::find).isPresent(),
            PolicyRule.previous(fields).filter(this::waits).isPresent())
        .or(
            () ->
                ledger.record(
                            List.of(new Draft.Set(proposal.id(), QuorumPolicy.KIND.name(), fields)))
                        instanceof SaveResult.NotSaved why
                    ? Optional.of(why.sentence())
                    : Optional.empty());
  }

  private boolean waits(RecordId proposal) {
    return ledger
        .store()
        .find(Approval.idOf(proposal))
        .map(view -> Approval.from(view.id(), view.fields()))
        .filter(
            its ->
                its.state() == ApprovalState.MET
                    || (its.isOpen() && its.expiresAt() >= clock.millis()))
        .isPresent();
  }
}
