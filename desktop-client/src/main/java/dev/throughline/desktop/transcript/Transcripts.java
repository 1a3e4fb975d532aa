package dev.throughline.desktop.transcript;

import dev.throughline.desktop.exchange.ImportMark;
import dev.throughline.desktop.exchange.ImportMarks;
import dev.throughline.desktop.memo.TextHome;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.desktop.transcript.file.TranscriptFile;
import dev.throughline.desktop.transcript.file.TranscriptFiles;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.transcript.Segment;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What people do with transcripts. Not on the UI thread. */
public final class Transcripts {
  private final Ledger ledger;
  private final ImportMarks marks;

  public Transcripts(Ledger ledger) {
    this(ledger, ImportMarks.NONE);
  }

  /**
   * @param marks where imports that have begun are remembered
   */
  public Transcripts(Ledger ledger, ImportMarks marks) {
    this.ledger = ledger;
    this.marks = marks;
  }

  /**
   * Imports a file into an interview, or into a new one named after the file: all of it or nothing,
   * for whoever looks. The same file goes on where an earlier try was cut off.
   */
  public ImportResult importFile(
      Path file, Optional<RecordId> interview, LocalDate today, ReadProgress progress) {
    return switch (TranscriptFiles.read(file, progress)) {
      case TranscriptFile.Refused(int line, String code, String sentence) ->
          new ImportResult.Refused(line, code, sentence);
      case TranscriptFile.Cancelled() -> new ImportResult.Cancelled();
      case TranscriptFile.Read read ->
          new TranscriptImport(ledger, marks, progress)
              .run(new TranscriptImport.Job(file, interview, today, read));
    };
  }

  /** The imports that were cut off; those whose last part is in after all are forgotten. */
  public List<ImportMark> cutOff() {
    List<ImportMark> open = new ArrayList<>();
    for (ImportMark mark : marks.open()) {
      if (ledger.store().find(mark.id()).isPresent()) {
        marks.end(mark.id());
      } else {
        open.add(mark);
      }
    }
    return open;
  }

  /** Gives up an import that was cut off; answers whether what it left is in the trash. */
  public boolean giveUp(ImportMark mark) {
    boolean isRemoved =
        new TranscriptImport(ledger, marks, ReadProgress.NONE).remove(mark.id(), mark.turns());
    if (isRemoved) {
      marks.end(mark.id());
    }
    return isRemoved;
  }

  /** What a file becomes: the new transcript, then its segments in the order of the turns. */
  public List<Draft> drafts(
      RecordId transcript, RecordId interview, TranscriptFile.Read read, String source) {
    List<Draft> drafts = new ArrayList<>(read.turns().size() + 1);
    drafts.add(TranscriptDrafts.transcript(transcript, interview, read, source));
    for (int i = 0; i < read.turns().size(); i++) {
      drafts.add(TranscriptDrafts.turn(ledger.newRecord(), transcript, i, read.turns().get(i)));
    }
    return drafts;
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
}
