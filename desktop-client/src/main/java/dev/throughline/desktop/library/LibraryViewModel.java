package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewCommands;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.library.Filter.AllStudies;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;

/** The table of interviews: what it lists, how many of them, and what can be done. UI thread. */
public final class LibraryViewModel {
  private final InterviewList list;
  private final InterviewCommands commands;
  private final StudiesViewModel studies;
  private final Clock clock;
  private final ObservableValue<Boolean> hasServer;
  private final Consumer<RecordId> open;
  private final FilteredList<InterviewRow> filtered;
  private final SortedList<InterviewRow> rows;
  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final ObservableSet<Gap> gaps = FXCollections.observableSet();
  private final ObservableList<GapLine> gapLines = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(this, "empty");

  /** A gap that at least one interview has. */
  record GapLine(Gap gap, long interviews) {}

  /**
   * Opens a session through {@code open}.
   *
   * @param hasServer whether there is anything an interview could wait for
   */
  public LibraryViewModel(
      InterviewList list,
      InterviewCommands commands,
      StudiesViewModel studies,
      Clock clock,
      ObservableValue<Boolean> hasServer,
      Consumer<RecordId> open) {
    this.list = list;
    this.commands = commands;
    this.studies = studies;
    this.clock = clock;
    this.hasServer = hasServer;
    this.open = open;
    this.filtered = new FilteredList<>(list.rows());
    this.rows = new SortedList<>(filtered, LibraryColumn.DEFAULT);
    typed.subscribe(this::narrow);
    studies.chosenProperty().subscribe(this::narrow);
    gaps.addListener(
        (SetChangeListener<Gap>)
            _ -> {
              narrow();
              recount();
            });
    list.onChange(this::recount);
    filtered.addListener((InvalidationListener) _ -> sayCount());
    recount();
  }

  public StudiesViewModel studies() {
    return studies;
  }

  /** What the table shows; the table binds its own order to it. */
  SortedList<InterviewRow> rows() {
    return rows;
  }

  StringProperty typedProperty() {
    return typed;
  }

  ObservableSet<Gap> gaps() {
    return gaps;
  }

  /** Only gaps that are there, or chosen. */
  ObservableList<GapLine> gapLines() {
    return gapLines;
  }

  /** "38 interviews", or "36 of 38 interviews" while something narrows them. */
  ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Whether there is no interview at all; known only once the list is loaded. */
  ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** While no server is set nothing waits, however much is only here. */
  ObservableValue<Boolean> hasServer() {
    return hasServer;
  }

  InterviewList list() {
    return list;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Shows what has this gap and nothing else narrows; Home's field debt leads here. */
  public void showOnly(Gap gap) {
    clear();
    gaps.add(gap);
  }

  /** Lists everything again. */
  void clear() {
    typed.set("");
    clearFacets();
  }

  /** Leaves what is typed. */
  void clearFacets() {
    gaps.clear();
    studies.chosenProperty().set(new AllStudies());
  }

  /** Makes an interview in the chosen study and opens it. */
  public void newInterview() {
    commands.create(studies.chosenProperty().get().study(), open);
  }

  void open(InterviewRow row) {
    open(row.interview().id());
  }

  void open(RecordId interview) {
    open.accept(interview);
  }

  void trash(List<InterviewRow> chosen) {
    if (!chosen.isEmpty()) {
      commands.trash(chosen.stream().map(row -> row.interview().id()).toList());
    }
  }

  /** Clearing several things at once asks several times; only a new filter costs anything. */
  private void narrow() {
    Filter filter = Filter.of(typed.get(), studies.chosenProperty().get(), gaps, today());
    if (!filter.equals(filtered.getPredicate())) {
      filtered.setPredicate(filter);
    }
  }

  /** Works the counts out; also when the library is shown, because the day may have changed. */
  void recount() {
    LocalDate today = today();
    Map<Gap, Long> found = new EnumMap<>(Gap.class);
    for (InterviewRow row : list.rows()) {
      for (Gap gap : Gap.values()) {
        found.merge(gap, gap.isIn(row, today) ? 1L : 0L, Long::sum);
      }
    }
    List<GapLine> lines =
        found.entrySet().stream()
            .filter(entry -> entry.getValue() > 0 || gaps.contains(entry.getKey()))
            .map(entry -> new GapLine(entry.getKey(), entry.getValue()))
            .toList();
    if (!lines.equals(gapLines)) {
      gapLines.setAll(lines);
    }
    sayCount();
  }

  private void sayCount() {
    int all = list.rows().size();
    empty.set(all == 0 && list.loadedProperty().get());
    count.set(
        filtered.size() == all
            ? (all == 0 ? "" : Texts.count("library.count", all))
            : Texts.count("library.countOf", all, filtered.size()));
  }
}
