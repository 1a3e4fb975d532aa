package dev.throughline.model.consent;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Choice;
import dev.throughline.model.kind.FieldType.Day;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one participant allowed, for all their interviews or for one of them. Everything that comes
 * from such an interview inherits it, see {@link #lack}.
 *
 * @param interview the only interview it holds for; empty when it holds for all of the person's
 * @param day when it was given
 * @param validUntil the last day it holds; empty when no end was agreed
 */
public record Consent(
    RecordId id,
    Optional<RecordId> participant,
    Optional<RecordId> interview,
    Map<ConsentScope, ConsentAnswer> answers,
    Optional<ConsentForm> how,
    Optional<LocalDate> day,
    Optional<LocalDate> validUntil,
    String note) {
  /** As much as the note may hold. */
  public static final int NOTE_LENGTH_MAX = 1_000;

  public static final Kind KIND =
      new Kind(
          "consent",
          Family.MEMORY,
          "participant",
          "day",
          List.of(
              Field.reference("participant", "participant"),
              Field.reference("interview", "interview"),
              asked(ConsentScope.RECORD),
              asked(ConsentScope.QUOTE),
              asked(ConsentScope.CLIP),
              asked(ConsentScope.SHARE),
              Field.latest("how", new Choice(ConsentForm.WIRE_NAMES), PersonalClass.NEVER),
              Field.latest("day", new Day(), PersonalClass.NEVER),
              Field.earlier("validUntil"),
              Field.latest("note", new TextOf(NOTE_LENGTH_MAX), PersonalClass.PERSONAL)));

  public Consent {
    answers = Map.copyOf(answers);
  }

  /** Two devices that write down the same person's consent write one record. */
  public static RecordId idOf(RecordId participant, Optional<RecordId> interview) {
    String of = interview.map(only -> "/" + only).orElse("");
    return new RecordId(Uuids.reserved("consent/" + participant + of));
  }

  /** What was answered; what nobody asked counts as unasked. */
  public ConsentAnswer answer(ConsentScope scope) {
    return answers.getOrDefault(scope, ConsentAnswer.UNASKED);
  }

  /** Whether anything was asked at all: a record without an answer is none yet. */
  public boolean isGivenOrRefused() {
    return answers.values().stream().anyMatch(answer -> answer != ConsentAnswer.UNASKED);
  }

  /** Whether its last day is over. */
  public boolean isOver(LocalDate today) {
    return validUntil.filter(last -> last.isBefore(today)).isPresent();
  }

  /**
   * What is missing for using what the person said in one way.
   *
   * @param today the day it would be used on
   * @return empty when it may be used
   */
  public Optional<ConsentLack> lack(ConsentScope scope, LocalDate today) {
    if (!isGivenOrRefused()) {
      return Optional.of(ConsentLack.UNWRITTEN);
    }
    return switch (answer(scope)) {
      case REFUSED -> Optional.of(ConsentLack.REFUSED);
      case UNASKED -> Optional.of(ConsentLack.UNASKED);
      case GRANTED -> isOver(today) ? Optional.of(ConsentLack.OVER) : Optional.empty();
    };
  }

  /** What was agreed, without whom and what it is about. */
  public Map<String, Value> toFields() {
    Map<String, Value> fields = new TreeMap<>();
    answers.forEach((scope, answer) -> fields.put(scope.field(), Value.text(answer.wireName())));
    how.ifPresent(form -> fields.put("how", Value.text(form.wireName())));
    day.ifPresent(given -> fields.put("day", Value.text(given.toString())));
    validUntil.ifPresent(last -> fields.put("validUntil", Value.text(last.toString())));
    fields.put("note", Value.text(note));
    return fields;
  }

  public static Consent from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    Map<ConsentScope, ConsentAnswer> answers = new EnumMap<>(ConsentScope.class);
    Arrays.stream(ConsentScope.values())
        .forEach(scope -> answers.put(scope, ConsentAnswer.of(fields.text(scope.field()))));
    return new Consent(
        id,
        fields.reference("participant"),
        fields.reference("interview"),
        answers,
        ConsentForm.of(fields.text("how")),
        fields.day("day"),
        fields.day("validUntil"),
        fields.text("note"));
  }

  private static Field asked(ConsentScope scope) {
    return Field.stricter(scope.field(), ConsentAnswer.STRICTEST_FIRST);
  }
}
