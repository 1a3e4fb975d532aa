package dev.throughline.desktop.interview;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.study.Study;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Every interview as lists show it, read once and kept up to date by what changes. Belongs to the
 * UI thread; reads in the background, in pieces small enough that a save never waits for long.
 */
public final class InterviewList {
  private static final Set<String> KINDS_SHOWN =
      Set.of(
          Interview.KIND.name(),
          Memo.KIND.name(),
          Recording.KIND.name(),
          Transcript.KIND.name(),
          Segment.KIND.name(),
          Participant.KIND.name(),
          Study.KIND.name(),
          Consent.KIND.name());

  /** The first piece fills a screen; the others are larger because nobody waits for them. */
  private static final int FIRST_PIECE = 100;

  private static final int PIECE = 500;

  private final Interviews interviews;
  private final Background background;
  private final UiThread ui;
  private final ObservableList<InterviewRow> rows = FXCollections.observableArrayList();
  private final ObservableList<InterviewRow> shown = FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Set<RecordId> touched = new HashSet<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean telling;
  private boolean reloadAsked;
  private boolean refreshAsked;
  private int loading;
  private volatile Function<Recording, RowSound.At> where = RowSound::told;

  public InterviewList(Interviews interviews, Background background, UiThread ui) {
    this.interviews = interviews;
    this.background = background;
    this.ui = ui;
    interviews.onChange(this::changed);
    rows.addListener((InvalidationListener) _ -> tellSoon());
    loaded.addListener((InvalidationListener) _ -> tellSoon());
  }

  /** In no particular order. */
  public ObservableList<InterviewRow> rows() {
    return shown;
  }

  /** Whether all of them are here. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** One sentence when the list could not be read; empty otherwise. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /**
   * Calls the listener after a burst of changes, once for all of them; also when loaded.
   *
   * @return takes the listener away again
   */
  public Runnable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void tellSoon() {
    if (!telling) {
      telling = true;
      ui.run(
          () -> {
            telling = false;
            List.copyOf(listeners).forEach(Runnable::run);
          });
    }
  }

  /**
   * Says where recordings are from now on, better than their records do.
   *
   * @param told asked in the background, for thousands; must ask neither disk nor server
   */
  public void locate(Function<Recording, RowSound.At> told) {
    where = told;
    relocate();
  }

  /**
   * Looks again where recordings are, because some moved. Rows that are being read may hold what
   * was known before, so they come first.
   */
  public void relocate() {
    inBackground(() -> ui.run(this::relocateRead));
  }

  private void relocateRead() {
    List<InterviewRow> now =
        rows.stream().filter(row -> !row.sound().recordings().isEmpty()).toList();
    inBackground(
        () -> {
          List<InterviewRow> moved = new ArrayList<>();
          for (InterviewRow row : now) {
            RowSound sound = row.sound().now(where);
            if (!sound.equals(row.sound())) {
              moved.add(row.with(sound));
            }
          }
          if (!moved.isEmpty()) {
            ui.run(() -> move(moved));
          }
        });
  }

  /** What was read anew meanwhile is right already. */
  private void move(List<InterviewRow> moved) {
    Map<RecordId, InterviewRow> fresh = new HashMap<>();
    moved.forEach(row -> fresh.put(row.interview().id(), row));
    for (int i = 0; i < rows.size(); i++) {
      InterviewRow row = fresh.get(rows.get(i).interview().id());
      if (row != null && rows.get(i).with(row.sound()).equals(row)) {
        rows.set(i, row);
      }
    }
  }

  private List<InterviewRow> read(Collection<RecordId> piece) {
    return interviews.rows(piece).stream().map(row -> row.with(row.sound().now(where))).toList();
  }

  /** Reads everything anew; what is shown stays until it is replaced. */
  public void load() {
    int current = ++loading;
    inBackground(
        () -> {
          List<RecordId> ids = readingOrder(interviews.ids());
          ui.run(() -> loadFrom(ids, 0, current));
        });
  }

  /**
   * The newest first, because they fill the screen; then as they were made, because what was made
   * together lies together in the store and is read at one go.
   */
  private static List<RecordId> readingOrder(List<RecordId> newestFirst) {
    List<RecordId> order = new ArrayList<>(newestFirst);
    if (order.size() > FIRST_PIECE) {
      order.subList(FIRST_PIECE, order.size()).sort(Comparator.naturalOrder());
    }
    return order;
  }

  private void loadFrom(List<RecordId> ids, int from, int current) {
    if (current != loading) {
      return;
    }
    if (from >= ids.size()) {
      Set<RecordId> known = new HashSet<>(ids);
      rows.removeIf(row -> !known.contains(row.interview().id()));
      loaded.set(true);
      return;
    }
    int to = Math.min(from + (from == 0 ? FIRST_PIECE : PIECE), ids.size());
    List<RecordId> piece = ids.subList(from, to);
    inBackground(
        () -> {
          List<InterviewRow> read = read(piece);
          ui.run(
              () -> {
                put(piece, read);
                loadFrom(ids, to, current);
              });
        });
  }

  /** Gathers changes on any thread, so that a burst of them is read once. */
  private void changed(RecordsChanged change) {
    if (change.kinds().stream().noneMatch(KINDS_SHOWN::contains)) {
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
      changed = new HashSet<>(touched);
      reload = reloadAsked;
      touched.clear();
      reloadAsked = false;
      refreshAsked = false;
    }
    if (reload) {
      load();
    } else {
      inBackground(
          () -> {
            Set<RecordId> around = new HashSet<>(changed);
            around.addAll(interviews.consenting(changed));
            ui.run(() -> reread(around));
          });
    }
  }

  private void reread(Set<RecordId> changed) {
    Set<RecordId> named = new HashSet<>();
    for (InterviewRow row : rows) {
      if (row.interview().study().filter(changed::contains).isPresent()
          || row.interview().participant().filter(changed::contains).isPresent()) {
        named.add(row.interview().id());
      }
    }
    inBackground(
        () -> {
          named.addAll(interviews.touchedBy(changed));
          List<RecordId> all = new ArrayList<>(named);
          for (int from = 0; from < all.size(); from += PIECE) {
            List<RecordId> piece = all.subList(from, Math.min(from + PIECE, all.size()));
            List<InterviewRow> read = read(piece);
            ui.run(() -> put(piece, read));
          }
        });
  }

  /** Replaces the lines of these interviews by what was read; those not read are gone. */
  private void put(Collection<RecordId> ids, List<InterviewRow> read) {
    Map<RecordId, Integer> places = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      places.put(rows.get(i).interview().id(), i);
    }
    Set<RecordId> gone = new HashSet<>(ids);
    List<InterviewRow> fresh = new ArrayList<>();
    for (InterviewRow row : read) {
      gone.remove(row.interview().id());
      Integer place = places.get(row.interview().id());
      if (place == null) {
        fresh.add(row);
      } else if (!rows.get(place).equals(row)) {
        rows.set(place, row);
      }
    }
    gone.retainAll(places.keySet());
    if (!gone.isEmpty()) {
      rows.removeIf(row -> gone.contains(row.interview().id()));
    }
    rows.addAll(fresh);
  }

  private void inBackground(Runnable work) {
    background.run(
        () -> {
          try {
            work.run();
            ui.run(() -> problem.set(""));
          } catch (StoreDamaged e) {
            System.getLogger(InterviewList.class.getName())
                .log(System.Logger.Level.WARNING, "the interviews cannot be read", e);
            ui.run(() -> problem.set(Texts.text("interviews.unreadable")));
          }
        });
  }
}
