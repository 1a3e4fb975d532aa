package dev.throughline.model.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.handoff.Finding.Kind;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stops a handoff from being submitted is named, item by item. */
class PreflightTest {
  private final Bundles all = Bundles.whole();

  private void assertStops(String code, Kind... kinds) {
    assertThat(Preflight.of(all.bundle()))
        .as("what stops it")
        .allMatch(one -> one.code().equals(code))
        .extracting(Finding::kind)
        .containsExactly(kinds);
  }

  @Test
  void nothingStopsAWholeOne() {
    assertThat(Preflight.of(all.bundle())).isEmpty();
  }

  @Test
  void anItemWithoutItsEvidenceOrItsOwner() {
    all.proofs.removeIf(one -> one.item().equals(Optional.of(Bundles.id("LEG-03"))));
    assertStops("LEG-03", Kind.BARE);
    all.set("LEG-03", ChecklistItem.OWNER, Value.NOTHING);
    assertStops("LEG-03", Kind.BARE, Kind.OWNERLESS);
    all.hasTeam = false;
    assertStops("LEG-03", Kind.BARE);
    all.hasTeam = true;
    all.set("LEG-03", ChecklistItem.NEEDS, Value.text(""));
    assertStops("LEG-03", Kind.STALE, Kind.OWNERLESS);
  }

  @Test
  void anItemThatNobodyCheckedOrThatIsBlocked() {
    all.set("INF-02", ChecklistItem.STATE, Value.text("open"));
    assertStops("INF-02", Kind.OPEN);
    all.set("INF-02", ChecklistItem.STATE, Value.text("blocked"));
    assertStops("INF-02", Kind.BLOCKED);
  }

  @Test
  void whatIsReadyByItselfCanStillBeBlocked() {
    all.set("BUD-01", ChecklistItem.STATE, Value.text("blocked"));
    assertStops("BUD-01", Kind.BLOCKED);
  }

  @Test
  void anItemWhoseEvidenceChangedAfterTheCheck() {
    Proof old = all.proofs.getFirst();
    all.proofs.set(0, new Proof(old.id(), old.item(), "Seen again", old.link(), old.source()));
    assertStops("INF-01", Kind.STALE);
    all.set(
        "INF-01",
        ChecklistItem.BASIS,
        Value.text(Basis.of(all.item("INF-01"), all.bundle()).orElseThrow()));
    assertThat(Preflight.of(all.bundle())).isEmpty();
  }

  @Test
  void aSourceThatChangedMakesItStaleForThoseWhoSeeIt() {
    Proof old = all.proofs.getFirst();
    all.proofs.set(
        0,
        new Proof(old.id(), old.item(), old.text(), "", Optional.of(Bundles.id("some decision"))));
    all.sources.put(Bundles.id("some decision"), "as it was");
    all.set(
        "INF-01",
        ChecklistItem.BASIS,
        Value.text(Basis.of(all.item("INF-01"), all.bundle()).orElseThrow()));
    assertThat(Preflight.of(all.bundle())).isEmpty();
    all.sources.put(Bundles.id("some decision"), "as it is");
    assertStops("INF-01", Kind.STALE);
    all.sources.clear();
    assertThat(Preflight.of(all.bundle())).as("who cannot see it cannot tell").isEmpty();
  }

  @Test
  void anItemOfTheTemplateThatWasTakenAway() {
    all.items.removeIf(one -> one.code().equals("MET-03"));
    assertStops("MET-03", Kind.MISSING);
  }

  @Test
  void evidenceOfPeopleWhoDoNotAllowIt() {
    all.claims.add(all.claim("another turn", true));
    assertStops("LEG-02", Kind.CONSENT, Kind.OWNERLESS);
    assertThat(Preflight.of(all.bundle()).getFirst().count()).isOne();
  }

  @Test
  void aNumberThatMissesItsTargetIsForAPersonToDecide() {
    all.result("39.9");
    assertStops("MET-02", Kind.BARE, Kind.OWNERLESS);
  }

  @Test
  void costsBeyondTheBudgetOrWithoutASum() {
    all.budget = Optional.of(new Money(239_999, "EUR"));
    assertStops("BUD-02", Kind.BARE, Kind.OWNERLESS);
    all.budget = Optional.of(new Money(240_000, "EUR"));
    assertThat(Preflight.of(all.bundle())).isEmpty();
    all.cost("licences", 1, "USD", Every.ONCE);
    assertThat(Preflight.of(all.bundle())).extracting(Finding::kind).contains(Kind.CURRENCIES);
  }

  @Test
  void whatTheHandoffItselfDoesNotSay() {
    all.features.clear();
    Handoff old = all.handoff;
    all.handoff =
        new Handoff(
            old.id(),
            old.idea(),
            old.mvp(),
            old.title(),
            " ",
            "",
            "",
            old.pricing(),
            DataClass.UNKNOWN,
            old.owner());
    assertStops("", Kind.ASK, Kind.ROLLBACK, Kind.DATA, Kind.FEATURES);
  }

  @Test
  void theFirstYearHoldsTwelveMonths() {
    all.costs.clear();
    all.cost("a month", 100, "EUR", Every.MONTH);
    all.cost("a year", 7, "EUR", Every.YEAR);
    all.cost("once", 3, "EUR", Every.ONCE);
    assertThat(CostSum.of(all.costs)).isEqualTo(new CostSum.Of(new Money(1_210, "EUR")));
    all.cost("huge", Money.MINOR_MAX, "EUR", Every.MONTH);
    assertThat(CostSum.of(all.costs)).isEqualTo(new CostSum.TooMuch());
  }

  @Test
  void aNewItemGetsACodeThatNobodyHas() {
    assertThat(ChecklistTemplate.next(Section.LEGAL, all.items)).isEqualTo("LEG-04");
    all.items.clear();
    assertThat(ChecklistTemplate.next(Section.LEGAL, all.items))
        .as("those of the template are kept free")
        .isEqualTo("LEG-04");
  }
}
