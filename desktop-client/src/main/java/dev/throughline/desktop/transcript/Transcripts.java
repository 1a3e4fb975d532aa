package dev.throughline.desktop.transcript;

import dev.throughline.desktop.memo.Memos;
import dev.throughline.desktop.memo.TextHome;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.desktop.transcript.file.TranscriptFile;
import dev.throughline.desktop.transcript.file.TranscriptFiles;
import dev.throughline.desktop.transcript.file.Turn;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.sync.Action;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people do with transcripts. Not on the UI thread. */
public final class Transcripts {
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
      case TranscriptFile.Read read -> save(file, interview, today, read, progress);
    };
  }

  private ImportResult save(
      Path file,
      Optional<RecordId> interview,
      LocalDate today,
      TranscriptFile.Read read,
      ReadProgress progress) {
    RecordId into = interview.orElseGet(ledger::newRecord);
    RecordId transcript = ledger.newRecord();
    List<Draft> drafts = new ArrayList<>();
    if (interview.isEmpty()) {
      drafts.addAll(newInterview(into, read.title(), today));
    }
    drafts.addAll(drafts(transcript, into, read, String.valueOf(file.getFileName())));
    int from = 0;
    while (from < drafts.size()) {
      if (progress.isCancelled()) {
        takeBack(from, interview.isEmpty() ? List.of(into, transcript) : List.of(transcript));
        return new ImportResult.Cancelled();
      }
      int to = ImportGroup.end(drafts, from);
      if (ledger.record(drafts.subList(from, to))
          instanceof SaveResult.NotSaved(String code, String sentence)) {
        takeBack(from, interview.isEmpty() ? List.of(into, transcript) : List.of(transcript));
        return new ImportResult.NotSaved(code, sentence);
      }
      if (progress instanceof ImportProgress watching) {
        watching.turnsSaved(to, drafts.size());
      }
      from = to;
    }
    return new ImportResult.Imported(into, transcript, read.turns().size(), read.leftOut());
  }

  /** A part of a conversation would mislead: what was saved of it goes to the trash. */
  private void takeBack(int saved, List<RecordId> records) {
    List<Draft> moves = new ArrayList<>();
    if (saved > 0) {
      ledger
          .store()
          .findAll(records)
          .values()
          .forEach(view -> moves.add(new Draft.Move(view.id(), view.kind(), Action.TRASH)));
    }
    ledger.record(moves);
  }

  /** What a file becomes: the new transcript, then its segments in the order of the turns. */
  public List<Draft> drafts(
      RecordId transcript, RecordId interview, TranscriptFile.Read read, String source) {
    List<Draft> drafts = new ArrayList<>(read.turns().size() + 1);
    drafts.add(transcript(transcript, interview, read, source));
    for (int i = 0; i < read.turns().size(); i++) {
      drafts.add(segment(transcript, i, read.turns().get(i)));
    }
    return drafts;
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
        new Draft.Set(ledger.newRecord(), Memo.KIND.name(), Memos.fields(id, "")));
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
    Optional<Page> page = Optional.of(page(transcript, Optional.empty()));
    while (page.isPresent()) {
      segments.addAll(page.get().segments());
      page = page.get().last().map(last -> page(transcript, Optional.of(last)));
    }
    return segments;
  }

  /**
   * Some segments of a transcript in order.
   *
   * @param last the one to go on from; empty when there are no more
   */
  record Page(List<Segment> segments, Optional<RecordView> last) {}

  Page page(RecordId transcript, Optional<RecordView> after) {
    List<RecordView> views =
        after
            .map(last -> ledger.store().childrenAfter(transcript, last))
            .orElseGet(() -> ledger.store().children(Segment.KIND.name(), transcript));
    return new Page(
        views.stream().map(Transcripts::segment).toList(),
        views.size() < LocalStore.PAGE_MAX ? Optional.empty() : Optional.of(views.getLast()));
  }

  /** Those of the records that are segments and not in the trash. */
  List<Segment> find(Collection<RecordId> ids) {
    return ledger.store().findAll(ids).values().stream()
        .filter(view -> view.kind().equals(Segment.KIND.name()) && !view.trashed())
        .map(Transcripts::segment)
        .toList();
  }

  private static Segment segment(RecordView view) {
    return Segment.from(view.id(), view.fields());
  }

  /** Saves what a person made of a segment's text they saw. */
  public SaveResult edit(RecordId segment, String before, String after) {
    return ledger.record(List.of(text(segment, before, after)));
  }

  static Draft.Text text(RecordId segment, String before, String after) {
    return new Draft.Text(segment, Segment.KIND.name(), "text", before, after);
  }

  /** The text of a segment as one to type in. */
  TextHome home(RecordId segment) {
    return new TextHome() {
      @Override
      public String read() {
        return find(List.of(segment)).stream()
            .findFirst()
            .map(Segment::text)
            .orElseThrow(() -> new IllegalStateException("the segment is gone"));
      }

      @Override
      public SaveResult write(String before, String after) {
        return find(List.of(segment)).isEmpty()
            ? new SaveResult.NotSaved("SAV-05", Texts.text("transcript.turn.gone"))
            : edit(segment, before, after);
      }

      @Override
      public SaveResult catchUp() {
        return ledger.record(List.of());
      }
    };
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
