package dev.throughline.desktop.transcript;

import dev.throughline.desktop.interview.Interviews;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.desktop.transcript.file.TranscriptFile;
import dev.throughline.desktop.transcript.file.TranscriptFiles;
import dev.throughline.desktop.transcript.file.Turn;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people do with transcripts. Not on the UI thread. */
public final class Transcripts {
  /** Changes saved in one group; a longer transcript is saved in several. */
  private static final int GROUP_SIZE = 1_000;

  /** Space between the positions of two segments, for what is put in between later. */
  private static final long POSITION_STEP = 1_024;

  private static final int TITLE_LENGTH_MAX = 300;

  private final Ledger ledger;

  public Transcripts(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Imports a file into an interview, or into a new one named after the file. */
  public ImportResult importFile(
      Path file, Optional<RecordId> interview, LocalDate today, ReadProgress progress) {
    return switch (TranscriptFiles.read(file, progress)) {
      case TranscriptFile.Refused(int line, String code, String sentence) ->
          new ImportResult.Refused(line, code, sentence);
      case TranscriptFile.Cancelled() -> new ImportResult.Cancelled();
      case TranscriptFile.Read read -> save(file, interview, today, read);
    };
  }

  private ImportResult save(
      Path file, Optional<RecordId> interview, LocalDate today, TranscriptFile.Read read) {
    RecordId into = interview.orElseGet(ledger::newRecord);
    RecordId transcript = ledger.newRecord();
    List<Draft> drafts = new ArrayList<>();
    if (interview.isEmpty()) {
      drafts.addAll(newInterview(into, read.title(), today));
    }
    String source = String.valueOf(file.getFileName());
    drafts.add(transcript(transcript, into, read, source));
    for (int i = 0; i < read.turns().size(); i++) {
      drafts.add(segment(transcript, i, read.turns().get(i)));
    }
    for (int from = 0; from < drafts.size(); from += GROUP_SIZE) {
      List<Draft> group = drafts.subList(from, Math.min(from + GROUP_SIZE, drafts.size()));
      if (ledger.record(group) instanceof SaveResult.NotSaved(String code, String sentence)) {
        return new ImportResult.NotSaved(code, sentence);
      }
    }
    return new ImportResult.Imported(into, transcript, read.turns().size(), read.leftOut());
  }

  private List<Draft> newInterview(RecordId id, String title, LocalDate today) {
    return List.of(
        new Draft.Set(
            id,
            Interview.KIND.name(),
            Map.of(
                "title", line(title),
                "date", Value.text(today.toString()),
                "status", Value.text(InterviewStatus.DONE.wireName()))),
        new Draft.Set(ledger.newRecord(), Memo.KIND.name(), Interviews.memoFields(id, "")));
  }

  private static Draft transcript(
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

  private Draft segment(RecordId transcript, int index, Turn turn) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("transcript", Value.text(transcript.toString()));
    fields.put("position", Value.whole((index + 1) * POSITION_STEP));
    fields.put("speaker", line(turn.speaker()));
    turn.startMillis().ifPresent(start -> fields.put("startMillis", Value.whole(start)));
    turn.endMillis().ifPresent(end -> fields.put("endMillis", Value.whole(end)));
    fields.put("text", Value.text(PlainText.clean(turn.text())));
    return new Draft.Set(ledger.newRecord(), Segment.KIND.name(), fields);
  }

  /** All segments of a transcript in order. */
  public List<Segment> segments(RecordId transcript) {
    List<Segment> segments = new ArrayList<>();
    List<RecordView> page = ledger.store().children(Segment.KIND.name(), transcript);
    while (!page.isEmpty()) {
      page.forEach(view -> segments.add(Segment.from(view.id(), view.fields())));
      page =
          page.size() < LocalStore.PAGE_MAX
              ? List.of()
              : ledger.store().childrenAfter(transcript, page.getLast());
    }
    return segments;
  }

  /** Saves what a person made of a segment's text they saw. */
  public SaveResult edit(RecordId segment, String before, String after) {
    return ledger.record(
        List.of(new Draft.Text(segment, Segment.KIND.name(), "text", before, after)));
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
