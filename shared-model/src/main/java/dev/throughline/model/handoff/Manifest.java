package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.Result;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is signed: one handoff as a document that holds everything it consists of, and of people and
 * of what they said only ids. Amounts and measured numbers are texts, so that no reader rounds
 * them; nothing in it depends on who writes it down.
 */
public final class Manifest {
  /** Which shape it has. */
  public static final String SCHEMA = "handoff-manifest/v1";

  static final String ID = "manifestId";
  static final String VERSION = "version";

  private Manifest() {}

  /** The document of a handoff as it is now. */
  public static Json of(Bundle bundle, long version) {
    Handoff handoff = bundle.handoff();
    return object(
        members -> {
          members.put("schema", text(SCHEMA));
          members.put(ID, text(handoff.id().toString()));
          members.put(VERSION, new Json.Number(version));
          members.put("title", text(handoff.title()));
          members.put("product", product(bundle));
          members.put("owner", reference(handoff.owner()));
          members.put("ask", text(handoff.ask()));
          members.put("risk", text(handoff.risk()));
          members.put("rollback", text(handoff.rollback()));
          members.put("pricing", text(handoff.pricing()));
          members.put("dataClasses", new Json.Items(List.of(text(handoff.data().wireName()))));
          members.put("mvp", bundle.mvp().map(Manifest::mvp).orElse(new Json.Nothing()));
          members.put("features", list(bundle.features(), Feature::id, Manifest::feature));
          members.put("infraPlan", infraPlan(bundle));
          members.put("costs", costs(bundle.costs()));
          members.put(
              "results", list(bundle.measurements(), Measurement::id, of -> result(of, bundle)));
          members.put("acceptance", list(bundle.checks(), AcceptanceCheck::id, Manifest::check));
          members.put("legalChecklist", items(bundle, true));
          members.put("checklist", items(bundle, false));
          members.put("evidence", list(bundle.claims(), of -> of.link().id(), Manifest::claim));
        });
  }

  private static Json product(Bundle bundle) {
    return object(
        members -> {
          members.put("id", text(bundle.idea().id().toString()));
          members.put("name", text(bundle.idea().title()));
          members.put("budget", bundle.idea().budget().map(Manifest::money).orElse(nothing()));
        });
  }

  private static Json mvp(Mvp mvp) {
    return object(
        members -> {
          members.put("id", text(mvp.id().toString()));
          members.put("version", text(mvp.version()));
          members.put("launchDate", day(mvp.launch()));
        });
  }

  private static Json feature(Feature feature) {
    return object(
        members -> {
          members.put("id", text(feature.id().toString()));
          members.put("text", text(feature.text()));
          members.put("scope", text(feature.scope().wireName()));
        });
  }

  private static Json infraPlan(Bundle bundle) {
    return object(
        members ->
            members.put(
                "services",
                list(
                    bundle.services(),
                    InfraService::id,
                    service ->
                        object(
                            its -> {
                              its.put("id", text(service.id().toString()));
                              its.put("name", text(service.name()));
                              its.put("slo", text(service.objective()));
                              its.put("probe", text(service.probe()));
                            }))));
  }

  private static Json costs(List<Cost> costs) {
    Optional<Money> sum = CostSum.of(costs).amount();
    return object(
        members -> {
          members.put("totalMinor", sum.map(its -> minor(its)).orElse(nothing()));
          members.put("currency", sum.map(its -> text(its.currency())).orElse(nothing()));
          members.put("lines", list(costs, Cost::id, Manifest::cost));
        });
  }

  private static Json cost(Cost cost) {
    return object(
        members -> {
          members.put("id", text(cost.id().toString()));
          members.put("text", text(cost.text()));
          members.put("amount", cost.amount().map(Manifest::money).orElse(nothing()));
          members.put("every", text(cost.every().wireName()));
        });
  }

  private static Json result(Measurement measurement, Bundle bundle) {
    Optional<Result> result = bundle.result(measurement);
    return object(
        members -> {
          members.put("id", text(measurement.id().toString()));
          members.put("metric", text(measurement.metric()));
          members.put("reach", text(measurement.reach().wireName()));
          members.put("target", number(measurement.target()));
          members.put("method", text(measurement.method()));
          members.put("value", number(result.flatMap(Result::value)));
          members.put("day", day(result.flatMap(Result::day)));
          members.put("note", text(result.map(Result::note).orElse("")));
        });
  }

  private static Json check(AcceptanceCheck check) {
    return object(
        members -> {
          members.put("id", text(check.id().toString()));
          members.put("check", text(check.text()));
          members.put("threshold", text(check.threshold()));
        });
  }

  private static Json items(Bundle bundle, boolean isLegal) {
    return new Json.Items(
        bundle.items().stream()
            .filter(one -> (one.section() == Section.LEGAL) == isLegal)
            .map(one -> item(one, bundle))
            .toList());
  }

  private static Json item(ChecklistItem item, Bundle bundle) {
    return object(
        members -> {
          members.put("id", text(item.id().toString()));
          members.put("code", text(item.code()));
          members.put("section", text(item.section().wireName()));
          members.put("item", text(item.title()));
          members.put("needs", text(item.needs()));
          members.put("filling", text(item.filling().wireName()));
          members.put("state", text(item.state().wireName()));
          members.put("basis", text(item.basis()));
          members.put("by", reference(item.owner()));
          members.put("due", day(item.due()));
          members.put("note", text(item.note()));
          members.put("proofs", list(bundle.proofs(item), Proof::id, Manifest::proof));
        });
  }

  private static Json proof(Proof proof) {
    return object(
        members -> {
          members.put("id", text(proof.id().toString()));
          members.put("text", text(proof.text()));
          members.put("link", text(proof.link()));
          members.put("source", reference(proof.source()));
        });
  }

  private static Json claim(Claim claim) {
    Evidence link = claim.link();
    return object(
        members -> {
          members.put("id", text(link.id().toString()));
          members.put("source", reference(link.source()));
          members.put("sourceKind", text(link.sourceKind()));
          members.put("stance", text(link.stance().wireName()));
          members.put("importance", new Json.Number(link.importance()));
        });
  }

  private static <T> Json list(List<T> all, Function<T, RecordId> id, Function<T, Json> written) {
    return new Json.Items(all.stream().sorted(Comparator.comparing(id)).map(written).toList());
  }

  private static Json money(Money money) {
    return object(
        members -> {
          members.put("minor", minor(money));
          members.put("currency", text(money.currency()));
        });
  }

  private static Json minor(Money money) {
    return text(Long.toString(money.minor()));
  }

  private static Json number(Optional<BigDecimal> number) {
    return number.map(its -> text(its.toPlainString())).orElse(nothing());
  }

  private static Json day(Optional<LocalDate> day) {
    return day.map(its -> text(its.toString())).orElse(nothing());
  }

  private static Json reference(Optional<RecordId> record) {
    return record.map(its -> text(its.toString())).orElse(nothing());
  }

  private static Json text(String text) {
    return new Json.Text(text);
  }

  private static Json nothing() {
    return new Json.Nothing();
  }

  private interface Filler {
    void fill(TreeMap<String, Json> members);
  }

  private static Json object(Filler filler) {
    TreeMap<String, Json> members = new TreeMap<>();
    filler.fill(members);
    return new Json.Members(members);
  }
}
