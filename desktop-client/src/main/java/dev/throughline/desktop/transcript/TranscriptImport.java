package dev.throughline.desktop.transcript;

import dev.throughline.desktop.exchange.ImportMark;
import dev.throughline.desktop.exchange.ImportMarks;
import dev.throughline.desktop.platform.FileName;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.desktop.transcript.file.TranscriptFile;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.Action;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Saves one file that was read. A long one takes many groups: its turns go first, and what they
 * belong to comes in the last group, so that people see all of it or nothing, whatever cuts it off.
 */
final class TranscriptImport {
  private final Ledger ledger;
  private final LocalStore store;
  private final ImportMarks marks;
  private final ReadProgress progress;

  TranscriptImport(Ledger ledger, ImportMarks marks, ReadProgress progress) {
    this.ledger = ledger;
    this.store = ledger.store();
    this.marks = marks;
    this.progress = progress;
  }

  /** What is saved, from where and into what. */
  record Job(Path file, Optional<RecordId> interview, LocalDate today, TranscriptFile.Read read) {
    String source() {
      return FileName.shown(file);
    }
  }

  ImportResult run(Job job) {
    try {
      return takeIn(job);
    } catch (StoreDamaged _) {
      return notSaved(job, "SAV-02");
    }
  }

  private ImportResult takeIn(Job job) {
    // What an earlier try left in the journal alone comes into the store first.
    if (ledger.record(List.of()) instanceof SaveResult.NotSaved(String code, var _)) {
      return notSaved(job, code);
    }
    String from =
        store.device().orElseThrow()
            + "/"
            + job.interview().map(RecordId::toString).orElse("")
            + "/"
            + job.source();
    for (int attempt = 0; ; attempt++) {
      ImportIds ids = ImportIds.of(from, job.read(), attempt);
      Optional<RecordView> there = store.find(ids.transcript());
      Optional<RecordView> first = store.find(ids.turn(0));
      boolean isOpen = marks.open(ids.transcript()).isPresent();
      if (isOpen && there.isPresent()) {
        marks.end(ids.transcript());
        return imported(job, there.get());
      }
      if (isOpen && first.filter(RecordView::trashed).isPresent()) {
        end(ids.transcript(), job.read().turns().size());
      } else if (isOpen || (there.isEmpty() && first.isEmpty())) {
        return save(job, ids);
      }
    }
  }

  /** Removes what there is of an import and forgets it, unless the disk refuses. */
  private void end(RecordId transcript, int turns) {
    if (remove(transcript, turns)) {
      marks.end(transcript);
    }
  }

  private ImportResult save(Job job, ImportIds ids) {
    int turns = job.read().turns().size();
    ImportMark mark =
        new ImportMark(
            job.file().toAbsolutePath().toString(), job.interview(), ids.transcript(), turns);
    if (!marks.begin(mark)) {
      return notSaved(job, "SAV-01");
    }
    RecordId into = job.interview().orElseGet(ledger::newRecord);
    List<Draft> drafts = TranscriptDrafts.turns(ids, job.read());
    if (job.interview().isEmpty()) {
      drafts.addAll(
          TranscriptDrafts.interview(into, ledger.newRecord(), job.read().title(), job.today()));
    }
    drafts.add(TranscriptDrafts.transcript(ids.transcript(), into, job.read(), job.source()));
    int from = 0;
    while (from < drafts.size()) {
      if (progress.isCancelled()) {
        end(ids.transcript(), from);
        return new ImportResult.Cancelled();
      }
      int to = ImportGroup.end(drafts, from);
      to = to < drafts.size() ? Math.min(to, turns) : to;
      if (record(job, drafts.subList(from, to)) instanceof SaveResult.NotSaved(var code, var _)) {
        return notSaved(job, code);
      }
      if (progress instanceof ImportProgress watching) {
        watching.turnsSaved(to, drafts.size());
      }
      from = to;
    }
    marks.end(ids.transcript());
    return new ImportResult.Imported(into, ids.transcript(), turns, job.read().leftOut());
  }

  /** Turns know no workspace before their transcript is there; they go where it will be. */
  private SaveResult record(Job job, List<Draft> group) {
    // Held so that joining a server cannot change which workspace is home in between.
    synchronized (ledger) {
      WorkspaceId workspace =
          job.interview().flatMap(store::find).map(RecordView::workspace).orElseGet(store::home);
      return ledger.recordIn(workspace, group);
    }
  }

  private static ImportResult imported(Job job, RecordView transcript) {
    RecordId interview =
        new FieldMap(transcript.fields()).reference("interview").or(job::interview).orElseThrow();
    return new ImportResult.Imported(
        interview, transcript.id(), job.read().turns().size(), job.read().leftOut());
  }

  private static ImportResult notSaved(Job job, String code) {
    return new ImportResult.NotSaved(code, Texts.text("transcript.import.unsaved", job.source()));
  }

  /** Moves to the trash what an import that has not ended left; answers whether that is saved. */
  boolean remove(RecordId transcript, int turns) {
    ImportIds ids = new ImportIds(transcript);
    for (int from = 0; from < turns; from += ImportGroup.SIZE_MAX) {
      List<RecordId> page = new ArrayList<>();
      for (int i = from; i < Math.min(turns, from + ImportGroup.SIZE_MAX); i++) {
        page.add(ids.turn(i));
      }
      List<Draft> moves = new ArrayList<>();
      for (RecordView view : store.findAll(page).values()) {
        if (!view.trashed()) {
          moves.add(new Draft.Move(view.id(), view.kind(), Action.TRASH));
        }
      }
      if (ledger.recordRemoval(moves) instanceof SaveResult.NotSaved) {
        return false;
      }
    }
    return true;
  }
}
