package dev.throughline.desktop.idea;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Every idea as lists show it, read when first asked for and kept up to date by what changes. On
 * the UI thread but for {@link #family}.
 */
public final class IdeaList {
  private final IdeaShelf shelf;
  private final Background background;
  private final UiThread ui;
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final Set<RecordId> touched = new HashSet<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private List<IdeaRow> rows = List.of();
  private int loading;
  private boolean isStarted;

  /** Whether the shelf has all there is, apart from what changes now. */
  private boolean isWhole;

  private boolean reloadAsked;
  private boolean refreshAsked;

  public IdeaList(LocalStore store, Background background, UiThread ui) {
    this.shelf = new IdeaShelf(store);
    this.background = background;
    this.ui = ui;
    store.onChange(this::changed);
  }

  /** Begins to read, the first time it is called. */
  public void start() {
    if (!isStarted) {
      isStarted = true;
      load();
    }
  }

  /** Reads everything anew, a piece at a time; what is shown stays until all of it is here. */
  private void load() {
    int current = ++loading;
    inBackground(
        () -> {
          shelf.clear();
          List<List<RecordId>> pages = shelf.pages();
          ui.run(() -> loadFrom(pages, 0, current));
        });
  }

  private void loadFrom(List<List<RecordId>> pages, int at, int current) {
    if (current != loading) {
      return;
    }
    if (at == pages.size()) {
      isWhole = true;
      arrange();
      return;
    }
    inBackground(
        () -> {
          shelf.reread(pages.get(at));
          ui.run(() -> loadFrom(pages, at + 1, current));
        });
  }

  /** Does something once all ideas are here; at once when they are. */
  public void whenLoaded(Runnable then) {
    start();
    if (loaded.get()) {
      then.run();
    } else {
      waiting.add(then);
    }
  }

  /** Those that go on by themselves, in no particular order. */
  List<IdeaRow> rows() {
    return rows;
  }

  /** What every idea is called, for lists that only lead to one. */
  public record Title(RecordId id, String words, String study) {}

  /** Those that go on by themselves, by what they are called; reads them when nothing did yet. */
  public List<Title> titles() {
    start();
    return rows.stream()
        .map(row -> new Title(row.id(), IdeaWords.title(row.idea()), row.study()))
        .toList();
  }

  Optional<IdeaRow> find(RecordId id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** One sentence when the ideas could not be read; empty otherwise. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The ideas whose records count with one: of one that goes on elsewhere, only its own. */
  public List<RecordId> oneWith(RecordId idea) {
    IdeaShelf.Family family = shelf.family(idea);
    return family.head().equals(idea) ? family.all() : List.of(idea);
  }

  /** The idea that goes on for this one, and all that are one with it. In the background. */
  IdeaShelf.Family family(RecordId idea) {
    return shelf.family(idea);
  }

  /**
   * Calls the listener after the rows changed.
   *
   * @return takes the listener away again
   */
  public Runnable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Gathers changes on any thread, so that a burst of them is read once. */
  private void changed(RecordsChanged change) {
    if (change.kinds().stream().noneMatch(IdeaShelf.KINDS::contains)) {
      return;
    }
    synchronized (touched) {
      touched.addAll(change.records());
      reloadAsked |= change.isEverything();
      if (refreshAsked) {
        return;
      }
      refreshAsked = true;
    }
    ui.run(this::refresh);
  }

  private void refresh() {
    Set<RecordId> changed;
    boolean reload;
    synchronized (touched) {
      changed = Set.copyOf(touched);
      reload = reloadAsked;
      touched.clear();
      reloadAsked = false;
      refreshAsked = false;
    }
    if (isStarted && reload) {
      isWhole = false;
      load();
    } else if (isStarted) {
      inBackground(() -> shelf.reread(changed));
      if (isWhole) {
        arrange();
      }
    }
  }

  private void arrange() {
    inBackground(
        () -> {
          List<IdeaRow> fresh = shelf.rows();
          ui.run(() -> take(fresh));
        });
  }

  private void inBackground(Runnable work) {
    background.run(
        () -> {
          try {
            work.run();
          } catch (StoreDamaged e) {
            System.getLogger(IdeaList.class.getName())
                .log(System.Logger.Level.WARNING, "the ideas cannot be read", e);
            ui.run(() -> problem.set(Texts.text("idea.unreadable")));
          }
        });
  }

  private void take(List<IdeaRow> fresh) {
    rows = fresh;
    problem.set("");
    // Those who show the rows first, or for a moment there would seem to be none.
    List.copyOf(listeners).forEach(Runnable::run);
    loaded.set(true);
    List<Runnable> late = List.copyOf(waiting);
    waiting.clear();
    late.forEach(Runnable::run);
  }
}
