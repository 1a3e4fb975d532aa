package dev.throughline.trials.bench;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Work done offline: interviews with notes and a transcript of 200 turns, saved through the ledger
 * in groups as an import makes them. The same seed makes the same words.
 */
final class Backlog {
  private static final int GROUP = 1_000;
  private static final int RECORDS_AN_INTERVIEW = 203;
  private static final long POSITION_STEP = 1_024;
  private static final long TURN_MILLIS = 7_000;

  private final Ledger ledger;
  private final Random random;
  private final Vocabulary vocabulary;
  private final List<Draft> group = new ArrayList<>();

  Backlog(Ledger ledger, long seed) {
    this.ledger = ledger;
    this.random = new Random(seed);
    this.vocabulary = new Vocabulary(random);
  }

  /** Makes so many records. */
  void make(int records) {
    RecordId transcript = ledger.newRecord();
    for (int i = 0; i < records; i++) {
      int turn = i % RECORDS_AN_INTERVIEW - 3;
      if (turn == -3) {
        transcript = interview();
        i += 2;
      } else {
        segment(transcript, turn);
      }
      if (group.size() >= GROUP) {
        save();
      }
    }
    save();
  }

  /** Adds a word to the text of so many turns, spread over all there are. */
  void edit(int records) {
    LocalStore store = ledger.store();
    int step = Math.max(1, store.count(Segment.KIND.name(), store.home()) / records);
    int seen = 0;
    int edits = 0;
    List<RecordView> page = store.all(store.home(), new UUID(0, 0));
    while (!page.isEmpty() && edits < records) {
      for (RecordView view : page) {
        boolean isTurn = view.kind().equals(Segment.KIND.name());
        if (isTurn && seen++ % step == 0 && edits < records) {
          String text = new FieldMap(view.fields()).text("text");
          group.add(new Draft.Text(view.id(), view.kind(), "text", text, text + " again"));
          edits++;
        }
      }
      page = store.all(store.home(), page.getLast().id().value());
    }
    save();
  }

  private RecordId interview() {
    RecordId interview = ledger.newRecord();
    RecordId transcript = ledger.newRecord();
    Value reference = Value.text(interview.toString());
    add(
        interview,
        Interview.KIND,
        Map.of(
            "title", words(2, 6), "date", Value.text("2026-01-05"), "status", Value.text("done")));
    add(ledger.newRecord(), Memo.KIND, Map.of("interview", reference, "notes", words(60, 200)));
    add(
        transcript,
        Transcript.KIND,
        Map.of(
            "interview", reference,
            "title", Value.text("Transcript"),
            "source", Value.text("talk.vtt"),
            "segments", Value.whole(RECORDS_AN_INTERVIEW - 3)));
    return transcript;
  }

  private void segment(RecordId transcript, int turn) {
    add(
        ledger.newRecord(),
        Segment.KIND,
        Map.of(
            "transcript", Value.text(transcript.toString()),
            "position", Value.whole((turn + 1) * POSITION_STEP),
            "speaker", Value.text(turn % 2 == 0 ? "Ines K." : "P-17"),
            "startMillis", Value.whole(turn * TURN_MILLIS),
            "endMillis", Value.whole((turn + 1) * TURN_MILLIS),
            "text", turn % 2 == 0 ? words(3, 14) : words(20, 90)));
  }

  private Value words(int min, int max) {
    return Value.text(vocabulary.sentence(random, min, max));
  }

  private void add(RecordId record, Kind kind, Map<String, Value> fields) {
    group.add(new Draft.Set(record, kind.name(), fields));
  }

  private void save() {
    if (!group.isEmpty() && ledger.record(group) instanceof SaveResult.NotSaved notSaved) {
      throw new IllegalStateException(notSaved.sentence());
    }
    group.clear();
  }
}
