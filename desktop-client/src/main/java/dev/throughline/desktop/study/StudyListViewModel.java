package dev.throughline.desktop.study;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.study.Study;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Every study with how far it has come. UI thread only. */
public final class StudyListViewModel {
  private final StudyParts parts;
  private final StudyExits exits;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private List<Study> known = List.of();

  /** One study of the list. */
  record Line(Study study, long interviews, long held) {}

  public StudyListViewModel(StudyParts parts, StudyExits exits) {
    this.parts = parts;
    this.exits = exits;
    parts.list().onChange(this::count);
    parts.guide().store().onChange(this::changed);
    reload();
  }

  ObservableList<Line> lines() {
    return lines;
  }

  private void changed(RecordsChanged change) {
    if (change.touches(Study.KIND.name())) {
      reload();
    }
  }

  /** Any thread. */
  private void reload() {
    parts
        .guide()
        .background()
        .run(
            () -> {
              List<Study> all = parts.studies().all();
              parts
                  .guide()
                  .ui()
                  .run(
                      () -> {
                        known = all;
                        count();
                      });
            });
  }

  private void count() {
    LocalDate today = LocalDate.now(parts.guide().clock());
    List<Line> fresh =
        known.stream()
            .map(
                study -> {
                  List<InterviewRow> rows =
                      parts.list().rows().stream()
                          .filter(
                              row -> row.interview().study().filter(study.id()::equals).isPresent())
                          .toList();
                  long held = rows.stream().filter(row -> Gap.tookPlace(row, today)).count();
                  return new Line(study, rows.size(), held);
                })
            .toList();
    if (!fresh.equals(lines)) {
      lines.setAll(fresh);
    }
  }

  /** Makes a study and opens its page. */
  public void create() {
    RecordId id = parts.studies().newRecord();
    parts
        .guide()
        .steps()
        .run(
            Texts.text("study.step.new"),
            () -> List.of(parts.studies().draft(id, Texts.text("study.new.title"), "")),
            () -> exits.openStudy().accept(id));
  }

  void open(Line line) {
    exits.openStudy().accept(line.study().id());
  }

  static String title(Study study) {
    return StudyViewModel.title(Optional.of(study));
  }
}
