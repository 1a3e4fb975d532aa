package dev.throughline.desktop.history;

import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.history.Restoring.Restored;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The history of one record, page by page. UI thread only. */
public final class HistoryViewModel {
  /** Pages read to know a version whole; beyond it the oldest values stay unknown. */
  private static final int PAGES_MAX = 50;

  private final HistoryParts parts;
  private final RecordId record;
  private final String author;
  private final ObservableList<RevisionWords> revisions = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Around> around =
      new ReadOnlyObjectWrapper<>(new Around("", List.of()));
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper isLoaded = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper isAway = new ReadOnlyBooleanWrapper(false);
  private volatile Past past = new Past(List.of(), false);
  private volatile Map<String, Value> seen = Map.of();
  private final Runnable unhook;
  private volatile boolean isClosed;

  /** Begins to read at once. */
  public HistoryViewModel(HistoryParts parts, RecordId record, String author) {
    this.parts = parts;
    this.record = record;
    this.author = author;
    this.unhook =
        parts
            .store()
            .onChange(
                changed -> {
                  if (changed.records().contains(record)) {
                    reload();
                  }
                });
    reload();
  }

  public RecordId record() {
    return record;
  }

  ObservableList<RevisionWords> revisions() {
    return revisions;
  }

  ReadOnlyObjectProperty<Around> aroundProperty() {
    return around.getReadOnlyProperty();
  }

  /** Why not everything can be shown; empty when it can. */
  ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty awayProperty() {
    return isAway.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty moreProperty() {
    return hasMore.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty loadedProperty() {
    return isLoaded.getReadOnlyProperty();
  }

  String at(long millis) {
    return parts.around().time().at(millis);
  }

  void open(RecordId which) {
    parts.open().accept(which);
  }

  /** Reads from the newest entry on. */
  void reload() {
    parts
        .around()
        .background()
        .run(
            () -> {
              if (!isClosed) {
                past = new Past(List.of(), false);
                read();
              }
            });
  }

  /** Reads the next older page. */
  void loadMore() {
    parts.around().background().run(this::read);
  }

  private void read() {
    show(next());
  }

  private HistoryAnswer next() {
    long before = past.entries().isEmpty() ? Long.MAX_VALUE : past.entries().getLast().seq();
    HistoryAnswer answer = parts.source().page(record, before);
    if (answer instanceof HistoryAnswer.Page(var entries, boolean more)) {
      past = past.and(entries, more);
    }
    return answer;
  }

  private void show(HistoryAnswer answer) {
    Optional<RecordView> view = parts.store().find(record);
    seen = view.map(now -> Map.<String, Value>copyOf(now.fields())).orElseGet(Map::of);
    List<Revision> all = new ArrayList<>(past.revisions());
    all.addAll(OwnPast.kept(parts.store(), record));
    all.sort(Comparator.comparingLong(Revision::atMillis).reversed());
    view.flatMap(now -> OwnPast.unsent(parts.store(), now, author)).ifPresent(all::addFirst);
    String kind = view.map(RecordView::kind).orElse("");
    Words words = new Words(parts.store(), kind);
    List<RevisionWords> told = all.stream().map(words::of).toList();
    Around related = Around.of(parts.store(), record);
    boolean more = answer instanceof HistoryAnswer.Page(_, boolean has) && has;
    parts
        .around()
        .ui()
        .run(
            () -> {
              around.set(related);
              revisions.setAll(told);
              hasMore.set(more);
              notice.set(notice(answer, told.isEmpty()));
              isAway.set(answer instanceof HistoryAnswer.Offline);
              isLoaded.set(true);
            });
  }

  private static String notice(HistoryAnswer answer, boolean isEmpty) {
    return switch (answer) {
      case HistoryAnswer.Page _ -> "";
      case HistoryAnswer.Offline() ->
          Texts.text(isEmpty ? "history.offline.none" : "history.offline");
      case HistoryAnswer.Unknown() -> Texts.text("history.unknown");
    };
  }

  /** How a version differs from now, in words; reads older pages where they are needed. */
  void compare(RevisionWords words, java.util.function.Consumer<List<ComparedField>> then) {
    parts
        .around()
        .background()
        .run(
            () -> {
              Map<String, Value> version = whole(words.revision());
              Optional<RecordView> view = parts.store().find(record);
              Map<String, Value> now =
                  view.map(v -> Map.<String, Value>copyOf(v.fields())).orElseGet(Map::of);
              Words said = new Words(parts.store(), view.map(RecordView::kind).orElse(""));
              List<ComparedField> compared = said.compared(version, now);
              parts
                  .around()
                  .ui()
                  .run(
                      () -> {
                        seen = now;
                        then.accept(compared);
                      });
            });
  }

  /** All the version held; what older pages would tell is asked for. */
  private Map<String, Value> whole(Revision revision) {
    if (revision.kind() != Revision.Kind.LOGGED) {
      return revision.held();
    }
    for (int i = 0; i < PAGES_MAX && !past.isWhole(); i++) {
      if (!(next() instanceof HistoryAnswer.Page)) {
        break;
      }
    }
    return past.revisions().stream()
        .filter(one -> one.atMillis() == revision.atMillis() && isSame(one, revision))
        .findFirst()
        .map(Revision::held)
        .map(held -> withCleared(held))
        .orElse(revision.held());
  }

  private static boolean isSame(Revision one, Revision other) {
    return one.author().equals(other.author()) && one.device().equals(other.device());
  }

  /** Fields that came later were empty then. */
  private Map<String, Value> withCleared(Map<String, Value> held) {
    Map<String, Value> all = new TreeMap<>(held);
    if (past.isWhole()) {
      seen.keySet().forEach(field -> all.putIfAbsent(field, Value.NOTHING));
    }
    return all;
  }

  /** Goes back to a version as an ordinary edit that can be taken back. */
  void restore(RevisionWords words) {
    Restoring restoring = new Restoring(parts.undo().log(), parts.store());
    Map<String, Value> looked = seen;
    parts
        .around()
        .background()
        .run(
            () -> {
              Restored restored =
                  restoring.restore(
                      Texts.text("history.step"), record, whole(words.revision()), looked);
              long step = parts.undo().log().lastStep();
              parts.around().ui().run(() -> told(restored, step));
            });
  }

  private void told(Restored restored, long step) {
    String label = Texts.text("history.step");
    switch (restored) {
      case Restored.Done() ->
          tell(
              Toast.undoable(
                  Texts.text("history.restored"),
                  around.get().title(),
                  new Toast.Action(
                      Texts.text("interviews.undo"), () -> parts.undo().takeBack(List.of(step)))));
      case Restored.Same() -> tell(Toast.done(Texts.text("history.same"), around.get().title()));
      case Restored.Moved(var differences) ->
          parts.compare().accept(new UndoResult.ChangedSince(label, differences));
      case Restored.NotSaved(String code, String sentence) ->
          tell(
              Toast.failed(
                  Texts.text("interviews.notSaved"),
                  Texts.text("interviews.withCode", sentence, code)));
    }
  }

  private void tell(Toast toast) {
    parts.around().toasts().accept(toast);
  }

  /** Follows the record no longer. */
  public void close() {
    isClosed = true;
    unhook.run();
  }
}
