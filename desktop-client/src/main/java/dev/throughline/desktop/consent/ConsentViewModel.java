package dev.throughline.desktop.consent;

import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.consent.ConsentForm;
import dev.throughline.model.consent.ConsentScope;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** What one person agreed to, shown and written down. UI thread only. */
public final class ConsentViewModel {
  /** Who is asked, and in which interview; without a participant nothing can be written down. */
  public record Of(Optional<RecordId> participant, Optional<RecordId> interview) {
    public static final Of NOBODY = new Of(Optional.empty(), Optional.empty());
  }

  private final ConsentParts parts;
  private final ReadOnlyObjectWrapper<Of> of = new ReadOnlyObjectWrapper<>(this, "of", Of.NOBODY);
  private final ReadOnlyObjectWrapper<Optional<Consent>> consent =
      new ReadOnlyObjectWrapper<>(this, "consent", Optional.empty());
  private final BooleanProperty onlyHere = new SimpleBooleanProperty(this, "onlyHere");
  private final BooleanProperty editing = new SimpleBooleanProperty(this, "editing");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private final Runnable deaf;

  public ConsentViewModel(ConsentParts parts) {
    this.parts = parts;
    this.deaf = parts.store().onChange(this::changed);
  }

  /** Shows another person's consent from now on. */
  public void show(Of now) {
    if (!now.equals(of.get())) {
      of.set(now);
      consent.set(Optional.empty());
      onlyHere.set(false);
      editing.set(false);
      error.set("");
      reload();
    }
  }

  ReadOnlyObjectProperty<Of> ofProperty() {
    return of.getReadOnlyProperty();
  }

  /** What holds; empty while nothing is written down. */
  public ReadOnlyObjectProperty<Optional<Consent>> consentProperty() {
    return consent.getReadOnlyProperty();
  }

  /** Whether the questions are open to be answered. */
  public BooleanProperty editingProperty() {
    return editing;
  }

  /** Whether the next answer holds for this interview only. */
  BooleanProperty onlyHereProperty() {
    return onlyHere;
  }

  /** What is wrong with a day that was typed; empty while all is well. */
  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  public void close() {
    deaf.run();
  }

  private void changed(RecordsChanged change) {
    if (change.touches(Consent.KIND.name())) {
      parts.ui().run(this::reload);
    }
  }

  private void reload() {
    Of asked = of.get();
    parts
        .background()
        .run(
            () -> {
              Optional<Consent> read =
                  asked
                      .participant()
                      .flatMap(who -> parts.consents().holding(who, asked.interview()));
              parts.ui().run(() -> take(asked, read));
            });
  }

  private void take(Of asked, Optional<Consent> read) {
    if (asked.equals(of.get())) {
      consent.set(read);
      read.flatMap(Consent::interview).ifPresent(_ -> onlyHere.set(true));
    }
  }

  /** Today in the person's own zone. */
  LocalDate today() {
    return LocalDate.now(parts.clock());
  }

  /** Opens the questions. */
  public void edit() {
    editing.set(of.get().participant().isPresent());
  }

  public void done() {
    editing.set(false);
  }

  /** The first answer is dated today, unless a day was given. */
  void answer(ConsentScope scope, ConsentAnswer answer) {
    if (current(scope) != answer) {
      set("consent.step.answer", scope.field(), Value.text(answer.wireName()), Map.of());
    }
  }

  ConsentAnswer current(ConsentScope scope) {
    return consent.get().map(now -> now.answer(scope)).orElse(ConsentAnswer.UNASKED);
  }

  void setHow(ConsentForm how) {
    if (!consent.get().flatMap(Consent::how).equals(Optional.of(how))) {
      set("consent.step.how", "how", Value.text(how.wireName()), Map.of());
    }
  }

  void setDay(String before, String words) {
    setDay("consent.step.day", "day", before, words);
  }

  void setValidUntil(String before, String words) {
    setDay("consent.step.until", "validUntil", before, words);
  }

  void setNote(String before, String words) {
    set("consent.step.note", "note", note(words), Map.of("note", note(before)));
  }

  private static Value note(String words) {
    String clean = PlainText.clean(words).strip();
    return Value.text(clean.substring(0, Math.min(clean.length(), Consent.NOTE_LENGTH_MAX)));
  }

  private static Value value(Optional<LocalDate> day) {
    return day.map(d -> Value.text(d.toString())).orElse(Value.NOTHING);
  }

  private void setDay(String label, String field, String before, String words) {
    Optional<LocalDate> day = DayWords.read(words);
    boolean isWrong = day.isEmpty() && !words.isBlank();
    error.set(isWrong ? Texts.text("session.date.error") : "");
    if (!isWrong) {
      set(label, field, value(day), Map.of(field, value(DayWords.read(before))));
    }
  }

  private void set(String label, String field, Value value, Map<String, Value> seen) {
    Of asked = of.get();
    if (asked.participant().isEmpty()) {
      return;
    }
    Optional<RecordId> only = onlyHere.get() ? asked.interview() : Optional.empty();
    Map<String, Value> fields = new TreeMap<>();
    if (consent.get().flatMap(Consent::day).isEmpty()) {
      fields.put("day", Value.text(today().toString()));
    }
    consent
        .get()
        .filter(now -> only.isPresent() && now.interview().isEmpty())
        .ifPresent(general -> fields.putAll(general.toFields()));
    fields.put(field, value);
    parts
        .steps()
        .run(
            Texts.text(label),
            () -> List.of(parts.consents().set(asked.participant().get(), only, fields, seen)));
  }
}
