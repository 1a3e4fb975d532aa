package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.blob.BlobState.Why;
import dev.throughline.desktop.blob.FakeServer.Fate;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.recording.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the window is told of recordings: what travels, what lies here, what may go. */
class ShelfTest extends BlobFixture {
  private static final byte[] SOUND = sound(PART + 5_000);

  private Optional<BlobTransport> way;
  private Originals originals;
  private Uploads uploads;
  private PartCache cache;
  private Offline offline;
  private Shelf shelf;
  private Traffic traffic;

  @BeforeEach
  void open() throws Exception {
    way = Optional.of(server);
    originals = new Originals(disk, folders(), book(), Growing.NONE);
    uploads = new Uploads(originals, time, time, () -> {});
    cache = PartCache.open(disk, folders().cache(), new BlobLimits(0, 0, 0, Duration.ZERO));
    Supplier<Optional<BlobTransport>> current = () -> way;
    Fetcher fetcher = new Fetcher(book(), cache, current, time, _ -> {});
    offline = new Offline(book(), fetcher, cache, time, () -> {});
    shelf = new Shelf(originals, uploads, cache);
    traffic =
        new Traffic(book(), uploads, new BlobStates(uploads, current), offline, cache, current);
  }

  private OnTheWay only() {
    List<OnTheWay> all = traffic.list();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void whatIsSentSaysHowManyBytesAreThere() throws Exception {
    Begun begun = recorded(SOUND);
    server.weather = call -> call.equals("put 1") ? Fate.CUT_BEFORE : Fate.WELL;
    uploads.round(server);
    OnTheWay going = only();
    assertThat(going.isUp()).isTrue();
    assertThat(going.recording()).isEqualTo(begun.id());
    assertThat(going.all()).isBetween((long) SOUND.length, SOUND.length + 64L);
    assertThat(going.there()).isEqualTo(BlobManifest.PART_BYTES);
    assertThat(going.percent()).isBetween(1, 99);
    assertThat(going.why()).isEmpty();
    server.weather = FakeServer.Weather.FINE;
    server.verifies = false;
    run(uploads, 10);
    assertThat(only().isChecked()).isTrue();
  }

  @Test
  void whatIsNotSentSaysWhy() throws Exception {
    recorded(SOUND);
    uploads.look();
    way = Optional.empty();
    assertThat(only().why()).contains(Why.NO_SERVER);
    // The record says milliseconds.
    assertThat(only().all()).isBetween(SOUND.length - 4_000L, (long) SOUND.length);
    way = Optional.of(server);
    uploads.setMetered(true);
    assertThat(only().why()).contains(Why.METERED);
    uploads.setPaused(true);
    assertThat(only().why()).contains(Why.PAUSED);
    uploads.setPaused(false);
    uploads.setMetered(false);
    server.knowsRecords = false;
    uploads.round(server);
    assertThat(only().why()).contains(Why.RECORD);
  }

  @Test
  void onlyWhatTheServerReadBackMayGoAndThenFreesItsRoom() throws Exception {
    Begun begun = recorded(SOUND);
    recordedLater();
    server.weather = call -> call.equals("put 1") ? Fate.CUT_BEFORE : Fate.WELL;
    uploads.round(server);
    assertThat(shelf.removable()).isEmpty();
    server.weather = FakeServer.Weather.FINE;
    run(uploads, 40);
    Recording recording = record(begun.id());
    assertThat(shelf.isHere(recording)).isTrue();
    List<Removable> may = shelf.removable();
    assertThat(may).hasSize(2);
    assertThat(may.getFirst().recording()).isEqualTo(recording);
    assertThat(may.getFirst().bytes()).isGreaterThan(SOUND.length);
    long before = shelf.room().originals();
    assertThat(before).isEqualTo(may.stream().mapToLong(Removable::bytes).sum());
    assertThat(new Dropping(originals).drop(recording, way)).isInstanceOf(Dropped.Gone.class);
    shelf.forget(recording.id());
    assertThat(shelf.isHere(recording)).isFalse();
    assertThat(shelf.removable()).hasSize(1);
    assertThat(shelf.room().originals()).isEqualTo(before - may.getFirst().bytes());
  }

  private void recordedLater() throws Exception {
    recorded(sound(5_000));
  }

  @Test
  void whatComesForOfflineUseCountsUntilItIsWhole() throws Exception {
    Begun begun = recorded(SOUND);
    run(uploads, 40);
    Recording recording = record(begun.id());
    cache.pin(original(begun));
    way = Optional.empty();
    assertThat(only().why()).contains(Why.NO_SERVER);
    way = Optional.of(server);
    server.weather = call -> call.equals("read original 1") ? Fate.CUT_BEFORE : Fate.WELL;
    offline.round(_ -> true);
    assertThat(only().isUp()).isFalse();
    assertThat(only().why()).contains(Why.AWAY);
    assertThat(only().percent()).isBetween(1, 99);
    assertThat(shelf.isOffline(recording)).isFalse();
    assertThat(shelf.percent(recording)).isEqualTo(only().percent());
    server.weather = FakeServer.Weather.FINE;
    offline.round(_ -> true);
    assertThat(traffic.list()).isEmpty();
    assertThat(shelf.isOffline(recording)).isTrue();
    assertThat(shelf.room().offline()).isEqualTo(server.bytes(original(begun)).length);
    assertThat(shelf.room().copies()).isZero();
  }

  @Test
  void aDiskWithoutRoomIsWhyNothingComes() throws Exception {
    Begun begun = recorded(SOUND);
    run(uploads, 40);
    PartCache full =
        PartCache.open(
            disk, folders().cache(), new BlobLimits(0, 0, Long.MAX_VALUE / 2, Duration.ZERO));
    Fetcher fetcher = new Fetcher(book(), full, () -> way, time, _ -> {});
    Offline without = new Offline(book(), fetcher, full, time, () -> {});
    full.pin(original(begun));
    without.round(_ -> true);
    assertThat(without.trouble(original(begun))).contains(Why.DISK);
  }
}
