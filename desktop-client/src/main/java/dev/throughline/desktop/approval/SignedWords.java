package dev.throughline.desktop.approval;

import dev.throughline.desktop.idea.IdeaWords;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.CostSum;
import dev.throughline.model.handoff.Filling;
import dev.throughline.model.handoff.InfraService;
import dev.throughline.model.handoff.ItemState;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A whole version in words, read from the bytes that are signed. */
final class SignedWords {
  private static final String BETWEEN = " \u00b7 ";

  private final Bundle bundle;
  private final Map<RecordId, String> people;

  /** One part of it: what it is called, and a line for each thing in it. */
  record Part(String title, List<String> lines) {}

  SignedWords(Bundle bundle, Map<RecordId, String> people) {
    this.bundle = bundle;
    this.people = people;
  }

  String data() {
    return Texts.text("handoff.data." + bundle.handoff().data().wireName());
  }

  String costs() {
    return switch (CostSum.of(bundle.costs())) {
      case CostSum.Of(var money) ->
          Texts.text("sign.costs.year", IdeaWords.money(Optional.of(money)));
      case CostSum.Mixed(var currencies) ->
          Texts.text("handoff.costs.mixed", String.join(", ", currencies));
      case CostSum.TooMuch() -> Texts.text("handoff.costs.tooMuch");
      case CostSum.Unknown() -> Texts.text("sign.costs.unknown");
    };
  }

  /** What the costs are made of, in one line. */
  String costLines() {
    return bundle.costs().stream().map(SignedWords::cost).collect(Collectors.joining(", "));
  }

  private static String cost(Cost cost) {
    String amount =
        cost.amount()
            .map(its -> IdeaWords.money(Optional.of(its)))
            .orElse(Texts.text("sign.costs.unknown"));
    return Texts.text("sign.all.cost." + cost.every().wireName(), cost.text(), amount);
  }

  /** Everything in it that has words, in the order in which a handoff is read. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    add(parts, "product", List.of(product()));
    bundle
        .mvp()
        .ifPresent(its -> add(parts, "mvp", List.of(joined(its.version(), day(its.launch())))));
    add(parts, "owner", List.of(person(bundle.handoff().owner())));
    add(parts, "features", bundle.features().stream().map(SignedWords::feature).toList());
    add(parts, "infraPlan", bundle.services().stream().map(SignedWords::service).toList());
    add(parts, "costs", bundle.costs().stream().map(SignedWords::cost).toList());
    add(parts, "results", bundle.measurements().stream().map(this::result).toList());
    add(parts, "acceptance", bundle.checks().stream().map(SignedWords::check).toList());
    add(parts, "items", bundle.items().stream().map(this::item).toList());
    add(parts, "evidence", List.of(evidence()));
    return parts;
  }

  private static void add(List<Part> parts, String name, List<String> lines) {
    List<String> said = lines.stream().filter(line -> !line.isBlank()).toList();
    String none = Texts.text("sign.all.none");
    parts.add(new Part(Texts.text("sign.all." + name), said.isEmpty() ? List.of(none) : said));
  }

  private static String joined(String... words) {
    return Stream.of(words).filter(word -> !word.isBlank()).collect(Collectors.joining(BETWEEN));
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(DayWords::shown).orElse("");
  }

  private String person(Optional<RecordId> person) {
    return person.map(who -> ApprovalWords.name(who, people)).orElse("");
  }

  private String product() {
    String budget =
        bundle
            .idea()
            .budget()
            .map(its -> Texts.text("sign.all.budget", IdeaWords.money(Optional.of(its))))
            .orElse("");
    return joined(bundle.idea().title(), budget);
  }

  private static String feature(Feature feature) {
    return feature.isIn() ? feature.text() : Texts.text("sign.all.later", feature.text());
  }

  private static String service(InfraService service) {
    return joined(service.name(), service.objective(), service.probe());
  }

  private static String check(AcceptanceCheck check) {
    return joined(check.text(), check.threshold());
  }

  private String result(Measurement measurement) {
    String target =
        measurement
            .target()
            .map(BigDecimal::toPlainString)
            .map(its -> Texts.text("mvp.reach." + measurement.reach().wireName()) + " " + its)
            .orElse("");
    Optional<Result> result = bundle.result(measurement);
    String value =
        result
            .flatMap(Result::value)
            .map(BigDecimal::toPlainString)
            .map(its -> Texts.text("sign.all.result", its))
            .orElse("");
    return joined(
        measurement.metric(),
        target,
        value,
        day(result.flatMap(Result::day)),
        result.map(Result::note).orElse(""),
        measurement.method());
  }

  private String item(ChecklistItem item) {
    String state =
        item.state() == ItemState.OPEN && item.filling() != Filling.NOTHING
            ? Texts.text("handoff.item.state.itself")
            : Texts.text("handoff.item.state." + item.state().wireName());
    String proofs =
        bundle.proofs(item).stream().map(SignedWords::proof).collect(Collectors.joining(", "));
    return joined(
        item.code() + " " + item.title(),
        state,
        person(item.owner()),
        day(item.due()),
        item.note(),
        proofs);
  }

  private static String proof(Proof proof) {
    return Stream.of(proof.text(), proof.link())
        .filter(word -> !word.isBlank())
        .collect(Collectors.joining(" "));
  }

  private String evidence() {
    int all = bundle.claims().size();
    long against =
        bundle.claims().stream().filter(one -> one.link().stance() == Stance.AGAINST).count();
    return all == 0 ? "" : Texts.text("sign.all.evidence.said", all - against, against);
  }
}
