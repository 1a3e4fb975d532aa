package dev.throughline.desktop.find;

import dev.throughline.desktop.interview.FoundPlace;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.search.FindQuery;
import dev.throughline.desktop.search.Hit;
import dev.throughline.desktop.search.HitGroup;
import dev.throughline.desktop.search.HitKind;
import dev.throughline.desktop.search.Hits;
import dev.throughline.desktop.search.IndexProgress;
import dev.throughline.desktop.search.Scope;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.study.Study;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Finds in everything while one types, page by page, and leads to the places. Lives as long as the
 * window, so that coming back shows the same results. UI thread only.
 */
public final class FindEverywhere {
  /** Keystrokes closer together than this are one question. */
  static final Duration PAUSE = Duration.ofMillis(120);

  /** Places read at once: more than fit on a screen. */
  static final int PAGE = 40;

  private final FindSource source;
  private final Background background;
  private final UiThread ui;
  private final Clock clock;
  private final FindExits exits;
  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final ObjectProperty<Scope> scope =
      new SimpleObjectProperty<>(this, "scope", Scope.EVERYTHING);
  private final ObservableList<FindRow> rows = FXCollections.observableArrayList();
  private final ObservableList<Study> studies = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<FindState> state =
      new ReadOnlyObjectWrapper<>(this, "state", FindState.READY);
  private final ReadOnlyObjectWrapper<IndexProgress> progress;
  private final ReadOnlyObjectWrapper<Hits> answer =
      new ReadOnlyObjectWrapper<>(this, "answer", Hits.NONE);
  private Background.Handle timer = () -> {};
  private int asked;
  private boolean isReadingMore;

  /**
   * @param exits show a place
   */
  public FindEverywhere(FindSource source, UiThread ui, Clock clock, FindExits exits) {
    this.source = source;
    this.background = source.background();
    this.ui = ui;
    this.clock = clock;
    this.exits = exits;
    this.progress = new ReadOnlyObjectWrapper<>(this, "progress", source.index().progress());
    source.index().onProgress(now -> ui.run(() -> progressed(now)));
    typed.addListener((_, _, _) -> askSoon());
    scope.addListener((_, _, _) -> ask());
  }

  /** What is looked for, as {@link FindQuery} reads it. */
  public StringProperty typedProperty() {
    return typed;
  }

  ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  /** Groups with their places below them; more come by {@link #more}. */
  ObservableList<FindRow> rows() {
    return rows;
  }

  /** The studies one can narrow to, as of the last {@link #shown}. */
  ObservableList<Study> studies() {
    return studies;
  }

  ReadOnlyObjectProperty<FindState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<IndexProgress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** The last page that came, with how many places there are. */
  ReadOnlyObjectProperty<Hits> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  Clock clock() {
    return clock;
  }

  /** The page came into sight. */
  void shown() {
    background.run(
        () -> {
          List<Study> all = source.studies().all();
          ui.run(() -> studies.setAll(all));
        });
  }

  void lookIn(Scope.Where where) {
    scope.set(new Scope(where, scope.get().study()));
  }

  void lookIn(Optional<RecordId> study) {
    scope.set(new Scope(scope.get().where(), study));
  }

  /** Opens what a row is a place of: a session at that place, a study, or a person. */
  void open(FindRow row) {
    switch (row) {
      case FindRow.Head(HitGroup group) -> open(group.kind(), group.id(), row, Optional.empty());
      case FindRow.Line(Hit hit, HitGroup _) ->
          open(hit.kind(), hit.record(), row, Optional.of(hit));
    }
  }

  private void open(HitKind kind, RecordId record, FindRow row, Optional<Hit> hit) {
    switch (kind) {
      case STUDY -> exits.study().accept(record);
      case PARTICIPANT -> exits.participant().accept(record);
      case INTERVIEW, NOTES, SAID ->
          row.group()
              .interview()
              .map(
                  id ->
                      hit.map(found -> place(id, found))
                          .orElseGet(() -> new FoundPlace(id, Optional.empty(), 0, "")))
              .ifPresent(exits.session());
    }
  }

  private static FoundPlace place(RecordId interview, Hit hit) {
    return switch (hit.kind()) {
      case SAID -> new FoundPlace(interview, Optional.of(hit.record()), hit.begin(), hit.words());
      case NOTES -> new FoundPlace(interview, Optional.empty(), hit.begin(), hit.words());
      case INTERVIEW, PARTICIPANT, STUDY -> new FoundPlace(interview, Optional.empty(), 0, "");
    };
  }

  private void progressed(IndexProgress now) {
    boolean isDone = now.isComplete() && !progress.get().isComplete();
    progress.set(now);
    if (isDone) {
      ask();
    }
  }

  private void askSoon() {
    timer.cancel();
    timer = background.later(PAUSE, () -> ui.run(this::ask));
  }

  private void ask() {
    timer.cancel();
    int number = ++asked;
    FindQuery query = FindQuery.typed(typed.get());
    Scope within = scope.get();
    background.run(
        () -> {
          Hits hits = source.index().find(query, within, 0, PAGE);
          ui.run(() -> take(number, query, hits));
        });
  }

  private void take(int number, FindQuery query, Hits hits) {
    if (number != asked) {
      return;
    }
    isReadingMore = false;
    answer.set(hits);
    List<FindRow> found = rows(hits, Optional.empty());
    // The same answer again must not take away what the person has chosen in it.
    if (!found.equals(rows)) {
      rows.setAll(found);
    }
    state.set(
        query.isEmpty() ? FindState.READY : rows.isEmpty() ? FindState.NOTHING : FindState.FOUND);
  }

  /** Reads the places that follow, unless they are on their way already. */
  void more() {
    Hits before = answer.get();
    if (isReadingMore || !before.hasMore()) {
      return;
    }
    isReadingMore = true;
    int number = asked;
    FindQuery query = FindQuery.typed(typed.get());
    Scope within = scope.get();
    background.run(
        () -> {
          Hits next = source.index().find(query, within, before.skipped() + before.taken(), PAGE);
          ui.run(() -> append(number, next));
        });
  }

  private void append(int number, Hits next) {
    if (number != asked) {
      return;
    }
    isReadingMore = false;
    answer.set(next);
    Optional<RecordId> last =
        rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast().group().id());
    rows.addAll(rows(next, last));
  }

  /** A head stands before the first place of every group, but for the group that goes on. */
  private static List<FindRow> rows(Hits hits, Optional<RecordId> last) {
    List<FindRow> rows = new ArrayList<>();
    Optional<RecordId> before = last;
    for (Hit hit : hits.hits()) {
      HitGroup group = hits.groups().get(hit.group());
      if (group != null) {
        if (before.filter(group.id()::equals).isEmpty()) {
          rows.add(new FindRow.Head(group));
        }
        rows.add(new FindRow.Line(hit, group));
        before = Optional.of(group.id());
      }
    }
    return rows;
  }
}
