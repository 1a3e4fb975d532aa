package dev.throughline.desktop.interview;

import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.memo.TypedText;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Debrief;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.interview.InterviewStatus;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The three questions right after an interview. What is typed saves by itself, like notes. UI
 * thread only.
 */
final class DebriefViewModel {
  private final SessionParts parts;
  private final RecordId interview;
  private final Map<String, TypedText> answers = new LinkedHashMap<>();
  private final Map<String, String> before = new LinkedHashMap<>();
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final ReadOnlyBooleanWrapper due = new ReadOnlyBooleanWrapper(this, "due");
  private boolean wasDone;
  private boolean isFirst = true;

  DebriefViewModel(SessionParts parts, Interview interview, Runnable remark) {
    this.parts = parts;
    this.interview = interview.id();
    Debrief stored = interview.debrief();
    add(Debrief.FIELDS.get(0), stored.surprise(), remark);
    add(Debrief.FIELDS.get(1), stored.followUp(), remark);
    add(Debrief.FIELDS.get(2), stored.nextQuestion(), remark);
  }

  private void add(String field, String stored, Runnable remark) {
    TypedText text =
        new TypedText(parts.interviews().text(interview, field), stored, parts.seams());
    text.markProperty().subscribe(remark);
    answers.put(field, text);
    before.put(field, stored);
  }

  /** What was answered, by the names in {@link Debrief#FIELDS}. */
  TypedText answer(String field) {
    return Objects.requireNonNull(answers.get(field), field);
  }

  /** Whether the card is on the page. */
  BooleanProperty openProperty() {
    return open;
  }

  /** Whether the interview was held and nobody has written down what stays of it. */
  ReadOnlyBooleanProperty dueProperty() {
    return due.getReadOnlyProperty();
  }

  Stream<SaveMark> marks() {
    return answers.values().stream().map(text -> text.markProperty().get());
  }

  /** Takes in what the store says; offers the card when the interview was just held. */
  void show(Interview now, LocalDate today) {
    boolean isHeld =
        now.status() == InterviewStatus.DONE
            || (now.status() != InterviewStatus.CANCELLED
                && now.date().filter(day -> day.isBefore(today)).isPresent());
    boolean isEmpty =
        now.debrief().isEmpty()
            && answers.values().stream().allMatch(text -> text.text().isBlank());
    boolean isDone = now.status() == InterviewStatus.DONE;
    due.set(isHeld && isEmpty);
    if (isDone && isEmpty && !isFirst && !wasDone) {
      open.set(true);
    }
    wasDone = isDone;
    isFirst = false;
    answers.values().forEach(TypedText::changedOutside);
  }

  void begin() {
    open.set(true);
  }

  /** Leaves the card; what was written is one step that can be taken back. */
  void done() {
    open.set(false);
    answers.forEach(this::remember);
  }

  private void remember(String field, TypedText text) {
    text.save();
    String from = before.get(field);
    String to = text.text();
    before.put(field, to);
    if (from != null && !from.equals(to)) {
      Draft.Text edit = new Draft.Text(interview, Interview.KIND.name(), field, from, to);
      parts.background().run(() -> parts.undo().remember(Texts.text("session.step.debrief"), edit));
    }
  }

  boolean flush() {
    boolean isSafe = true;
    for (TypedText text : answers.values()) {
      isSafe &= text.flush();
    }
    return isSafe;
  }

  void close() {
    answers.values().forEach(TypedText::close);
  }
}
