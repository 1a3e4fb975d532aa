package dev.throughline.desktop.travel;

import dev.throughline.desktop.blob.Blobs;
import dev.throughline.desktop.blob.DiskRoom;
import dev.throughline.desktop.blob.OnTheWay;
import dev.throughline.desktop.blob.Removable;
import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.outbox.Rows;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.ReadingWhileShown;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The recordings of the Sync place: what travels, why something waits, and how much room they take.
 * Looks at store and disk only while the place shows. Properties change on the UI thread.
 */
public final class TravelViewModel implements AutoCloseable {
  private static final System.Logger log = System.getLogger(TravelViewModel.class.getName());

  /** Parts that come in close together are shown once. */
  static final Duration GATHER = Duration.ofMillis(500);

  private final Blobs blobs;
  private final LocalStore store;
  private final TravelSettings settings;
  private final Surroundings around;
  private final Freeing freeing;
  private final ReadingWhileShown reading;
  private final Runnable deaf;
  private final ObservableList<TravelRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Look> look =
      new ReadOnlyObjectWrapper<>(this, "look", Look.NOTHING);
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused");
  private final ReadOnlyBooleanWrapper metered = new ReadOnlyBooleanWrapper(this, "metered");

  /**
   * One look at recordings.
   *
   * @param removable originals that may go
   * @param isKnown whether anybody looked yet
   */
  record Look(List<TravelRow> rows, DiskRoom room, List<Removable> removable, boolean isKnown) {
    static final Look NOTHING = new Look(List.of(), DiskRoom.NOTHING, List.of(), false);

    Look {
      rows = List.copyOf(rows);
      removable = List.copyOf(removable);
    }

    long removableBytes() {
      return removable.stream().mapToLong(Removable::bytes).sum();
    }
  }

  /** Lets recordings travel as the settings say. */
  public TravelViewModel(
      Blobs blobs,
      LocalStore store,
      TravelSettings settings,
      Consumer<Question> questions,
      Surroundings around) {
    this.blobs = blobs;
    this.store = store;
    this.settings = settings;
    this.around = around;
    this.freeing = new Freeing(blobs, store, questions, around, this::changed);
    this.reading = new ReadingWhileShown(around.background(), GATHER, this::read);
    paused.set(settings.isPaused());
    metered.set(settings.isMetered());
    blobs.setPaused(paused.get());
    blobs.setMetered(metered.get());
    deaf = blobs.onChange(reading::soon);
  }

  /** What travels or waits to, in its order. */
  ObservableList<TravelRow> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<Look> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /** Whether recordings wait until the person lets them go on. */
  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /** Whether the network costs money. */
  public ReadOnlyBooleanProperty meteredProperty() {
    return metered.getReadOnlyProperty();
  }

  /** Recordings that stayed when they were to go, each with its sentence. */
  ObservableList<String> refusals() {
    return freeing.refusals();
  }

  /** Whether the place is on the screen; only then anything is read. */
  void setShowing(boolean showing) {
    reading.setShowing(showing);
  }

  public void setPaused(boolean pause) {
    paused.set(pause);
    around
        .background()
        .run(
            () -> {
              settings.setPaused(pause);
              blobs.setPaused(pause);
            });
  }

  public void setMetered(boolean costs) {
    metered.set(costs);
    around
        .background()
        .run(
            () -> {
              settings.setMetered(costs);
              blobs.setMetered(costs);
            });
  }

  /** Says what can go from this computer, and removes it when the person says so. */
  public void free() {
    freeing.ask();
  }

  private void changed() {
    reading.soon();
  }

  private void read() {
    Look now = look();
    around
        .ui()
        .run(
            () -> {
              look.set(now);
              Rows.replace(rows, now.rows(), TravelRow::key);
            });
  }

  private Look look() {
    RecordNames names = new RecordNames(store);
    List<TravelRow> rows =
        blobs.traffic().list().stream()
            .map(one -> TravelRow.of(one, name(names, one), which(one)))
            .toList();
    try {
      return new Look(rows, blobs.shelf().room(), blobs.shelf().removable(), true);
    } catch (IOException e) {
      log.log(System.Logger.Level.WARNING, "the room of recordings cannot be read", e);
      return new Look(rows, DiskRoom.NOTHING, List.of(), false);
    }
  }

  private String which(OnTheWay one) {
    return store
        .find(one.recording())
        .map(view -> Recording.from(view.id(), view.fields()))
        .map(
            its ->
                its.name().isBlank()
                    ? Texts.text("travel.begun", around.time().at(its.startedAt()))
                    : its.name())
        .orElse("");
  }

  private static String name(RecordNames names, OnTheWay one) {
    String name = names.about(one.recording());
    return name.isEmpty() ? Texts.text("travel.unnamed") : name;
  }

  @Override
  public void close() {
    deaf.run();
  }
}
