package dev.throughline.desktop.release;

import dev.throughline.desktop.approval.Signing;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.release.RollbackOrder.Words;
import dev.throughline.model.value.PlainText;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Reports checks and gives orders; both stay as they were given, so undo takes neither back. Not on
 * the UI thread.
 */
public final class Releases {
  private final Ledger ledger;
  private final Signing signing;
  private final InstantSource clock;

  public Releases(Ledger ledger, Signing signing, InstantSource clock) {
    this.ledger = ledger;
    this.signing = signing;
    this.clock = clock;
  }

  private LocalStore store() {
    return ledger.store();
  }

  /**
   * Says what came out of a check.
   *
   * @param value what was measured; may be empty
   * @return why it was not saved; empty when it was
   */
  Optional<SaveResult.NotSaved> report(
      Release release, RecordId check, CheckOutcome outcome, String value) {
    RecordId id = CheckResult.idOf(release.id(), release.generation(), check);
    String measured = PlainText.clean(value).strip();
    CheckResult result =
        new CheckResult(
            id,
            Optional.of(release.id()),
            Optional.of(check),
            release.generation(),
            outcome,
            measured.substring(0, Math.min(CheckResult.VALUE_LENGTH_MAX, measured.length())),
            store().rights().person());
    return save(new Draft.Set(id, CheckResult.KIND.name(), result.toFields()));
  }

  /** What became of an order. */
  sealed interface Ordered {
    record Done(Words words) implements Ordered {}

    /** An emergency is signed, and there is no key here that could. */
    record NoKey() implements Ordered {}

    record NotSaved(SaveResult.NotSaved why) implements Ordered {}
  }

  /**
   * Orders to take a version back.
   *
   * @param reason at most {@link RollbackOrder#REASON_LENGTH_MAX} characters, not blank
   */
  Ordered order(Aim aim, Purpose purpose, String reason) {
    Words words = firstFree(aim, purpose, PlainText.clean(reason).strip());
    Optional<String> envelope =
        purpose == Purpose.EMERGENCY
            ? signing.seal(RollbackOrder.PAYLOAD_TYPE, words.bytes())
            : Optional.of("");
    if (envelope.isEmpty()) {
      return new Ordered.NoKey();
    }
    RollbackOrder order =
        RollbackOrder.of(words, envelope.get(), store().rights().person(), clock.millis());
    return save(new Draft.Set(order.id(), RollbackOrder.KIND.name(), order.toFields()))
        .<Ordered>map(Ordered.NotSaved::new)
        .orElseGet(() -> new Ordered.Done(words));
  }

  private Words firstFree(Aim aim, Purpose purpose, String reason) {
    Words words = aim.words(purpose, 1, reason);
    while (store().find(words.order()).isPresent()) {
      words = aim.words(purpose, words.number() + 1, reason);
    }
    return words;
  }

  private Optional<SaveResult.NotSaved> save(Draft draft) {
    return ledger.record(List.of(draft)) instanceof SaveResult.NotSaved why
        ? Optional.of(why)
        : Optional.empty();
  }
}
