package dev.throughline.trials.handoff;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.approval.SignCases;
import dev.throughline.desktop.handoff.HandoffReader;
import dev.throughline.desktop.handoff.Handoffs;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.DataClass;
import dev.throughline.model.handoff.Every;
import dev.throughline.model.handoff.Filling;
import dev.throughline.model.handoff.Finding;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.InfraService;
import dev.throughline.model.handoff.ItemState;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.Preflight;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.FeatureScope;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.MvpStatus;
import dev.throughline.model.plan.Reach;
import dev.throughline.model.plan.Result;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From an idea to a packet: the work before anybody signs. */
final class Proposal {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String CURRENCY = "EUR";

  /** More than the fifty thousand a year from which on two approvers sign. */
  private static final long COST_MINOR = 6_000_000;

  private final Colleague manager;
  private final RecordId idea;
  private final RecordId handoff;
  private Optional<RecordId> acceptance = Optional.empty();

  /**
   * Of an idea.
   *
   * @param manager does all of it
   */
  Proposal(Colleague manager, RecordId idea) {
    this.manager = manager;
    this.idea = idea;
    this.handoff = manager.desk().ledger().newRecord();
  }

  RecordId handoff() {
    return handoff;
  }

  /** What somebody decides by looking, once it is out. */
  RecordId acceptance() {
    return acceptance.orElseThrow();
  }

  /** An MVP that was measured and reached its target, and the handoff with all it takes. */
  void handoff(String probe) {
    RecordId mvp =
        manager.make(
            Mvp.KIND,
            Map.of(
                Mvp.IDEA, reference(idea),
                Mvp.VERSION, Value.text("1"),
                Mvp.STATUS, Value.text(MvpStatus.LAUNCHED.wireName()),
                Mvp.LAUNCH, Value.text(DAY.toString())));
    manager.make(
        Feature.KIND,
        Map.of(
            Feature.MVP, reference(mvp),
            Feature.TEXT, Value.text("The price stands on the first page"),
            Feature.SCOPE, Value.text(FeatureScope.IN.wireName())));
    measure(mvp);
    Mvp made = Mvp.from(mvp, manager.fields(mvp));
    manager.save(manager.desk().handoffs().make(handoff, idea, Optional.of(made), "Price first"));
    manager.set(
        Handoff.KIND,
        handoff,
        Map.of(
            Handoff.ASK, Value.text("Let everybody see the price first"),
            Handoff.ROLLBACK, Value.text("Switch the flag off"),
            Handoff.PRICING, Value.text("No change"),
            Handoff.DATA, Value.text(DataClass.NONE.wireName())));
    below(probe);
    tick();
    manager.sync();
  }

  private void measure(RecordId mvp) {
    RecordId measurement =
        manager.make(
            Measurement.KIND,
            Map.of(
                Measurement.MVP, reference(mvp),
                Measurement.METRIC, Value.text("Bookings per day"),
                Measurement.REACH, Value.text(Reach.AT_LEAST.wireName()),
                Measurement.TARGET, Value.text("40"),
                Measurement.METHOD, Value.text("Counted for two weeks")));
    manager.set(
        Result.KIND,
        Result.idOf(measurement),
        Map.of(
            Result.MEASUREMENT, reference(measurement),
            Result.VALUE, Value.text("47"),
            Result.DAY, Value.text(DAY.toString())));
  }

  private void below(String probe) {
    manager.make(
        Cost.KIND,
        Map.of(
            Cost.HANDOFF, reference(handoff),
            Cost.TEXT, Value.text("Hosting"),
            Cost.AMOUNT, new Money(COST_MINOR, CURRENCY).toValue(),
            Cost.EVERY, Value.text(Every.YEAR.wireName())));
    manager.make(
        InfraService.KIND,
        Map.of(
            InfraService.HANDOFF, reference(handoff),
            InfraService.NAME, Value.text("Booking"),
            InfraService.OBJECTIVE, Value.text("Answers nearly always"),
            InfraService.PROBE, Value.text(probe)));
    acceptance =
        Optional.of(
            manager.make(
                AcceptanceCheck.KIND,
                Map.of(
                    AcceptanceCheck.HANDOFF, reference(handoff),
                    AcceptanceCheck.TEXT, Value.text("Bookings per day"),
                    AcceptanceCheck.THRESHOLD, Value.text("more than 40"))));
  }

  /** Shows of every item that nothing fills by itself that it holds. */
  private void tick() {
    List<ChecklistItem> items =
        bundle().items().stream().filter(one -> one.filling() == Filling.NOTHING).toList();
    for (ChecklistItem item : items) {
      manager.make(
          Proof.KIND,
          Map.of(
              Proof.ITEM, reference(item.id()),
              Proof.TEXT, Value.text("Rehearsed and written down")));
      manager.set(
          ChecklistItem.KIND, item.id(), Map.of(ChecklistItem.OWNER, reference(manager.person())));
    }
    Bundle shown = bundle();
    List<Draft> ready = new ArrayList<>();
    shown.items().stream()
        .filter(one -> one.filling() == Filling.NOTHING)
        .forEach(one -> ready.add(Handoffs.state(one, ItemState.READY, shown)));
    manager.save(ready);
  }

  /** Says something else in it, so that there is another version to submit. */
  void change(String ask) {
    manager.set(Handoff.KIND, handoff, Map.of(Handoff.ASK, Value.text(ask)));
    manager.sync();
  }

  /** Freezes it as its next version, once nothing stops that any more. */
  Packet submit(long version) {
    ClientWiring desk = manager.desk();
    long seen = desk.ledger().store().cursor().map(Cursor::seq).orElse(0L);
    Bundle bundle = bundle();
    List<Finding> stops = Preflight.of(bundle);
    Require.that(stops.isEmpty(), "nothing stops the submission: " + stops);
    Handoffs.Submitted said = desk.handoffs().submit(bundle, version, seen);
    manager.sync();
    return said instanceof Handoffs.Submitted.Done(Packet packet)
        ? packet
        : Packet.from(handoff, Map.of());
  }

  private Bundle bundle() {
    ClientWiring desk = manager.desk();
    SignCases cases = new SignCases(manager.signing(), desk.rulings(), Signatures.time(desk));
    return new HandoffReader(desk.ledger().store(), desk.rulings(), cases, List::of)
        .bundle(handoff)
        .orElseThrow();
  }

  static Value reference(RecordId id) {
    return Value.text(id.toString());
  }
}
