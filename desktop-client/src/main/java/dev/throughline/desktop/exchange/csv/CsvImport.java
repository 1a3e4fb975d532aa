package dev.throughline.desktop.exchange.csv;

import dev.throughline.desktop.exchange.HomeRecords;
import dev.throughline.desktop.exchange.ImportMark;
import dev.throughline.desktop.exchange.ImportMarks;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.exchange.Remark;
import dev.throughline.desktop.exchange.Saving;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a table in: a row with the id of a record here changes that record where it says something
 * else, any other row makes one. The whole file is understood before the first record is saved.
 */
public final class CsvImport {
  public static final int FILE_BYTES_MAX = 32 << 20;

  /** Half of what a group may hold, so that taking it back fits as well. */
  private static final int GROUP_SIZE_MAX = 1_000;

  private static final int GROUP_LENGTH_AIM = 1 << 20;

  private final Ledger ledger;
  private final Saving saving;
  private final Progress progress;
  private final ImportMarks marks;
  private final Path file;

  private CsvImport(Ledger ledger, Saving saving, Progress progress, ImportMarks marks, Path file) {
    this.ledger = ledger;
    this.saving = saving;
    this.progress = progress;
    this.marks = marks;
    this.file = file;
  }

  /** Whether a file is called like a table; anything may be in one. */
  public static boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".tsv");
  }

  public static CsvResult read(Ledger ledger, Saving saving, Path file, Progress progress) {
    return read(ledger, saving, file, progress, ImportMarks.NONE);
  }

  /**
   * Reads a file in; one that was cut off goes on where it stopped.
   *
   * @param marks where imports that have begun are remembered
   */
  public static CsvResult read(
      Ledger ledger, Saving saving, Path file, Progress progress, ImportMarks marks) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(FILE_BYTES_MAX + 1);
      return new CsvImport(ledger, saving, progress, marks, file).run(bytes);
    } catch (IOException _) {
      return refused(0, 0, "CSV-01", Texts.text("exchange.csv.unreadable"));
    } catch (StoreDamaged _) {
      return refused(0, 0, "SAV-02", Texts.text("exchange.csv.storeFull"));
    }
  }

  private CsvResult run(byte[] bytes) {
    if (bytes.length > FILE_BYTES_MAX) {
      return refused(0, 0, "CSV-02", Texts.text("exchange.csv.tooLarge", FILE_BYTES_MAX >> 20));
    }
    return switch (CsvParse.of(bytes)) {
      case CsvSheet.Fault(int line, int column, CsvSheet.Trouble trouble) ->
          refused(
              line,
              column,
              "CSV-03",
              Texts.text(trouble.key(), line, column, CsvParse.ROWS_MAX, CsvParse.COLUMNS_MAX));
      case CsvSheet.Rows rows -> rows(rows, bytes);
    };
  }

  private CsvResult rows(CsvSheet.Rows sheet, byte[] bytes) {
    String name = String.valueOf(file.getFileName());
    Optional<CsvTable> table = CsvTable.of(sheet.headings(), name);
    if (table.isEmpty()) {
      return refused(1, 0, "CSV-04", Texts.text("exchange.csv.headings"));
    }
    try {
      Headings headings = Headings.of(table.get(), sheet.headings());
      Directory names = Directory.of(new HomeRecords(ledger.store()));
      List<Integer> nameless =
          sheet.rows().stream()
              .filter(row -> headings.cell(row, Column.ID).isBlank())
              .map(CsvSheet.Row::line)
              .toList();
      CsvIds ids = CsvIds.of(name, bytes, nameless, ledger.store(), marks);
      CsvPlan plan = new CsvPlan(headings, ledger.store(), names, ids);
      for (int i = 0; i < sheet.rows().size(); i++) {
        if (progress.isCancelled()) {
          return new CsvResult.Cancelled();
        }
        plan.add(sheet.rows().get(i));
        progress.done((i + 1.0) / sheet.rows().size());
      }
      Optional<CsvResult> failed = save(plan, ids.file());
      return failed.orElseGet(
          () ->
              new CsvResult.Imported(
                  table.get(),
                  sheet.rows().size(),
                  plan.made(),
                  plan.changed(),
                  remarks(headings, sheet, CsvText.of(bytes).isGuessed())));
    } catch (CsvFault fault) {
      return refused(fault.line(), fault.column(), "CSV-05", fault.sentence());
    }
  }

  /** Columns nobody asked for, as far as there is anything in them. */
  private static List<Remark> remarks(Headings headings, CsvSheet.Rows sheet, boolean isGuessed) {
    List<Remark> remarks = new ArrayList<>();
    if (isGuessed) {
      remarks.add(new Remark(1, Texts.text("exchange.csv.guessed")));
    }
    headings
        .others()
        .forEach(
            (at, name) -> {
              long cells = sheet.rows().stream().filter(row -> !row.cell(at).isBlank()).count();
              if (cells > 0) {
                String key =
                    headings.isTwice(at) ? "exchange.csv.columnTwice" : "exchange.csv.column";
                remarks.add(new Remark(1, Texts.count(key, cells, at + 1, shown(name))));
              }
            });
    return remarks;
  }

  private static String shown(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }

  /** Empty when all is saved. */
  private Optional<CsvResult> save(CsvPlan plan, RecordId id) {
    List<Draft> drafts = plan.drafts();
    if (drafts.isEmpty()) {
      marks.end(id);
      return Optional.empty();
    }
    if (!marks.begin(new ImportMark(file.toAbsolutePath().toString(), Optional.empty(), id, 0))) {
      return Optional.of(refused(0, 0, "SAV-01", Texts.text("exchange.csv.unsaved")));
    }
    int from = 0;
    while (from < drafts.size()) {
      int to = groupEnd(drafts, from);
      if (saving.save(drafts.subList(from, to)) instanceof SaveResult.NotSaved(String code, _)) {
        if (takeBack(plan, from)) {
          marks.end(id);
        }
        return Optional.of(
            refused(
                0,
                0,
                code,
                Texts.text(from == 0 ? "exchange.csv.unsaved" : "exchange.csv.stopped")));
      }
      from = to;
    }
    marks.end(id);
    return Optional.empty();
  }

  private static int groupEnd(List<Draft> drafts, int from) {
    int to = from;
    int length = 0;
    while (to < drafts.size() && to - from < GROUP_SIZE_MAX && length < GROUP_LENGTH_AIM) {
      if (drafts.get(to) instanceof Draft.Set set) {
        length +=
            set.fields().values().stream()
                .mapToInt(value -> value instanceof Value.Text(String text) ? text.length() : 16)
                .sum();
      }
      to++;
    }
    return to;
  }

  /** Half a table would mislead, so what was made of it goes; answers whether that is saved. */
  private boolean takeBack(CsvPlan plan, int saved) {
    if (saved == 0) {
      return false;
    }
    List<Draft> moves = new ArrayList<>();
    for (var view : ledger.store().findAll(plan.fresh()).values()) {
      moves.add(new Draft.Move(view.id(), view.kind(), Action.TRASH));
    }
    for (int from = 0; from < moves.size(); from += GROUP_SIZE_MAX) {
      List<Draft> group = moves.subList(from, Math.min(moves.size(), from + GROUP_SIZE_MAX));
      if (ledger.recordRemoval(group) instanceof SaveResult.NotSaved) {
        return false;
      }
    }
    return true;
  }

  private static CsvResult.Refused refused(int line, int column, String code, String sentence) {
    return new CsvResult.Refused(line, column, code, sentence);
  }

  /** The endings {@link #isOne} knows. */
  public static List<String> endings() {
    return List.of("*.csv", "*.tsv");
  }
}
