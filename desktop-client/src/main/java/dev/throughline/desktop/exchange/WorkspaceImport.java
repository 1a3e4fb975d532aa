package dev.throughline.desktop.exchange;

import dev.throughline.desktop.exchange.ExportReader.Bad;
import dev.throughline.desktop.exchange.ExportReader.End;
import dev.throughline.desktop.exchange.ExportReader.Found;
import dev.throughline.desktop.exchange.WorkspaceFile.Cancelled;
import dev.throughline.desktop.exchange.WorkspaceFile.Imported;
import dev.throughline.desktop.exchange.WorkspaceFile.Refused;
import dev.throughline.desktop.exchange.WorkspaceFile.Result;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads an export twice: once to find whatever is wrong with it, once to save it in groups. */
final class WorkspaceImport {
  /** Records saved at once: each is two changes at most. */
  private static final int GROUP_SIZE_MAX = 500;

  /** A group is closed once it passes this, so that one push can carry it. */
  private static final int GROUP_LENGTH_AIM = 1 << 20;

  private final Ledger ledger;
  private final ByteSource source;
  private final Progress progress;
  private boolean isCancelled;
  private long charsRead;
  private int records;
  private int changed;

  WorkspaceImport(Ledger ledger, ByteSource source, Progress progress) {
    this.ledger = ledger;
    this.source = source;
    this.progress = progress;
  }

  Result run() throws IOException {
    Optional<Refused> refused = inGroups(this::clash, WorkspaceImport::broken);
    if (isCancelled) {
      return new Cancelled();
    }
    if (refused.isEmpty()) {
      refused = inGroups(this::save, WorkspaceImport::changedMeanwhile);
    }
    return refused.<Result>map(why -> why).orElseGet(() -> new Imported(records, changed));
  }

  /** What to do with some records; an answer ends the reading. */
  @FunctionalInterface
  private interface Step {
    Optional<Refused> take(List<Found> group);
  }

  private Optional<Refused> inGroups(Step step, Function<Bad, Refused> onBad) throws IOException {
    try (ExportReader in = new ExportReader(source.open())) {
      List<Found> group = new ArrayList<>();
      int length = 0;
      while (true) {
        switch (in.next()) {
          case Bad bad -> {
            return Optional.of(onBad.apply(bad));
          }
          case End() -> {
            return step.take(group);
          }
          case Found found -> {
            group.add(found);
            length += found.length();
            charsRead += found.length();
          }
        }
        if (group.size() == GROUP_SIZE_MAX || length > GROUP_LENGTH_AIM) {
          Optional<Refused> refused = step.take(group);
          if (refused.isPresent()) {
            return refused;
          }
          group = new ArrayList<>();
          length = 0;
          // Read twice: to check, and to save.
          progress.done(Math.min(1.0, charsRead / (2.0 * Math.max(1, source.size()))));
        }
        if (isCancelled) {
          return Optional.empty();
        }
      }
    }
  }

  /** Refuses an id that names something else here: of another kind, or of the sample. */
  private Optional<Refused> clash(List<Found> group) {
    isCancelled = progress.isCancelled();
    WorkspaceId home = ledger.store().home();
    Map<RecordId, RecordView> known = known(group);
    for (Found found : group) {
      RecordView here = known.get(found.line().id());
      boolean fits =
          here == null
              || (here.kind().equals(found.line().kind()) && here.workspace().equals(home));
      if (!fits) {
        return Optional.of(broken(new Bad(found.number(), "names a record that is another here")));
      }
    }
    return Optional.empty();
  }

  private Optional<Refused> save(List<Found> group) {
    Map<RecordId, RecordView> known = known(group);
    List<Draft> drafts = new ArrayList<>();
    for (Found found : group) {
      int before = drafts.size();
      addDrafts(drafts, Optional.ofNullable(known.get(found.line().id())), found.line());
      records++;
      changed += drafts.size() > before ? 1 : 0;
    }
    // Comments by themselves: a server that refuses one refuses all that was saved with it.
    Map<Boolean, List<Draft>> parts =
        drafts.stream()
            .collect(Collectors.partitioningBy(draft -> draft.kind().equals(Comment.KIND.name())));
    return saved(group, parts.getOrDefault(false, List.of()))
        .or(() -> saved(group, parts.getOrDefault(true, List.of())));
  }

  private Optional<Refused> saved(List<Found> group, List<Draft> drafts) {
    return record(drafts) instanceof SaveResult.NotSaved(String code, String _)
        ? Optional.of(stopped(group.getFirst().number(), code))
        : Optional.empty();
  }

  private SaveResult record(List<Draft> drafts) {
    // Held so that joining a server cannot change which workspace is home in between.
    synchronized (ledger) {
      return ledger.recordIn(ledger.store().home(), drafts);
    }
  }

  private Map<RecordId, RecordView> known(List<Found> group) {
    return ledger.store().findAll(group.stream().map(found -> found.line().id()).toList());
  }

  private void addDrafts(List<Draft> drafts, Optional<RecordView> here, ExportLine line) {
    boolean isSame = here.filter(line::says).isPresent();
    Optional<Map<String, Value>> taken = CommentLine.fields(here, line, ledger.store());
    if (isSame || taken.isEmpty()) {
      return;
    }
    Map<String, Value> fields = new TreeMap<>(taken.get());
    here.ifPresent(
        view ->
            view.fields().keySet().stream()
                .filter(name -> !line.withheld().contains(name))
                .forEach(name -> fields.putIfAbsent(name, Value.NOTHING)));
    drafts.add(new Draft.Set(line.id(), line.kind(), fields));
    boolean isTrashedHere = here.filter(RecordView::trashed).isPresent();
    if (line.trashed()) {
      // Also when it is in the trash here: the edit above takes it out again.
      drafts.add(new Draft.Move(line.id(), line.kind(), Action.TRASH));
    } else if (isTrashedHere) {
      drafts.add(new Draft.Move(line.id(), line.kind(), Action.RESTORE));
    }
  }

  private static Refused broken(Bad bad) {
    return new Refused(
        bad.number(),
        "EXP-01",
        "Nothing was imported. Line "
            + bad.number()
            + " "
            + bad.what()
            + ". Export the workspace again and import the new file.");
  }

  private static Refused changedMeanwhile(Bad bad) {
    return stopped(bad.number(), "EXP-04");
  }

  private static Refused stopped(int line, String code) {
    return new Refused(
        line,
        code,
        "The import stopped before line "
            + line
            + ": the disk is full, or the file changed meanwhile. What was read before is saved."
            + " Import the file again; nothing will be there twice.");
  }
}
