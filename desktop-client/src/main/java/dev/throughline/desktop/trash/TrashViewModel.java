package dev.throughline.desktop.trash;

import dev.throughline.desktop.platform.ReadingWhileShown;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is in the trash, narrowed as the person likes, and the way back. UI thread only. */
public final class TrashViewModel {
  private static final Duration GATHER = Duration.ofMillis(250);

  /** A kind to narrow the list to; an empty name for all of them. */
  record KindChoice(String kind, String words) {}

  private final TrashParts parts;
  private final ObservableList<TrashRow> rows = FXCollections.observableArrayList();
  private final ObservableList<KindChoice> kinds = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObjectProperty<KindChoice> kind =
      new SimpleObjectProperty<>(this, "kind", everything());
  private final ReadOnlyBooleanWrapper isLoaded = new ReadOnlyBooleanWrapper(this, "loaded");
  private final ReadingWhileShown reading;
  private List<TrashRow> all = List.of();
  private List<TrashRow> chosen = List.of();

  public TrashViewModel(TrashParts parts) {
    this.parts = parts;
    this.reading = new ReadingWhileShown(parts.around().background(), GATHER, this::read);
    kinds.setAll(List.of(everything()));
    parts.store().onChange(_ -> reading.soon());
    filter.subscribe(_ -> narrow());
    kind.subscribe(_ -> narrow());
  }

  private static KindChoice everything() {
    return new KindChoice("", Texts.text("trash.kind.all"));
  }

  ObservableList<TrashRow> rows() {
    return rows;
  }

  /** Kinds there are in the trash, everything first. */
  ObservableList<KindChoice> kinds() {
    return kinds;
  }

  StringProperty filterProperty() {
    return filter;
  }

  ObjectProperty<KindChoice> kindProperty() {
    return kind;
  }

  ReadOnlyBooleanProperty loadedProperty() {
    return isLoaded.getReadOnlyProperty();
  }

  /** How much is in the trash, whatever the list is narrowed to. */
  int count() {
    return all.size();
  }

  /** What is chosen in the list. */
  void choose(List<TrashRow> rows) {
    chosen = List.copyOf(rows);
  }

  public boolean isChosen() {
    return !chosen.isEmpty();
  }

  String at(long millis) {
    return parts.around().time().at(millis);
  }

  /** Whether the place is on the screen; only then the store is read. */
  public void setShowing(boolean showing) {
    reading.setShowing(showing);
  }

  private void read() {
    try {
      List<TrashRow> fresh = TrashRows.read(parts.store());
      parts.around().ui().run(() -> take(fresh));
    } catch (StoreDamaged e) {
      System.getLogger(TrashViewModel.class.getName())
          .log(System.Logger.Level.WARNING, "the trash cannot be read", e);
    }
  }

  private void take(List<TrashRow> fresh) {
    all = fresh;
    TreeMap<String, String> there = new TreeMap<>();
    all.forEach(row -> there.put(row.kindWords(), row.kind()));
    List<KindChoice> choices = new ArrayList<>(List.of(everything()));
    there.forEach((words, name) -> choices.add(new KindChoice(name, words)));
    if (!kinds.equals(choices)) {
      if (!choices.contains(kind.get())) {
        kind.set(choices.getFirst());
      }
      kinds.setAll(choices);
    }
    isLoaded.set(true);
    narrow();
  }

  private void narrow() {
    String typed = filter.get().strip().toLowerCase(Locale.ROOT);
    String wanted = Optional.ofNullable(kind.get()).map(KindChoice::kind).orElse("");
    List<TrashRow> next =
        all.stream()
            .filter(row -> wanted.isEmpty() || row.kind().equals(wanted))
            .filter(row -> typed.isEmpty() || said(row).contains(typed))
            .toList();
    if (!rows.equals(next)) {
      rows.setAll(next);
    }
  }

  private static String said(TrashRow row) {
    return String.join(" ", row.name(), row.belongsTo(), row.kindWords(), row.who())
        .toLowerCase(Locale.ROOT);
  }

  /** Gets what is chosen out of the trash; one step that can be taken back. */
  public void restore() {
    List<TrashRow> wanted = chosen;
    if (wanted.isEmpty()) {
      return;
    }
    parts.around().background().run(() -> restore(wanted));
  }

  private void restore(List<TrashRow> wanted) {
    List<Long> steps = new ArrayList<>();
    SaveResult result = new SaveResult.Saved(0, List.of());
    for (int from = 0;
        from < wanted.size() && result instanceof SaveResult.Saved;
        from += Protocol.GROUP_OPS_MAX) {
      List<Draft> drafts = new ArrayList<>();
      wanted.subList(from, Math.min(from + Protocol.GROUP_OPS_MAX, wanted.size())).stream()
          .map(row -> new Draft.Move(row.record(), row.kind(), Action.RESTORE))
          .forEach(drafts::add);
      result = parts.undo().log().run(Texts.text("trash.step"), drafts);
      if (result instanceof SaveResult.Saved) {
        steps.add(parts.undo().log().lastStep());
      }
    }
    SaveResult last = result;
    parts.around().ui().run(() -> told(last, wanted, steps));
  }

  private void told(SaveResult result, List<TrashRow> wanted, List<Long> steps) {
    String what = wanted.size() == 1 ? wanted.getFirst().name() : "";
    parts
        .around()
        .toasts()
        .accept(
            switch (result) {
              case SaveResult.Saved _ ->
                  Toast.undoable(
                      Texts.count("trash.restored", wanted.size()),
                      what,
                      new Toast.Action(
                          Texts.text("interviews.undo"), () -> parts.undo().takeBack(steps)));
              case SaveResult.NotSaved(String code, String sentence) ->
                  Toast.failed(
                      Texts.text("trash.notRestored"),
                      Texts.text("interviews.withCode", sentence, code));
            });
  }

  /** Shows the history of what is chosen, where it is one. */
  public void history() {
    if (chosen.size() == 1) {
      parts.history().accept(chosen.getFirst().record());
    }
  }
}
