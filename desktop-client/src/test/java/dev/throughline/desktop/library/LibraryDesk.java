package dev.throughline.desktop.library;

import static dev.throughline.desktop.interview.FieldDesk.AT_ONCE;
import static dev.throughline.desktop.interview.FieldDesk.UI;

import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.exchange.ImportMarks;
import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.desktop.ui.notice.RunningTask;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The library over a real profile. */
final class LibraryDesk implements AutoCloseable {
  final FieldDesk field;
  final List<RecordId> opened = new ArrayList<>();
  final ObservableList<RunningTask> tasks = FXCollections.observableArrayList();
  final List<Question> questions = new ArrayList<>();
  final SimpleObjectProperty<Boolean> hasServer = new SimpleObjectProperty<>(true);
  final Map<String, Set<RecordId>> said = new HashMap<>();
  final TextFinder finder = (typed, answer) -> answer.accept(said.getOrDefault(typed, Set.of()));
  final List<SavedFilters.Named> kept;
  final SavedFilters filters =
      new SavedFilters() {
        @Override
        public List<Named> read() {
          return List.copyOf(kept);
        }

        @Override
        public void write(List<Named> fresh) {
          kept.clear();
          kept.addAll(fresh);
        }
      };
  final InterviewList list;
  final UndoLog undo;
  final StudiesViewModel studies;
  final LibraryViewModel library;
  final ImportViewModel imports;

  LibraryDesk(FieldDesk field) {
    this(field, new ArrayList<>());
  }

  LibraryDesk(FieldDesk field, List<SavedFilters.Named> kept) {
    this.field = field;
    this.kept = kept;
    list = field.list();
    undo = new UndoLog(field.ledger);
    studies = new StudiesViewModel(list, field.studies, field.ledger.store(), AT_ONCE, UI);
    library =
        new LibraryViewModel(
            list,
            field.commands(),
            studies,
            new LibraryParts(field.clock, finder, filters, AT_ONCE, UI),
            hasServer,
            opened::add);
    imports = new ImportViewModel(files(), AT_ONCE, UI, tasks, field.toasts::add, questions::add);
  }

  FileImport files() {
    return new FileImport(
        field.ledger, field.transcripts, field.interviews, undo, field.clock, ImportMarks.NONE);
  }

  List<String> titles() {
    return library.rows().stream().map(row -> row.interview().title()).toList();
  }

  @Override
  public void close() {
    field.close();
  }
}
