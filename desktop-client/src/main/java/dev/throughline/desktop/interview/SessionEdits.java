package dev.throughline.desktop.interview;

import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
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

  void rename(String title) {
    set("session.step.rename", "title", line(title));
  }

  void setPlace(String place) {
    set("session.step.place", "place", line(place));
  }

  void setDate(Optional<LocalDate> date) {
    set("session.step.date", "date", date.map(day -> line(day.toString())).orElse(Value.NOTHING));
  }

  void setTime(Optional<LocalTime> time) {
    set("session.step.time", "time", time.map(at -> line(at.toString())).orElse(Value.NOTHING));
  }

  void openStudy(RecordId study) {
    exits.openStudy().accept(study);
  }

  void openParticipant(RecordId participant) {
    exits.openParticipant().accept(participant);
  }

  void setStatus(InterviewStatus status) {
    set("session.step.status", "status", line(status.wireName()));
  }

  void setParticipant(Session session, String pseudonym) {
    participant("session.step.participant", session, Map.of("pseudonym", line(pseudonym)));
  }

  void setAttributes(Session session, SortedMap<String, String> attributes) {
    SortedMap<String, Value> pairs = new TreeMap<>();
    attributes.forEach((name, value) -> pairs.put(PlainText.clean(name).strip(), line(value)));
    participant("session.step.attributes", session, Map.of("attributes", new Value.Entries(pairs)));
  }

  /** Moves the interview to the trash and leaves its page. */
  void trash() {
    Draft move = new Draft.Move(interview, Interview.KIND.name(), Action.TRASH);
    saver.save("session.step.trash", () -> List.of(move));
    exits.leave().run();
    exits
        .toasts()
        .accept(
            Toast.undoable(
                Texts.count("interviews.trashed", 1),
                Texts.text("interviews.trashed.detail"),
                new Toast.Action(Texts.text("interviews.undo"), this::undo)));
  }

  void undo() {
    back("session.undone", "session.undo.nothing", parts.undo()::undo);
  }

  void redo() {
    back("session.redone", "session.redo.nothing", parts.undo()::redo);
  }

  private void back(String done, String nothing, Supplier<UndoResult> move) {
    parts
        .background()
        .run(
            () -> {
              UndoResult result = move.get();
              parts.ui().run(() -> exits.toasts().accept(told(done, nothing, result)));
            });
  }

  private static Toast told(String done, String nothing, UndoResult result) {
    return switch (result) {
      case UndoResult.Done(String label) -> Toast.done(Texts.text(done, label), "");
      case UndoResult.Nothing() -> Toast.done(Texts.text(nothing), "");
      case UndoResult.ChangedSince(String label, var _) ->
          new Toast(
              Toast.Kind.ATTENTION,
              Texts.text("session.undo.changed", label),
              Texts.text("session.undo.changed.detail"),
              List.of());
      case UndoResult.NotSaved(String code, String sentence) ->
          Toast.failed(
              Texts.text("interviews.notSaved"), Texts.text("interviews.withCode", sentence, code));
    };
  }

  private void set(String label, String field, Value value) {
    Draft set = new Draft.Set(interview, Interview.KIND.name(), Map.of(field, value));
    saver.save(label, () -> List.of(set));
  }

  private void participant(String label, Session session, Map<String, Value> fields) {
    saver.save(label, () -> parts.interviews().participantDrafts(session, fields));
  }

  private static Value line(String text) {
    return Value.text(PlainText.clean(text).strip());
  }
}
