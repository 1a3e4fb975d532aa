package dev.throughline.desktop.interview;

import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;

/** What people change about an interview besides its texts; every step can be undone. */
final class SessionEdits {
  private final SessionParts parts;
  private final SessionExits exits;
  private final RecordId interview;
  private final FieldSaver saver;

  SessionEdits(SessionParts parts, SessionExits exits, RecordId interview) {
    this.parts = parts;
    this.exits = exits;
    this.interview = interview;
    this.saver = new FieldSaver(parts, exits.toasts());
  }

  ReadOnlyObjectProperty<SaveMark> markProperty() {
    return saver.markProperty();
  }

  void rename(String before, String title) {
    set("session.step.rename", "title", line(before), line(title));
  }

  void setPlace(String before, String place) {
    set("session.step.place", "place", line(before), line(place));
  }

  void setDate(Optional<LocalDate> before, Optional<LocalDate> date) {
    set("session.step.date", "date", value(before), value(date));
  }

  void setTime(Optional<LocalTime> before, Optional<LocalTime> time) {
    set("session.step.time", "time", value(before), value(time));
  }

  void openStudy(RecordId study) {
    exits.openStudy().accept(study);
  }

  void openParticipant(RecordId participant) {
    exits.openParticipant().accept(participant);
  }

  /** Lets only those see it who may see restricted interviews; or everybody of the study. */
  void restrict(boolean restricted) {
    String to = restricted ? Interview.RESTRICTED : Interview.OPEN;
    Map<String, Value> fields = Map.of(Interview.SENSITIVITY, line(to));
    Draft set = new Draft.Set(interview, Interview.KIND.name(), fields);
    saver.save(restricted ? "session.step.restrict" : "session.step.open", () -> List.of(set));
  }

  void setStatus(InterviewStatus status) {
    Map<String, Value> fields = Map.of("status", line(status.wireName()));
    Draft set = new Draft.Set(interview, Interview.KIND.name(), fields);
    saver.save("session.step.status", () -> List.of(set));
  }

  void setParticipant(Session session, String before, String pseudonym) {
    participant("session.step.participant", session, "pseudonym", line(before), line(pseudonym));
  }

  void setAttributes(
      Session session, SortedMap<String, String> before, SortedMap<String, String> attributes) {
    participant("session.step.attributes", session, "attributes", pairs(before), pairs(attributes));
  }

  private static Value pairs(SortedMap<String, String> attributes) {
    SortedMap<String, Value> pairs = new TreeMap<>();
    attributes.forEach((name, value) -> pairs.put(PlainText.clean(name).strip(), line(value)));
    return new Value.Entries(pairs);
  }

  /** Moves the interview to the trash and leaves its page; the toast takes exactly that back. */
  void trash() {
    Toast told =
        Toast.done(Texts.count("interviews.trashed", 1), Texts.text("interviews.trashed.detail"));
    new Steps(parts.undo(), parts.background(), parts.ui(), exits.toasts())
        .trash(Texts.text("session.step.trash"), interview, Interview.KIND.name(), told);
    exits.leave().run();
  }

  void undo() {
    exits.undo().undo();
  }

  void redo() {
    exits.undo().redo();
  }

  private void set(String label, String field, Value before, Value after) {
    Draft set =
        new Draft.Set(
            interview, Interview.KIND.name(), Map.of(field, after), Map.of(field, before));
    saver.save(label, () -> List.of(set));
  }

  private void participant(String label, Session session, String field, Value before, Value after) {
    saver.save(
        label,
        () ->
            parts
                .interviews()
                .participantDrafts(session, Map.of(field, after), Map.of(field, before)));
  }

  private static Value value(Optional<?> dayOrTime) {
    return dayOrTime.map(known -> line(known.toString())).orElse(Value.NOTHING);
  }

  private static Value line(String text) {
    return Value.text(PlainText.clean(text).strip());
  }
}
