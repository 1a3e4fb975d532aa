package dev.throughline.desktop.transcript;

import dev.throughline.desktop.memo.Memos;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.transcript.file.TranscriptFile;
import dev.throughline.desktop.transcript.file.Turn;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a file that was read becomes. */
final class TranscriptDrafts {
  /** Space between the positions of two segments, for what is put in between later. */
  private static final long POSITION_STEP = 1_024;

  private static final int TITLE_LENGTH_MAX = 300;

  private TranscriptDrafts() {}

  static List<Draft> turns(ImportIds ids, TranscriptFile.Read read) {
    List<Draft> drafts = new ArrayList<>(read.turns().size() + 3);
    for (int i = 0; i < read.turns().size(); i++) {
      drafts.add(turn(ids.turn(i), ids.transcript(), i, read.turns().get(i)));
    }
    return drafts;
  }

  /** A new interview that was held, with an empty page of notes. */
  static List<Draft> interview(RecordId id, RecordId memo, String title, LocalDate today) {
    return List.of(
        new Draft.Set(
            id,
            Interview.KIND.name(),
            Map.of(
                "title", line(title),
                "date", Value.text(today.toString()),
                "status", Value.text(InterviewStatus.DONE.wireName()))),
        new Draft.Set(memo, Memo.KIND.name(), Memos.fields(id, "")));
  }

  static Draft transcript(
      RecordId id, RecordId interview, TranscriptFile.Read read, String source) {
    return new Draft.Set(
        id,
        Transcript.KIND.name(),
        Map.of(
            "interview", Value.text(interview.toString()),
            "title", line(read.title()),
            "source", line(source),
            "segments", Value.whole(read.turns().size())));
  }

  static Draft turn(RecordId id, RecordId transcript, int index, Turn turn) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("transcript", Value.text(transcript.toString()));
    fields.put("position", Value.whole((index + 1) * POSITION_STEP));
    fields.put("speaker", line(turn.speaker()));
    turn.startMillis().ifPresent(start -> fields.put("startMillis", Value.whole(start)));
    turn.endMillis().ifPresent(end -> fields.put("endMillis", Value.whole(end)));
    fields.put("text", Value.text(PlainText.clean(turn.text())));
    return new Draft.Set(id, Segment.KIND.name(), fields);
  }

  private static Value line(String text) {
    String clean = PlainText.clean(text);
    int end = Math.min(clean.length(), TITLE_LENGTH_MAX);
    if (end < clean.length() && Character.isHighSurrogate(clean.charAt(end - 1))) {
      end--;
    }
    return Value.text(clean.substring(0, end));
  }
}
