package dev.throughline.model.release;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.Choices;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What somebody, or another system, reports of a check of a release. The first for a check and a
 * generation counts; none is ever changed.
 *
 * @param check the record of the service or of the acceptance check
 * @param value what was measured, as it is reported; may be empty
 */
public record CheckResult(
    RecordId id,
    Optional<RecordId> release,
    Optional<RecordId> check,
    long generation,
    CheckOutcome outcome,
    String value,
    Optional<RecordId> by) {
  public static final String RELEASE = "release";
  public static final String CHECK = "check";
  public static final String GENERATION = "generation";
  public static final String OUTCOME = "outcome";
  public static final String VALUE = "value";
  public static final String BY = "by";

  public static final int VALUE_LENGTH_MAX = 300;

  private static final Set<String> NEEDED = Set.of(RELEASE, CHECK, GENERATION, OUTCOME);

  public static final Kind KIND =
      new Kind(
          "check-result",
          Family.PRODUCT,
          RELEASE,
          "",
          List.of(
              Field.reference(RELEASE, "release"),
              Field.latest(CHECK, new TextOf(36), PersonalClass.NEVER),
              Field.latest(GENERATION, new Number(1, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(OUTCOME, Choices.of(CheckOutcome.class), PersonalClass.NEVER),
              Field.latest(VALUE, new TextOf(VALUE_LENGTH_MAX), PersonalClass.NEVER),
              Field.reference(BY, "person")));

  /**
   * A result that counts.
   *
   * @param by who reported it; empty for the server's own tests
   * @param at when it came in, in milliseconds since the epoch
   */
  public record Taken(
      RecordId check, CheckOutcome outcome, String value, Optional<RecordId> by, long at) {
    static List<Taken> all(Value value) {
      return value instanceof Value.Items(var items)
          ? items.stream().flatMap(one -> read(one).stream()).toList()
          : List.of();
    }

    private static Optional<Taken> read(Value value) {
      FieldMap fields = new FieldMap(value instanceof Value.Entries(var its) ? its : Map.of());
      return fields
          .reference(CHECK)
          .map(
              check ->
                  new Taken(
                      check,
                      CheckOutcome.of(fields.text(OUTCOME)),
                      fields.text(VALUE),
                      fields.reference(BY),
                      fields.whole("at").orElse(0L)));
    }

    private Value toValue() {
      TreeMap<String, Value> entries = new TreeMap<>();
      entries.put(CHECK, Value.text(check.toString()));
      entries.put(OUTCOME, Value.text(outcome.wireName()));
      entries.put(VALUE, Value.text(value));
      by.ifPresent(who -> entries.put(BY, Value.text(who.toString())));
      entries.put("at", Value.whole(at));
      return new Value.Entries(entries);
    }

    /** Results as the field of a release holds them. */
    public static Value values(List<Taken> results) {
      return new Value.Items(results.stream().map(Taken::toValue).toList());
    }
  }

  public static CheckResult from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new CheckResult(
        id,
        fields.reference(RELEASE),
        fields.reference(CHECK),
        fields.whole(GENERATION).orElse(0L),
        CheckOutcome.of(fields.text(OUTCOME)),
        fields.text(VALUE),
        fields.reference(BY));
  }

  /**
   * Why nothing can have been measured yet, as a sentence; empty when it can. What comes late
   * changes nothing, and is no mistake.
   *
   * @param release the one that is reported of; empty when there is none
   */
  public static Optional<String> tooEarly(Map<String, Value> written, Optional<Release> release) {
    long generation = new FieldMap(written).whole(GENERATION).orElse(0L);
    boolean isOut =
        release.isPresent()
            && (generation < release.get().generation()
                || (generation == release.get().generation() && !release.get().state().isBefore()));
    return isOut ? Optional.empty() : Optional.of("a check is reported of what is out, not before");
  }

  /** A check has one result in each generation of a release. */
  public static RecordId idOf(RecordId release, long generation, RecordId check) {
    return new RecordId(Uuids.reserved("check-result/" + release + "/" + generation + "/" + check));
  }

  /** The fields a result is made of. */
  public Map<String, Value> toFields() {
    Map<String, Value> fields = new TreeMap<>();
    release.ifPresent(its -> fields.put(RELEASE, Value.text(its.toString())));
    check.ifPresent(its -> fields.put(CHECK, Value.text(its.toString())));
    by.ifPresent(its -> fields.put(BY, Value.text(its.toString())));
    fields.put(GENERATION, Value.whole(generation));
    fields.put(OUTCOME, Value.text(outcome.wireName()));
    fields.put(VALUE, Value.text(value));
    return fields;
  }

  /**
   * Why somebody may not do this to a result, as a sentence; empty when they may.
   *
   * @param isNew whether it is to be made
   * @param written what the fields that are written hold then
   * @param me the record of whoever wants it; empty where nobody signs in
   */
  public static Optional<String> refusal(
      RecordId record,
      boolean isNew,
      Map<String, Value> written,
      Action action,
      Optional<RecordId> me) {
    if (!isNew || action != Action.EDIT) {
      return Optional.of("The result of a check stays as it was reported; the first one counts.");
    }
    CheckResult result = from(record, written);
    boolean isWhole =
        written.keySet().containsAll(NEEDED)
            && result.release().isPresent()
            && result.check().isPresent()
            && record.equals(
                idOf(result.release().get(), result.generation(), result.check().get()));
    if (!isWhole) {
      return Optional.of("A result names its release, its check and what came out.");
    }
    return result.by().equals(me)
        ? Optional.empty()
        : Optional.of("A result is reported under one's own name.");
  }
}
