package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDatabase;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConcurrentEditsIT {
  private final int port = TestServers.shared().port();
  private final TestDevice anna = new TestDevice(port, "Anna");
  private final TestDevice ben = new TestDevice(port, "Ben");

  @Test
  void theLaterValueIsShownAndTheOtherKeptWithBothAuthors() {
    RecordId interview = TestDevice.newRecord();
    long base = anna.push(anna.put(interview, "interview", 0, "title", "Draft")).head();
    Op early = anna.put(interview, "interview", base, "title", "Anna's");
    ben.put(interview, "interview", base, "title", "unsent");
    ben.put(interview, "interview", base, "title", "unsent, too");
    Op late = ben.put(interview, "interview", base, "title", "Ben's");
    assertThat(late.hlc()).isGreaterThan(early.hlc());
    assertThat(ben.send(late)).isInstanceOf(Outcome.Applied.class);
    Outcome outcome = anna.send(early);

    assertThat(outcome).isInstanceOf(Outcome.Conflicted.class);
    RecordId card = ((Outcome.Conflicted) outcome).conflicts().getFirst();
    Conflict conflict = Conflict.from(card, anna.record(card));
    assertThat(conflict.shown().value()).isEqualTo(Value.text("Ben's"));
    assertThat(conflict.shown().author()).isEqualTo("Ben");
    assertThat(conflict.shown().device()).isEqualTo(ben.id().toString());
    assertThat(conflict.kept().value()).isEqualTo(Value.text("Anna's"));
    assertThat(conflict.kept().author()).isEqualTo("Anna");
    assertThat(conflict.base()).isEqualTo(Value.text("Draft"));
    assertThat(conflict.record()).contains(interview);
    assertThat(anna.record(interview)).containsEntry("title", conflict.shown().value());
  }

  @Test
  void aConflictComesFromTheServerAndCanBeResolvedOnly() {
    RecordId interview = TestDevice.newRecord();
    long base = anna.push(anna.put(interview, "interview", 0, "title", "Draft")).head();
    anna.push(anna.put(interview, "interview", base, "title", "Anna's"));
    Outcome.Conflicted outcome =
        (Outcome.Conflicted) ben.send(ben.put(interview, "interview", base, "title", "Ben's"));
    RecordId card = outcome.conflicts().getFirst();
    Change change =
        anna.pullAll(base).stream().filter(c -> c.record().equals(card)).findFirst().orElseThrow();
    assertThat(change.device()).isEqualTo("server");
    assertThat(change.kind()).isEqualTo("conflict");

    assertThat(anna.send(anna.put(card, "conflict", change.seq(), "kept", "forged")))
        .isEqualTo(notAllowed());
    assertThat(anna.send(anna.trash(card, "conflict", change.seq()))).isEqualTo(notAllowed());
    assertThat(anna.send(anna.put(TestDevice.newRecord(), "conflict", 0, "state", "open")))
        .isEqualTo(notAllowed());
    assertThat(anna.send(anna.put(card, "conflict", change.seq(), "state", Conflict.RESOLVED)))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(anna.record(card)).containsEntry("state", Value.text(Conflict.RESOLVED));
  }

  @Test
  void twoEditsOfOneTextMerge() {
    String text = "The user opens the app. Then she waits.";
    RecordId memo = TestDevice.newRecord();
    long base = anna.push(anna.put(memo, "memo", 0, "notes", text)).head();
    anna.push(anna.retype(memo, base, text, "The tired user opens the app. Then she waits."));
    assertThat(
            ben.send(
                ben.retype(memo, base, text, "The user opens the app. Then she waits outside.")))
        .isInstanceOf(Outcome.Merged.class);
    assertThat(anna.record(memo))
        .containsEntry(
            "notes", Value.text("The tired user opens the app. Then she waits outside."));
  }

  @Test
  void editsOfTheSameWordsAreBothKeptAndNoted() {
    String text = "She waits long here.";
    RecordId memo = TestDevice.newRecord();
    long base = anna.push(anna.put(memo, "memo", 0, "notes", text)).head();
    anna.push(anna.retype(memo, base, text, "She waits briefly here."));
    // An edit by a third makes the base an entry of the past.
    anna.push(anna.put(memo, "memo", base, "interview", TestDevice.newRecord().toString()));
    Outcome outcome = ben.send(ben.retype(memo, base, text, "She waits forever here."));
    assertThat(outcome).isInstanceOf(Outcome.Conflicted.class);
    String merged = String.valueOf(anna.record(memo).get("notes"));
    assertThat(merged).contains("briefly").contains("forever");
    RecordId card = ((Outcome.Conflicted) outcome).conflicts().getFirst();
    assertThat(anna.record(card))
        .containsEntry("base", Value.text(text))
        .containsEntry("keptAuthor", Value.text("Ben"))
        .containsEntry("shownAuthor", Value.text("Anna"));
  }

  @Test
  void aTextEditOnAnUnknownBaseIsParked() {
    RecordId memo = TestDevice.newRecord();
    long base = anna.push(anna.put(memo, "memo", 0, "notes", "one two")).head();
    assertThat(ben.send(ben.retype(memo, base, "never there", "never there at all")))
        .isInstanceOfSatisfying(
            Outcome.Parked.class,
            parked -> assertThat(parked.reason()).isEqualTo(ParkReason.BASE_UNKNOWN));
  }

  @Test
  void anEditBeatsATrashing() {
    RecordId memo = TestDevice.newRecord();
    long base = anna.push(anna.put(memo, "memo", 0, "notes", "one")).head();
    anna.push(anna.retype(memo, base, "one", "one more"));
    Outcome outcome = ben.send(ben.trash(memo, "memo", base));
    assertThat(outcome).isInstanceOf(Outcome.Conflicted.class);
    Change last =
        anna.pullAll(base).stream().filter(c -> c.record().equals(memo)).findFirst().orElseThrow();
    assertThat(last.trashed()).isFalse();
  }

  @Test
  void aTrashedRecordIsToldAsTrashed() {
    RecordId memo = TestDevice.newRecord();
    long base = anna.push(anna.put(memo, "memo", 0, "notes", "one")).head();
    assertThat(ben.send(ben.trash(memo, "memo", base))).isInstanceOf(Outcome.Applied.class);
    assertThat(anna.pull(base).changes())
        .singleElement()
        .satisfies(change -> assertThat(change.trashed()).isTrue());
  }

  @Test
  void aGroupAppliesWholeOrNotAtAll() {
    RecordId good = TestDevice.newRecord();
    Op fine = anna.put(good, "memo", 0, "notes", "fine");
    Op bad = anna.put(TestDevice.newRecord(), "interview", 0, "date", "tomorrow");
    Op alsoFine = anna.put(good, "memo", 0, "notes", "finer");
    Op alone = anna.put(TestDevice.newRecord(), "memo", 0, "notes", "alone");
    List<Op> group = TestDevice.grouped(List.of(fine, bad, alsoFine));
    PushAnswer answer = anna.push(group.get(0), group.get(1), group.get(2), alone);
    assertThat(answer.outcomes().stream().map(OpOutcome::outcome).map(Object::getClass))
        .isEqualTo(
            List.of(
                Outcome.Parked.class,
                Outcome.Parked.class,
                Outcome.Parked.class,
                Outcome.Applied.class));
    assertThat(answer.outcomes().get(0).outcome())
        .isInstanceOfSatisfying(
            Outcome.Parked.class,
            parked -> assertThat(parked.reason()).isEqualTo(ParkReason.GROUP));
    assertThat(anna.record(good)).isEmpty();
  }

  @Test
  void anUnknownKindIsParkedAndKept() throws SQLException {
    Op op =
        anna.edit(
            TestDevice.newRecord(),
            "hologram",
            0,
            Map.of("shape", FieldChange.put(Value.text("round"))));
    Outcome first = anna.send(op);
    assertThat(first)
        .isInstanceOfSatisfying(
            Outcome.Parked.class,
            parked -> assertThat(parked.reason()).isEqualTo(ParkReason.UNKNOWN_KIND));
    assertThat(anna.send(op)).isEqualTo(new Outcome.Duplicate(first));
    assertThat(kept(op)).isEqualTo(op);
  }

  private Op kept(Op op) throws SQLException {
    try (Connection app = TestDatabase.asApp();
        var statement = app.createStatement()) {
      String workspace = anna.hello().workspace().toString();
      statement.execute("select set_config('throughline.workspace', '" + workspace + "', false)");
      try (ResultSet row =
          statement.executeQuery(
              "select payload from sync.op_outcome where op_id = '" + op.id() + "'")) {
        assertThat(row.next()).isTrue();
        return WireFormat.OP.decode(row.getBytes(1), Encoding.CBOR);
      }
    }
  }

  private static Outcome notAllowed() {
    return new Outcome.Parked(
        ParkReason.NOT_ALLOWED, "of a conflict only the state can be changed");
  }
}
