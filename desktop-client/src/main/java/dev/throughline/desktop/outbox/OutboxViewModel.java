package dev.throughline.desktop.outbox;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.ReadingWhileShown;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.sync.SyncLoop;
import dev.throughline.desktop.sync.SyncState;
import dev.throughline.desktop.sync.SyncStatus;
import dev.throughline.model.conflict.Conflict;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * State and commands of the Sync place. Lives as long as the profile is open, because the pill
 * shows its {@link #sentenceProperty()} everywhere; reads the store only while the place shows.
 * Properties change on the UI thread.
 */
public final class OutboxViewModel implements AutoCloseable {
  /** Often enough that no age on the screen is a minute late. */
  static final Duration TICK = Duration.ofSeconds(20);

  /** Changes that come in close together are read once. */
  static final Duration GATHER = Duration.ofMillis(250);

  private final Outbox outbox;
  private final SyncLoop loop;
  private final SyncStatus status;
  private final ThisComputer computer;
  private final Surroundings around;
  private final ServerViewModel server;
  private final ReadingWhileShown reading;
  private volatile boolean isClosed;
  private Background.Handle tick = () -> {};
  private Outbox.Contents contents = Outbox.Contents.NOTHING;

  private final ReadOnlyObjectWrapper<SyncState> state;
  private final ReadOnlyObjectWrapper<SyncSentence> sentence;
  private final ObservableList<OutboxRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Needs> needs = new ReadOnlyObjectWrapper<>(Needs.NOTHING);
  private final AtomicBoolean isCountDue = new AtomicBoolean();
  private final LocalStore store;
  private final ReadOnlyStringWrapper total = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper more = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper lastComplete = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");

  /** Starts ticking; {@link #close} stops it. */
  public OutboxViewModel(
      Ledger ledger,
      SyncLoop loop,
      SyncStatus status,
      ServerSetting setting,
      ThisComputer computer,
      Surroundings around) {
    this.outbox = new Outbox(ledger);
    this.store = ledger.store();
    this.loop = loop;
    this.status = status;
    this.computer = computer;
    this.around = around;
    this.reading = new ReadingWhileShown(around.background(), GATHER, this::read);
    this.server = new ServerViewModel(setting, loop, around);
    this.state = new ReadOnlyObjectWrapper<>(status.state());
    this.sentence = new ReadOnlyObjectWrapper<>(say());
    status.onChange(_ -> around.ui().run(this::stateChanged));
    store.onChange(
        changed -> {
          reading.soon();
          if (changed.touches(Conflict.KIND.name())) {
            countSoon();
          }
        });
    countSoon();
    computer.isRecoverySaved().subscribe(_ -> show());
    around.background().run(this::read);
    tickLater();
  }

  /** The pill's words and the title of the place. */
  public ReadOnlyObjectProperty<SyncSentence> sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<SyncState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What waits, oldest first, without what the server keeps aside. */
  ObservableList<OutboxRow> rows() {
    return rows;
  }

  /** What else waits for the person. */
  public ReadOnlyObjectProperty<Needs> needsProperty() {
    return needs.getReadOnlyProperty();
  }

  /** Such as "12 changes, 31 kB"; empty when nothing waits. */
  ReadOnlyStringProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /** How much a long queue holds beyond the rows; empty when all is listed. */
  ReadOnlyStringProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  /** When everything here was last known to be on the server. */
  ReadOnlyStringProperty lastCompleteProperty() {
    return lastComplete.getReadOnlyProperty();
  }

  /** The same time alone, for a sentence. */
  String checkedAt() {
    return around.time().at(state.get().syncedAtMillis());
  }

  ReadOnlyStringProperty deviceProperty() {
    return device.getReadOnlyProperty();
  }

  ServerViewModel server() {
    return server;
  }

  ThisComputer computer() {
    return computer;
  }

  /** Whether the place is on the screen; only then the store is read. */
  void setShowing(boolean showing) {
    reading.setShowing(showing);
  }

  public void pauseOrResume() {
    boolean pause = !loop.isPaused();
    around.background().run(() -> loop.pause(pause));
  }

  public void tryNow() {
    around.background().run(loop::tryNow);
  }

  private void stateChanged() {
    show();
    reading.soon();
    if (status.state().mode() == SyncState.Mode.HELD) {
      countSoon();
    }
  }

  private void countSoon() {
    if (!isCountDue.getAndSet(true)) {
      around.background().run(this::count);
    }
  }

  private void count() {
    isCountDue.set(false);
    if (isClosed) {
      return;
    }
    Needs read = Needs.read(store);
    around
        .ui()
        .run(
            () -> {
              needs.set(read);
              show();
            });
  }

  private void read() {
    if (isClosed) {
      return;
    }
    Outbox.Contents read = outbox.read();
    around
        .ui()
        .run(
            () -> {
              contents = read;
              show();
            });
  }

  private void tickLater() {
    tick = around.background().later(TICK, () -> around.ui().run(this::ticked));
  }

  private void ticked() {
    if (!isClosed) {
      show();
      tickLater();
    }
  }

  private SyncSentence say() {
    return SyncSentence.of(
        state.get(), needs.get(), computer.isRecoverySaved().get(), around.time());
  }

  private void show() {
    state.set(status.state());
    sentence.set(say());
    OutboxRows words = new OutboxRows(state.get(), around.time());
    Rows.replace(rows, words.of(contents.changes()), OutboxRow::key);
    server.setWorkspace(contents.workspace());
    total.set(words.total(contents));
    more.set(words.more(contents));
    lastComplete.set(words.lastComplete());
    device.set(contents.device());
  }

  @Override
  public void close() {
    isClosed = true;
    tick.cancel();
  }
}
