package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.Result;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Manifest} writes, so that people are shown the very bytes they sign. */
public final class ManifestReader {
  /** Members that are called otherwise than the fields they come from. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "item", ChecklistItem.TITLE,
          "by", ChecklistItem.OWNER,
          "check", AcceptanceCheck.TEXT,
          "slo", InfraService.OBJECTIVE);

  private final Map<String, Json> manifest;

  private ManifestReader(Map<String, Json> manifest) {
    this.manifest = manifest;
  }

  /**
   * What a manifest says; digests of sources are not in it, nor whether evidence is held back.
   * Empty for one that says anything else, or anything in another way: it could not be shown whole.
   */
  public static Optional<Bundle> read(Json manifest) {
    if (!(manifest instanceof Json.Members(var members))
        || !(members.get(Manifest.VERSION) instanceof Json.Number(double version))) {
      return Optional.empty();
    }
    try {
      Bundle bundle = new ManifestReader(members).bundle();
      return Optional.of(bundle).filter(its -> Manifest.of(its, (long) version).equals(manifest));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Bundle bundle() {
    RecordId id = id(manifest, Manifest.ID);
    Map<String, Json> product = members(manifest.get("product"));
    Optional<Map<String, Json>> mvp =
        Optional.of(members(manifest.get("mvp"))).filter(its -> !its.isEmpty());
    List<Measurement> plan = new ArrayList<>();
    Map<RecordId, Result> results = new HashMap<>();
    for (Map<String, Json> one : all(manifest.get("results"))) {
      Measurement measurement = Measurement.from(id(one, "id"), fields(one));
      plan.add(measurement);
      results.put(measurement.id(), Result.from(measurement.id(), fields(one)));
    }
    List<Map<String, Json>> items =
        Stream.of("legalChecklist", "checklist")
            .flatMap(part -> all(manifest.get(part)).stream())
            .toList();
    return new Bundle(
        handoff(id, product, mvp),
        Idea.from(
            id(product, "id"),
            Map.of(
                Idea.TITLE, value(product.get("name")),
                Idea.BUDGET, value(product.get("budget")))),
        mvp.map(its -> Mvp.from(id(its, "id"), fields(its))),
        read(manifest.get("features"), Feature::from),
        plan,
        results,
        read(members(manifest.get("costs")).get("lines"), Cost::from),
        read(members(manifest.get("infraPlan")).get("services"), InfraService::from),
        read(manifest.get("acceptance"), AcceptanceCheck::from),
        items.stream().map(its -> ChecklistItem.from(id(its, "id"), fields(its))).toList(),
        items.stream().flatMap(its -> proofs(its).stream()).toList(),
        read(manifest.get("evidence"), Evidence::from).stream()
            .map(link -> new Claim(link, false))
            .toList(),
        Map.of(),
        true);
  }

  private Handoff handoff(RecordId id, Map<String, Json> product, Optional<Map<String, Json>> mvp) {
    Map<String, Value> fields = fields(manifest);
    fields.put(Handoff.IDEA, value(product.get("id")));
    mvp.ifPresent(its -> fields.put(Handoff.MVP, value(its.get("id"))));
    items(manifest.get("dataClasses")).forEach(one -> fields.put(Handoff.DATA, value(one)));
    return Handoff.from(id, fields);
  }

  private static List<Proof> proofs(Map<String, Json> item) {
    return all(item.get("proofs")).stream()
        .map(
            its -> {
              Map<String, Value> fields = fields(its);
              fields.put(Proof.ITEM, value(item.get("id")));
              return Proof.from(id(its, "id"), fields);
            })
        .toList();
  }

  private static <T> List<T> read(
      @Nullable Json list, BiFunction<RecordId, Map<String, Value>, T> parse) {
    return all(list).stream().map(its -> parse.apply(id(its, "id"), fields(its))).toList();
  }

  private static Map<String, Value> fields(Map<String, Json> members) {
    Map<String, Value> fields = new TreeMap<>();
    members.forEach((name, json) -> fields.put(FIELDS.getOrDefault(name, name), value(json)));
    return fields;
  }

  private static Value value(@Nullable Json json) {
    return switch (json) {
      case Json.Text(String text) -> Value.text(text);
      case Json.Number(double number) -> Value.whole((long) number);
      case Json.Members(var its) when its.get("minor") instanceof Json.Text(String minor) ->
          its.get("currency") instanceof Json.Text(String currency)
              ? new Money(Long.parseLong(minor), currency).toValue()
              : Value.NOTHING;
      case null, default -> Value.NOTHING;
    };
  }

  private static RecordId id(Map<String, Json> members, String name) {
    return new FieldMap(Map.of(name, value(members.get(name))))
        .reference(name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is no id"));
  }

  private static List<Map<String, Json>> all(@Nullable Json list) {
    return items(list).stream().map(ManifestReader::members).toList();
  }

  private static Map<String, Json> members(@Nullable Json json) {
    return json instanceof Json.Members(var its) ? its : Map.of();
  }

  private static List<Json> items(@Nullable Json json) {
    return json instanceof Json.Items(var its) ? its : List.of();
  }
}
