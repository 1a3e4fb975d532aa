package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewCommands;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.interview.WhenWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
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
  private final Narrowing narrowing;
  private final TextFinder finder;
  private final SavedFiltersViewModel saved;
  private final ReadOnlyObjectWrapper<FacetCounts> counts =
      new ReadOnlyObjectWrapper<>(this, "counts", FacetCounts.NOTHING);
  private Set<RecordId> found = Set.of();
  private String foundFor = "";
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(this, "empty");

  /**
   * Opens a session through {@code open}.
   *
   * @param hasServer whether there is anything an interview could wait for
   */
  public LibraryViewModel(
      InterviewList list,
      InterviewCommands commands,
      StudiesViewModel studies,
      LibraryParts parts,
      ObservableValue<Boolean> hasServer,
      Consumer<RecordId> open) {
    this.list = list;
    this.commands = commands;
    this.studies = studies;
    this.clock = parts.clock();
    this.finder = parts.finder();
    this.hasServer = hasServer;
    this.open = open;
    this.filtered = new FilteredList<>(list.rows());
    this.rows = new SortedList<>(filtered, LibraryColumn.DEFAULT);
    this.narrowing = new Narrowing(studies.chosenProperty());
    this.saved =
        new SavedFiltersViewModel(parts.savedFilters(), narrowing, parts.background(), parts.ui());
    narrowing.onChange(this::narrow);
    list.onChange(this::recount);
    filtered.addListener((InvalidationListener) _ -> sayCount());
    narrow();
  }

  public StudiesViewModel studies() {
    return studies;
  }

  /** What the table shows; the table binds its own order to it. */
  SortedList<InterviewRow> rows() {
    return rows;
  }

  Narrowing narrowing() {
    return narrowing;
  }

  SavedFiltersViewModel saved() {
    return saved;
  }

  /** What each choice of the facets would list. */
  ReadOnlyObjectProperty<FacetCounts> countsProperty() {
    return counts.getReadOnlyProperty();
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
  public ObservableValue<Boolean> hasServer() {
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
    narrowing.clear();
    narrowing.gaps().add(gap);
  }

  /** Lists one study; nothing else narrows. */
  public void showStudy(RecordId study) {
    narrowing.clear();
    studies.chosenProperty().set(new StudyChoice.OneStudy(study));
  }

  /** Lists what fits these words; nothing else narrows. */
  public void showTyped(String words) {
    narrowing.clear();
    narrowing.typedProperty().set(words);
  }

  /** A day as the list writes it. */
  public String dayWords(LocalDate day) {
    return WhenWords.day(day, today());
  }

  /** Shows the interviews of a study, all or those with this gap; a study's page leads here. */
  public void showOnly(RecordId study, Optional<Gap> gap) {
    showStudy(study);
    gap.ifPresent(narrowing.gaps()::add);
  }

  /** Lists everything again. */
  public void clear() {
    narrowing.clear();
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

  /** Whether anything narrows the list. */
  public boolean isNarrowed() {
    return !narrowing.filter().equals(Filter.NOTHING);
  }

  InterviewCommands commands() {
    return commands;
  }

  /** What is typed is looked for in the list at once, and in notes and turns as soon as known. */
  private void narrow() {
    String typed = narrowing.typedProperty().get().strip();
    if (!typed.equals(foundFor)) {
      foundFor = typed;
      found = Set.of();
      if (!typed.isEmpty()) {
        finder.find(typed, interviews -> take(typed, interviews));
      }
    }
    apply();
  }

  private void take(String typed, Set<RecordId> interviews) {
    if (typed.equals(foundFor)) {
      found = interviews;
      apply();
    }
  }

  private void apply() {
    RowFilter filter = filter();
    if (!filter.equals(filtered.getPredicate())) {
      filtered.setPredicate(filter);
    }
    counts.set(FacetCounts.of(list.rows(), filter));
    sayCount();
  }

  private RowFilter filter() {
    return RowFilter.of(narrowing.filter(), found, today());
  }

  /** Works everything out anew; also when the library is shown: the day may have changed. */
  void recount() {
    apply();
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
