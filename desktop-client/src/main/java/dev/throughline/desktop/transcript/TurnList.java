package dev.throughline.desktop.transcript;

import dev.throughline.desktop.memo.TypedText;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The turns of some transcripts as one list that follows the store. Reads page by page, so that no
 * save ever waits for a long transcript. UI thread only.
 */
final class TurnList {
  private final Transcripts transcripts;
  private final TypedText.Seams seams;
  private final ObservableList<TranscriptRow> rows = FXCollections.observableArrayList();
  private final ObservableList<TranscriptRow> view = FXCollections.unmodifiableObservableList(rows);
  private final Map<RecordId, Integer> places = new HashMap<>();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
  private final Set<RecordId> touched = new HashSet<>();
  private List<Transcript> shown = List.of();
  private int headings;
  private int loading;
  private boolean isReading;

  TurnList(Transcripts transcripts, TypedText.Seams seams) {
    this.transcripts = transcripts;
    this.seams = seams;
  }

  ObservableList<TranscriptRow> rows() {
    return view;
  }

  /** How many turns are here, headings not counted. */
  int turns() {
    return rows.size() - headings;
  }

  /** Whether every turn is here. */
  ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** Where a turn stands; empty when it is not here. */
  Optional<Integer> place(RecordId turn) {
    return Optional.ofNullable(places.get(turn));
  }

  Optional<Segment> find(RecordId turn) {
    return place(turn)
        .map(rows::get)
        .filter(TranscriptRow.Turn.class::isInstance)
        .map(row -> ((TranscriptRow.Turn) row).segment());
  }

  /** Shows these transcripts one after the other. */
  void show(List<Transcript> next) {
    if (loading == 0 || !next.equals(shown)) {
      shown = List.copyOf(next);
      load();
    }
  }

  /** One reading of everything; a later one makes it void. */
  private record Pass(int number, boolean isFirst, List<TranscriptRow> fresh) {}

  private void load() {
    touched.clear();
    isReading = true;
    readFrom(new Pass(++loading, rows.isEmpty(), new ArrayList<>()), 0, Optional.empty());
  }

  private void readFrom(Pass pass, int at, Optional<RecordView> after) {
    if (at == shown.size()) {
      finish(pass);
      return;
    }
    Transcript transcript = shown.get(at);
    inBackground(
        () -> {
          Transcripts.Page page = transcripts.page(transcript.id(), after);
          seams.ui().run(() -> take(pass, at, after.isEmpty(), page));
        });
  }

  private void take(Pass pass, int at, boolean isBeginning, Transcripts.Page page) {
    if (pass.number() != loading) {
      return;
    }
    List<TranscriptRow> piece = new ArrayList<>();
    if (isBeginning && shown.size() > 1) {
      piece.add(new TranscriptRow.Heading(shown.get(at)));
    }
    page.segments().forEach(segment -> piece.add(new TranscriptRow.Turn(segment)));
    pass.fresh().addAll(piece);
    if (pass.isFirst()) {
      append(piece);
    }
    readFrom(pass, page.last().isPresent() ? at : at + 1, page.last());
  }

  private void append(List<TranscriptRow> piece) {
    headings += (int) piece.stream().filter(TranscriptRow.Heading.class::isInstance).count();
    for (int i = 0; i < piece.size(); i++) {
      places.put(piece.get(i).id(), rows.size() + i);
    }
    rows.addAll(piece);
  }

  private void finish(Pass pass) {
    if (!rows.equals(pass.fresh())) {
      rows.clear();
      places.clear();
      headings = 0;
      append(pass.fresh());
    }
    isReading = false;
    loaded.set(true);
    reread();
  }

  /** Takes in what changed in the store. */
  void changed(RecordsChanged change) {
    if (loading > 0 && change.touches(Segment.KIND.name())) {
      touched.addAll(change.records());
      reread();
    }
  }

  private void reread() {
    if (isReading || touched.isEmpty()) {
      return;
    }
    Set<RecordId> ids = Set.copyOf(touched);
    touched.clear();
    isReading = true;
    int current = loading;
    inBackground(
        () -> {
          List<Segment> found = transcripts.find(ids);
          seams.ui().run(() -> replace(current, ids, found));
        });
  }

  private void replace(int current, Set<RecordId> ids, List<Segment> found) {
    if (current != loading) {
      return;
    }
    Set<RecordId> gone = new HashSet<>(ids);
    gone.retainAll(places.keySet());
    boolean isNew = false;
    for (Segment segment : found) {
      gone.remove(segment.id());
      Optional<Integer> place = place(segment.id());
      TranscriptRow row = new TranscriptRow.Turn(segment);
      if (place.isPresent() && !rows.get(place.get()).equals(row)) {
        rows.set(place.get(), row);
      }
      isNew |= place.isEmpty() && isShown(segment);
    }
    isReading = false;
    if (isNew || !gone.isEmpty()) {
      load();
    } else {
      reread();
    }
  }

  private boolean isShown(Segment segment) {
    return shown.stream()
        .anyMatch(one -> segment.transcript().filter(one.id()::equals).isPresent());
  }

  /** A store that cannot be read keeps what is shown; the session says so. */
  private void inBackground(Runnable work) {
    seams
        .background()
        .run(
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) {
                System.getLogger(TurnList.class.getName())
                    .log(System.Logger.Level.WARNING, "a transcript could not be read", e);
                seams.ui().run(() -> isReading = false);
              }
            });
  }
}
