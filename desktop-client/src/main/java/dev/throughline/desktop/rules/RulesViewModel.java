package dev.throughline.desktop.rules;

import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.approval.SignParts;
import dev.throughline.desktop.outbox.Reread;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Vote;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The rules of signing, and what can be done about them. UI thread only. */
public final class RulesViewModel {
  private static final Set<String> KINDS =
      Set.of(
          QuorumPolicy.KIND.name(), Approval.KIND.name(), Vote.KIND.name(), DeviceKey.KIND.name());

  private final SignParts signing;
  private final Surroundings around;
  private final Proposals proposals;
  private final Reread<RulesNow> reading;
  private final ReadOnlyObjectWrapper<RulesNow> now =
      new ReadOnlyObjectWrapper<>(this, "now", RulesNow.NONE);
  private RuleExits exits = RuleExits.NOWHERE;
  private boolean isProposing;

  public RulesViewModel(SignParts signing, Ledger ledger) {
    this.signing = signing;
    this.around = signing.around();
    this.proposals = new Proposals(ledger, around.time().clock());
    RulesReader reader = new RulesReader(ledger.store(), signing.cases());
    this.reading = new Reread<>(around, reader::read, now::set);
    ledger.store().onChange(this::changed);
    ledger.store().rights().onChange(() -> around.ui().run(reading::ask));
    reading.ask();
  }

  /** Lets rules lead to sheets of this window. */
  public void leadTo(RuleExits ways) {
    exits = ways;
  }

  private void changed(RecordsChanged change) {
    if (KINDS.stream().anyMatch(change::touches)) {
      around.ui().run(reading::ask);
    }
  }

  ReadOnlyObjectProperty<RulesNow> nowProperty() {
    return now.getReadOnlyProperty();
  }

  ShownTime time() {
    return around.time();
  }

  /** The rules of which whoever looks can propose another version. */
  public List<RuleRow> proposable() {
    return now.get().proposable();
  }

  /** Opens the sheet on which another version is proposed. */
  public void ask(RuleRow row) {
    exits.propose().accept(row);
  }

  /** Whether a proposal waits for the answer of whoever looks. */
  public boolean waitsForMe() {
    return now.get().toSign().isPresent();
  }

  /** Opens the sheet on which the first of them is signed; makes a key first where none is. */
  public void sign() {
    now.get().toSign().ifPresent(this::sign);
  }

  void sign(SignCase about) {
    if (about.isSignable()) {
      exits.sign().accept(about);
    } else {
      signing.keys().forSigning(about);
    }
  }

  /**
   * Proposes a version.
   *
   * @param done called once it is saved
   */
  void propose(Policy next, String reason, Runnable done) {
    if (isProposing || reason.isBlank()) {
      return;
    }
    isProposing = true;
    around.inBackground(() -> proposals.propose(next, reason), problem -> proposed(problem, done));
  }

  private void proposed(Optional<String> problem, Runnable done) {
    isProposing = false;
    around
        .toasts()
        .accept(
            problem
                .map(why -> Toast.failed(Texts.text("rule.propose.failed"), why))
                .orElseGet(
                    () ->
                        Toast.done(
                            Texts.text("rule.propose.done"),
                            Texts.text("rule.propose.done.detail"))));
    if (problem.isEmpty()) {
      done.run();
    }
  }
}
