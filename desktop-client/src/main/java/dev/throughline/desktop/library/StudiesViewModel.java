package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.library.StudyChoice.AllStudies;
import dev.throughline.desktop.library.StudyChoice.OneStudy;
import dev.throughline.desktop.library.StudyChoice.WithoutStudy;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.study.Studies;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.study.Study;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The studies to choose from, with how many interviews each has. On the UI thread. */
public final class StudiesViewModel {
  /** As much as a study's title may hold. */
  static final int TITLE_LENGTH_MAX = 300;

  /** One line of the choice. */
  record Line(StudyChoice choice, String title, long interviews) {}

  private final InterviewList list;
  private final Studies studies;
  private final Background background;
  private final UiThread ui;
  private final ObjectProperty<StudyChoice> chosen =
      new SimpleObjectProperty<>(this, "chosen", new AllStudies());
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private List<Study> known = List.of();

  public StudiesViewModel(
      InterviewList list, Studies studies, LocalStore store, Background background, UiThread ui) {
    this.list = list;
    this.studies = studies;
    this.background = background;
    this.ui = ui;
    list.onChange(this::count);
    store.onChange(
        change -> {
          if (change.touches(Study.KIND.name())) {
            reload();
          }
        });
    reload();
  }

  /** Any thread. */
  private void reload() {
    background.run(
        () -> {
          List<Study> all = studies.all();
          ui.run(() -> show(all));
        });
  }

  private void show(List<Study> all) {
    known = all;
    count();
  }

  private void count() {
    Map<RecordId, Long> counts = new HashMap<>();
    long without = 0;
    for (InterviewRow row : list.rows()) {
      Optional<RecordId> study = row.interview().study();
      study.ifPresent(id -> counts.merge(id, 1L, Long::sum));
      without += study.isEmpty() ? 1 : 0;
    }
    List<Line> fresh = new ArrayList<>();
    fresh.add(new Line(new AllStudies(), Texts.text("library.study.all"), list.rows().size()));
    for (Study study : known) {
      long count = counts.getOrDefault(study.id(), 0L);
      fresh.add(new Line(new OneStudy(study.id()), title(study), count));
    }
    if (without > 0 && !known.isEmpty()) {
      fresh.add(new Line(new WithoutStudy(), Texts.text("library.study.none"), without));
    }
    if (!fresh.equals(lines)) {
      lines.setAll(fresh);
    }
    if (fresh.stream().noneMatch(line -> line.choice().equals(chosen.get()))) {
      chosen.set(new AllStudies());
    }
  }

  private static String title(Study study) {
    return study.title().isBlank() ? Texts.text("library.untitled.study") : study.title();
  }

  /** Every study that is not in the trash, by title. */
  public List<Study> all() {
    return known;
  }

  ObjectProperty<StudyChoice> chosenProperty() {
    return chosen;
  }

  /** All interviews first, then the studies by title, then what has none. */
  ObservableList<Line> lines() {
    return lines;
  }

  /** Why a study could not be made; empty when it could. */
  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Makes a study and chooses it. */
  void create(String typed) {
    String title = typed.strip();
    if (title.isEmpty() || title.length() > TITLE_LENGTH_MAX) {
      error.set(Texts.text("library.study.error"));
      return;
    }
    background.run(
        () -> {
          Studies.Created made = studies.create(title, "");
          List<Study> all = studies.all();
          ui.run(() -> created(made, all));
        });
  }

  private void created(Studies.Created made, List<Study> all) {
    switch (made.result()) {
      case SaveResult.Saved _ -> {
        error.set("");
        show(all);
        chosen.set(new OneStudy(made.id()));
      }
      case SaveResult.NotSaved(String code, String sentence) ->
          error.set(Texts.text("library.withCode", sentence, code));
    }
  }
}
