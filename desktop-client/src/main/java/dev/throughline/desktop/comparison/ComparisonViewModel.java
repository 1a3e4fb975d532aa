package dev.throughline.desktop.comparison;

import dev.throughline.desktop.command.Difference;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.outbox.ValueWords;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The values a step of undo left alone, and what can be done about each. On the UI thread. */
public final class ComparisonViewModel {
  private final UndoLog undo;
  private final LocalStore store;
  private final Background background;
  private final UiThread ui;
  private final Consumer<Toast> toasts;
  private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper(this, "step", "");
  private final ObservableList<Line> lines = FXCollections.observableArrayList();

  /** One field in words. */
  record Line(
      Difference difference, String field, String where, String before, String mine, String now) {}

  public ComparisonViewModel(
      UndoLog undo, LocalStore store, Background background, UiThread ui, Consumer<Toast> toasts) {
    this.undo = undo;
    this.store = store;
    this.background = background;
    this.ui = ui;
    this.toasts = toasts;
  }

  /** The step that could not be taken back whole, as people know it; empty for none. */
  ReadOnlyStringProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  ObservableList<Line> lines() {
    return lines;
  }

  /** Shows what a step left alone; then calls {@code shown}. */
  public void show(UndoResult.ChangedSince changed, Runnable shown) {
    background.run(
        () -> {
          List<Line> read = read(changed.differences());
          ui.run(
              () -> {
                step.set(changed.label());
                lines.setAll(read);
                shown.run();
              });
        });
  }

  private List<Line> read(List<Difference> differences) {
    RecordNames names = new RecordNames(store);
    ValueWords words = new ValueWords(names);
    List<Line> read = new ArrayList<>();
    for (Difference one : differences) {
      read.add(
          new Line(
              one,
              capital(RecordNames.field(one.kind(), one.field())),
              names.about(one.record()),
              words.of(one.kind(), one.field(), one.before()),
              words.of(one.kind(), one.field(), one.mine()),
              words.of(one.kind(), one.field(), one.now())));
    }
    return read;
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(java.util.Locale.ENGLISH) + name.substring(1);
  }

  /** Puts the earlier value back, unless it was changed again since it is shown. */
  void putBack(Line line) {
    put(line, line.difference().before());
  }

  /** Puts one's own value back, unless it was changed again since it is shown. */
  void putMine(Line line) {
    put(line, line.difference().mine());
  }

  /** Leaves what is there. */
  void keep(Line line) {
    lines.remove(line);
  }

  private void put(Line line, Value value) {
    String label = Texts.text("comparison.step");
    background.run(
        () -> {
          Difference one = line.difference();
          Value current = current(one.record(), one.field());
          if (!current.equals(one.now())) {
            Difference moved =
                new Difference(
                    one.record(), one.kind(), one.field(), one.before(), one.mine(), current);
            Line again = read(List.of(moved)).getFirst();
            ui.run(() -> moved(line, again));
            return;
          }
          SaveResult result = undo.run(label, List.of(draft(one, value)));
          ui.run(() -> saved(line, result));
        });
  }

  private Value current(RecordId record, String field) {
    return store
        .find(record)
        .flatMap(view -> Optional.ofNullable(view.fields().get(field)))
        .orElse(Value.NOTHING);
  }

  private static Draft draft(Difference one, Value value) {
    return one.now() instanceof Value.Text(String from)
            && value instanceof Value.Text(String to)
            && one.before() instanceof Value.Text
        ? new Draft.Text(one.record(), one.kind(), one.field(), from, to)
        : new Draft.Set(one.record(), one.kind(), Map.of(one.field(), value));
  }

  private void moved(Line line, Line again) {
    int at = lines.indexOf(line);
    if (at >= 0) {
      lines.set(at, again);
    }
    toasts.accept(
        new Toast(
            Toast.Kind.ATTENTION,
            Texts.text("comparison.moved", line.field()),
            Texts.text("comparison.moved.detail"),
            List.of()));
  }

  private void saved(Line line, SaveResult result) {
    switch (result) {
      case SaveResult.Saved _ -> {
        lines.remove(line);
        toasts.accept(Toast.done(Texts.text("comparison.done", line.field()), line.where()));
      }
      case SaveResult.NotSaved(String code, String sentence) ->
          toasts.accept(
              Toast.failed(
                  Texts.text("interviews.notSaved"),
                  Texts.text("interviews.withCode", sentence, code)));
    }
  }
}
