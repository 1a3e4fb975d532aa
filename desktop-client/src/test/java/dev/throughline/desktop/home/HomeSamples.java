package dev.throughline.desktop.home;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.interview.ResumePoint;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a team did while somebody was away, for pictures of Home. */
final class HomeSamples {
  private static final WorkspaceId TEAM = WorkspaceId.of("01900000-0000-7000-8000-00000000000a");

  private HomeSamples() {}

  /** Joins a team; brings an interview of Jon's, notes of Mara's, and a conflict with one's own. */
  static void fill(FieldDesk field) {
    try {
      field.ledger.joined(TEAM, "Northlight");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    RecordId talk = field.ledger.newRecord();
    RecordId notes = field.ledger.newRecord();
    List<Change> changes =
        List.of(
            change(
                1,
                talk,
                "interview",
                "Jon A.",
                Map.of("title", Value.text("The price letter, again"))),
            change(
                2,
                notes,
                "memo",
                "Jon A.",
                Map.of(
                    "interview", Value.text(talk.toString()), "notes", Value.text("He laughs."))),
            change(
                3,
                field.ledger.newRecord(),
                "study",
                "Mara L.",
                Map.of("title", Value.text("Moving out"))),
            change(
                4,
                field.ledger.newRecord(),
                "coverage",
                "Mara L.",
                Map.of("interview", Value.text(talk.toString()), "state", Value.text("covered"))),
            change(5, field.ledger.newRecord(), "mystery", "Mara L.", Map.of()));
    field.ledger.store().apply(new PullAnswer(0, new Cursor(TEAM, "e", 5, "cd"), 5, changes));
    RecordId id = field.ledger.newRecord();
    Conflict conflict =
        new Conflict(
            id,
            Optional.of(talk),
            "interview",
            "title",
            Value.text("The price letter"),
            new Conflict.Side(Value.text("The price letter, again"), "Jon A.", "a", at(4)),
            new Conflict.Side(Value.text("The second letter"), "Ines K.", "b", at(3)),
            "later-shown");
    field.save(List.of(FieldDesk.set(id, "conflict", conflict.toFields())));
  }

  private static long at(int hour) {
    return Instant.parse("2026-11-23T1%s:20:00Z".formatted(hour)).toEpochMilli();
  }

  private static Change change(
      long seq, RecordId record, String kind, String author, Map<String, Value> fields) {
    return new Change(
        seq, record, kind, false, new TreeMap<>(fields), author, "theirs", at((int) seq));
  }

  /** Work stopped in two interviews. */
  static void resume(HomeDesk desk) {
    List<InterviewRow> rows = desk.list.rows();
    desk.places.remember(ResumePoint.notes(rows.get(3).interview().id(), 12, at(1)));
    desk.places.remember(
        ResumePoint.turn(rows.get(1).interview().id(), desk.field.ledger.newRecord(), at(2)));
    desk.home.refresh();
  }
}
