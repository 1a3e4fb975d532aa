package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.FeatureScope;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.Reach;
import dev.throughline.model.plan.Result;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A handoff from which nothing is missing, to take things away from. */
final class Bundles {
  static final RecordId HANDOFF = id("handoff");
  static final RecordId PERSON = id("person");

  Handoff handoff =
      new Handoff(
          HANDOFF,
          Optional.of(id("idea")),
          Optional.of(id("mvp")),
          "Price first",
          "Let everybody see the price first.",
          "Fewer people may book.",
          "Switch the flag off.",
          "Free",
          DataClass.NONE,
          Optional.of(PERSON));
  Optional<Money> budget = Optional.of(new Money(500_000, "EUR"));
  final List<Feature> features = new ArrayList<>();
  final List<Measurement> measurements = new ArrayList<>();
  final Map<RecordId, Result> results = new HashMap<>();
  final List<Cost> costs = new ArrayList<>();
  final List<AcceptanceCheck> checks = new ArrayList<>();
  final List<ChecklistItem> items = new ArrayList<>();
  final List<Proof> proofs = new ArrayList<>();
  final List<Claim> claims = new ArrayList<>();
  final Map<RecordId, String> sources = new HashMap<>();
  boolean hasTeam = true;

  static RecordId id(String name) {
    return new RecordId(Uuids.derived(name));
  }

  static Bundles whole() {
    Bundles all = new Bundles();
    Optional<RecordId> mvp = Optional.of(id("mvp"));
    all.features.add(new Feature(id("feature"), mvp, "Price before form", FeatureScope.IN));
    all.measurements.add(
        new Measurement(
            id("metric"),
            mvp,
            "Forms finished",
            Reach.AT_LEAST,
            Optional.of(new BigDecimal("40")),
            "Two weeks"));
    all.result("41.5");
    all.cost("hosting", 20_000, "EUR", Every.MONTH);
    all.checks.add(new AcceptanceCheck(id("check"), Optional.of(HANDOFF), "Page loads", "< 1 s"));
    all.claims.add(all.claim("turn", false));
    for (ChecklistTemplate.Line line : ChecklistTemplate.USUAL) {
      all.item(line.code(), line.section(), line.filling());
    }
    return all;
  }

  void result(String value) {
    results.put(
        id("metric"),
        new Result(
            Result.idOf(id("metric")),
            Optional.of(id("metric")),
            Optional.of(new BigDecimal(value)),
            Optional.empty(),
            ""));
  }

  void cost(String name, long minor, String currency, Every every) {
    costs.add(
        new Cost(
            id(name), Optional.of(HANDOFF), name, Optional.of(new Money(minor, currency)), every));
  }

  Claim claim(String source, boolean isHeldBack) {
    return new Claim(Evidence.of(id("idea"), id(source), "segment", 2, Stance.FOR), isHeldBack);
  }

  /** An item that somebody checked, with a proof where it takes one. */
  private void item(String code, Section section, Filling filling) {
    RecordId id = id(code);
    if (filling == Filling.NOTHING) {
      proofs.add(new Proof(id("proof " + code), Optional.of(id), "Seen", "", Optional.empty()));
    }
    items.add(
        new ChecklistItem(
            id,
            Optional.of(HANDOFF),
            section,
            code,
            "What " + code + " asks",
            "A document",
            filling,
            filling == Filling.NOTHING ? ItemState.READY : ItemState.OPEN,
            filling == Filling.NOTHING ? Optional.of(PERSON) : Optional.empty(),
            Optional.empty(),
            "",
            ""));
    int last = items.size() - 1;
    Basis.of(items.get(last), bundle()).ifPresent(basis -> items.set(last, with(code, basis)));
  }

  ChecklistItem item(String code) {
    return items.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }

  private ChecklistItem with(String code, String basis) {
    return change(code, ChecklistItem.BASIS, Value.text(basis));
  }

  /** The same item with another field. */
  ChecklistItem change(String code, String field, Value value) {
    ChecklistItem item = item(code);
    Map<String, Value> fields = new HashMap<>();
    fields.put(ChecklistItem.HANDOFF, Value.text(HANDOFF.toString()));
    fields.put(ChecklistItem.SECTION, Value.text(item.section().wireName()));
    fields.put(ChecklistItem.CODE, Value.text(item.code()));
    fields.put(ChecklistItem.TITLE, Value.text(item.title()));
    fields.put(ChecklistItem.NEEDS, Value.text(item.needs()));
    fields.put(ChecklistItem.FILLING, Value.text(item.filling().wireName()));
    fields.put(ChecklistItem.STATE, Value.text(item.state().wireName()));
    item.owner().ifPresent(its -> fields.put(ChecklistItem.OWNER, Value.text(its.toString())));
    fields.put(ChecklistItem.BASIS, Value.text(item.basis()));
    fields.put(field, value);
    return ChecklistItem.from(item.id(), fields);
  }

  void set(String code, String field, Value value) {
    items.set(items.indexOf(item(code)), change(code, field, value));
  }

  Bundle bundle() {
    return new Bundle(
        handoff,
        new Idea(
            id("idea"),
            "Say the price first",
            Optional.empty(),
            Optional.of(PERSON),
            "",
            "",
            "",
            Optional.empty(),
            budget,
            dev.throughline.model.idea.IdeaStatus.MVP,
            Optional.empty()),
        Optional.of(Mvp.from(id("mvp"), Map.of(Mvp.IDEA, Value.text(id("idea").toString())))),
        features,
        measurements,
        results,
        costs,
        List.of(),
        checks,
        items,
        proofs,
        claims,
        sources,
        hasTeam);
  }
}
