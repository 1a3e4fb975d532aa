package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.idea.Stance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The ideas of a workspace as board and table, and the one that is chosen. UI thread only. */
public final class IdeasViewModel {
  private final IdeaParts parts;
  private final IdeaExits exits;
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final BooleanProperty board = new SimpleBooleanProperty(this, "board", true);
  private final ObjectProperty<Optional<RecordId>> chosen =
      new SimpleObjectProperty<>(this, "chosen", Optional.empty());
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(this, "total");
  private final Map<IdeaStatus, ObservableList<IdeaRow>> columns = new EnumMap<>(IdeaStatus.class);
  private final ObservableList<IdeaRow> all = FXCollections.observableArrayList();
  private int arranging;
  private final ReadOnlyIntegerWrapper arranged = new ReadOnlyIntegerWrapper();

  public IdeasViewModel(IdeaParts parts, IdeaExits exits) {
    this.parts = parts;
    this.exits = exits;
    for (IdeaStatus status : IdeaStatus.values()) {
      columns.put(status, FXCollections.observableArrayList());
    }
    parts.list().onChange(this::arrange);
    filter.subscribe(this::arrange);
  }

  /** Begins to read; call it when a list is shown. */
  void start() {
    parts.list().start();
  }

  StringProperty filterProperty() {
    return filter;
  }

  /** Whether the board is shown rather than the table. */
  public BooleanProperty boardProperty() {
    return board;
  }

  /** The idea that is chosen on board and table. */
  ObjectProperty<Optional<RecordId>> chosenProperty() {
    return chosen;
  }

  ReadOnlyIntegerProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty loadedProperty() {
    return parts.list().loadedProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return parts.list().problemProperty();
  }

  ObservableList<IdeaRow> column(IdeaStatus status) {
    ObservableList<IdeaRow> column = columns.get(status);
    if (column == null) {
      throw new IllegalStateException("no column of " + status);
    }
    return column;
  }

  ObservableList<IdeaRow> all() {
    return all;
  }

  /** Whether there is a server that may not have all of it yet. */
  ObservableValue<Boolean> hasServer() {
    return parts.hasServer();
  }

  /** Why no idea may be made or changed; empty when it may. */
  ObservableValue<Optional<String>> refusal() {
    return parts.permissions().refusal(Idea.KIND.name());
  }

  /** Sorting thousands takes longer than a frame; what is asked last is shown. */
  private void arrange() {
    int current = ++arranging;
    List<IdeaRow> rows = parts.list().rows();
    total.set(rows.size());
    String typed = filter.get();
    parts
        .around()
        .background()
        .run(
            () -> {
              Arranged arranged = Arranged.of(rows, typed);
              parts.around().ui().run(() -> show(current, arranged));
            });
  }

  private void show(int current, Arranged arranged) {
    if (current != arranging) {
      return;
    }
    // Lists that get new rows choose by place; what was chosen is chosen again.
    Optional<RecordId> again = chosen.get();
    columns.forEach((status, column) -> put(column, arranged.columns().get(status)));
    put(all, arranged.all());
    chosen.set(Optional.empty());
    chosen.set(again);
    this.arranged.set(current);
  }

  /** Counts what was arranged and is shown. */
  ReadOnlyIntegerProperty arrangedProperty() {
    return arranged;
  }

  /** Whether what is shown is what there is: until then nobody can tell how many that is. */
  boolean isArranged() {
    return arranged.get() == arranging;
  }

  private static void put(ObservableList<IdeaRow> shown, @Nullable List<IdeaRow> fresh) {
    if (fresh != null && !shown.equals(fresh)) {
      shown.setAll(fresh);
    }
  }

  /** The row that is chosen. */
  Optional<IdeaRow> chosenRow() {
    // What the filter hides nobody means.
    return chosen.get().flatMap(id -> all.stream().filter(row -> row.id().equals(id)).findFirst());
  }

  /** The idea that is chosen and still there. */
  public Optional<RecordId> chosen() {
    return chosenRow().map(IdeaRow::id);
  }

  /** Chooses an idea on board and table. */
  public void choose(RecordId id) {
    chosen.set(Optional.of(id));
  }

  /** Shows the table in place of the board, or the other way round. */
  public void switchView() {
    board.set(!board.get());
  }

  /** Makes an idea and opens its page; answers which. */
  public RecordId create() {
    RecordId id = parts.ideas().newRecord();
    parts
        .steps()
        .run(
            Texts.text("idea.step.new"),
            () -> List.of(parts.ideas().make(id, "", Optional.empty())),
            () -> open(id));
    return id;
  }

  /** Makes an idea that rests on something that was said or written; opens its page. */
  public RecordId createFrom(RecordId source, String kind, Optional<RecordId> study) {
    RecordId id = parts.ideas().newRecord();
    parts
        .steps()
        .run(
            Texts.text("idea.step.new"),
            () -> {
              var drafts = new ArrayList<>(List.of(parts.ideas().make(id, "", study)));
              drafts.addAll(parts.ideas().link(id, source, kind, Stance.FOR));
              return drafts;
            },
            () -> open(id));
    return id;
  }

  /** Links something somebody said or wrote to an idea; the toast leads there. */
  public void link(RecordId idea, RecordId source, String kind) {
    String title = parts.list().find(idea).map(row -> IdeaWords.title(row.idea())).orElse("");
    parts
        .steps()
        .run(
            Texts.text("idea.step.link"),
            () -> parts.ideas().link(idea, source, kind, Stance.FOR),
            () ->
                parts
                    .around()
                    .toasts()
                    .accept(
                        Toast.undoable(
                            Texts.text("idea.linked", title),
                            "",
                            new Toast.Action(Texts.text("idea.linked.open"), () -> open(idea)))));
  }

  /** Opens the page of an idea. */
  public void open(RecordId id) {
    chosen.set(Optional.of(id));
    exits.openIdea().accept(id);
  }

  /** Moves the chosen idea on the board. */
  public void moveChosen(IdeaStatus status) {
    chosenRow().ifPresent(row -> move(row, status));
  }

  void move(IdeaRow row, IdeaStatus status) {
    IdeaStatus before = row.idea().status();
    if (before != status) {
      chosen.set(Optional.of(row.id()));
      parts
          .steps()
          .run(
              Texts.text("idea.step.move", IdeaWords.status(status)),
              () -> List.of(Ideas.move(row.id(), before, status)));
    }
  }

  /** Moves the chosen idea to the trash; the toast takes it back. */
  public void trashChosen() {
    chosenRow().ifPresent(row -> trash(parts, row.idea()));
  }

  static void trash(IdeaParts parts, Idea idea) {
    parts
        .steps()
        .trash(
            Texts.text("idea.step.trash"),
            idea.id(),
            Idea.KIND.name(),
            Toast.done(
                Texts.text("idea.trashed", IdeaWords.title(idea)),
                Texts.text("idea.trashed.detail")));
  }
}
