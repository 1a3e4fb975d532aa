package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.blob.FakeServer.Fate;
import dev.throughline.desktop.blob.SoundElsewhere.Why;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies on the server is heard here, or it is said why not. */
class FetchingTest extends BlobFixture {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] SOUND = sound(PART + 4_000);

  private Begun recorded;
  private Optional<BlobTransport> way = Optional.of(server);

  /** A recording that is on the server and no longer here. */
  @BeforeEach
  void send() throws Exception {
    recorded = recorded(SOUND);
    Originals originals = new Originals(disk, folders(), book(), Growing.NONE);
    run(new Uploads(originals, time, time, () -> {}), 20);
    assertThat(new Dropping(originals).drop(record(recorded.id()), way))
        .isEqualTo(new Dropped.Gone());
    server.calls.clear();
  }

  private PartCache cache(long bytes) throws IOException {
    return PartCache.open(disk, folders().cache(), new BlobLimits(bytes, bytes, 0, PATIENCE));
  }

  private Fetcher fetcher(PartCache cache) {
    return new Fetcher(
        book(), cache, () -> way, time, millis -> time.pass(Duration.ofMillis(millis)));
  }

  private PcmReader reader(PartCache cache) throws IOException {
    Fetcher fetcher = fetcher(cache);
    Wanted wanted =
        fetcher.wanted(record(recorded.id()), BlobRole.ORIGINAL, PATIENCE).orElseThrow();
    return new FetchedPcm(fetcher, wanted, FORM, PATIENCE);
  }

  private static byte[] all(PcmReader reader) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] step = new byte[1 << 20];
    long frame = 0;
    for (int count = reader.read(0, step); count > 0; count = reader.read(frame, step)) {
      all.write(step, 0, count * reader.form().frameBytes());
      frame += count;
    }
    return all.toByteArray();
  }

  private void assertElsewhere(Why why) {
    assertThatThrownBy(() -> all(reader(cache(1L << 30))))
        .isInstanceOfSatisfying(
            SoundElsewhere.class, told -> assertThat(told.why()).isEqualTo(why));
  }

  @Test
  void itIsHeardBitForBitAndFetchedOnce() throws Exception {
    PartCache cache = cache(1L << 30);
    assertThat(all(reader(cache))).isEqualTo(SOUND);
    assertThat(all(reader(cache))).isEqualTo(SOUND);
    assertThat(all(reader(cache(1L << 30)))).isEqualTo(SOUND);
    assertThat(server.count("read")).isEqualTo(2);
    assertThat(server.count("manifest")).isEqualTo(1);
  }

  @Test
  void onlyWhatIsListenedToIsFetched() throws Exception {
    try (PcmReader reader = reader(cache(1L << 30))) {
      reader.read(0, new byte[3_200]);
      assertThat(server.count("read")).isEqualTo(1);
    }
  }

  @Test
  void itGoesOnAfterCutsAndTriesWhatCameChangedAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Fate[] fates = {Fate.CUT_BEFORE, Fate.ERROR_500, Fate.CORRUPTED, Fate.CUT_AFTER};
    server.weather =
        _ -> {
          int call = calls.getAndIncrement();
          return call % 2 == 0 ? fates[call / 2 % fates.length] : Fate.WELL;
        };
    assertThat(all(reader(cache(1L << 30)))).isEqualTo(SOUND);
  }

  @Test
  void anAnswerThatIsCutOffGoesOnWhereItWasHoweverOften() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    server.weather =
        call ->
            call.equals("read original 0") && calls.getAndIncrement() < 4
                ? Fate.CUT_WITHIN
                : Fate.WELL;
    long before = time.instant().toEpochMilli();
    assertThat(all(reader(cache(1L << 30)))).isEqualTo(SOUND);
    assertThat(server.count("read original 0")).isEqualTo(5);
    assertThat(server.readBytes).isEqualTo(server.bytes(original(recorded)).length);
    assertThat(time.instant().toEpochMilli()).as("waited").isEqualTo(before);
  }

  @Test
  void whatWasChangedBeforeACutIsThrownAwayAndAllOfItAskedForAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    server.weather =
        call ->
            call.equals("read original 0") && calls.getAndIncrement() == 0
                ? Fate.CUT_CHANGED
                : Fate.WELL;
    assertThat(all(reader(cache(1L << 30)))).isEqualTo(SOUND);
    assertThat(server.count("read original 0")).isEqualTo(3);
    assertThat(server.readBytes)
        .isEqualTo(BlobManifest.PART_BYTES + server.bytes(original(recorded)).length);
  }

  @Test
  void aServerThatStaysAwayIsWaitedForAsLongAsThatAndNoLonger() {
    server.weather = _ -> Fate.CUT_BEFORE;
    long before = time.instant().toEpochMilli();
    assertElsewhere(Why.AWAY);
    assertThat(time.instant().toEpochMilli() - before).isEqualTo(PATIENCE.toMillis());
  }

  /** As when the question was changed on its way, or its connection was cut. */
  @Test
  void whatFailsOnceIsAskedForAgainAtOnce() throws Exception {
    PartCache cache = cache(1L << 30);
    for (Fate fate : new Fate[] {Fate.CUT_BEFORE, Fate.REFUSED}) {
      AtomicInteger calls = new AtomicInteger();
      server.weather = _ -> calls.getAndIncrement() == 0 ? fate : Fate.WELL;
      long before = time.instant().toEpochMilli();
      Fetcher fetcher = fetcher(cache);
      Wanted wanted =
          fetcher.wanted(record(recorded.id()), BlobRole.ORIGINAL, Duration.ZERO).orElseThrow();
      int index = fate == Fate.REFUSED ? 1 : 0;
      calls.set(0);
      assertThat(fetcher.content(wanted, index, Duration.ZERO)).isNotEmpty();
      assertThat(time.instant().toEpochMilli()).isEqualTo(before);
    }
  }

  @Test
  void whatTheServerRefusesTwiceIsNotThere() {
    server.weather = _ -> Fate.REFUSED;
    assertElsewhere(Why.ABSENT);
    assertThat(server.calls).hasSize(2);
  }

  @Test
  void withoutAServerWhatIsHereIsHeard() throws Exception {
    assertThat(all(reader(cache(1L << 30)))).isEqualTo(SOUND);
    way = Optional.empty();
    assertThat(all(reader(cache(1L << 30)))).isEqualTo(SOUND);
    try (Stream<Path> files = Files.walk(folders().cache())) {
      files.filter(path -> path.toString().endsWith("1.part")).forEach(FetchingTest::delete);
    }
    assertElsewhere(Why.NO_SERVER);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aServerThatSendsSomethingElseIsNotPlayed() {
    server.weather = call -> call.startsWith("read") ? Fate.CORRUPTED : Fate.WELL;
    assertElsewhere(Why.DAMAGED);
    assertThat(server.count("read")).isEqualTo(3);
  }

  @Test
  void aManifestOfAnotherNameIsRefused() {
    byte[] other = new byte[100];
    server.put(original(recorded), new BlobManifest(100, List.of(Sha256.hex(other))), other);
    assertElsewhere(Why.DAMAGED);
  }

  @Test
  void anotherKeyIsSaidAndNotTriedAgain() throws Exception {
    Recording recording = record(recorded.id());
    Desk.save(
        desk,
        new Draft.Set(
            recording.key().orElseThrow(),
            MediaKey.KIND.name(),
            Map.of(MediaKey.SECRET, Value.text(Base64s.write(new byte[32])))));
    assertElsewhere(Why.OTHER_KEY);
    assertThat(server.count("read")).isEqualTo(1);
  }

  @Test
  void aPartThatRottedHereIsFetchedAnew() throws Exception {
    all(reader(cache(1L << 30)));
    Path part = folders().cache().resolve(original(recorded).folderName()).resolve("000000.part");
    byte[] bytes = Files.readAllBytes(part);
    bytes[100] ^= 1;
    Files.write(part, bytes);
    assertThat(all(reader(cache(1L << 30)))).isEqualTo(SOUND);
    assertThat(server.count("read")).isEqualTo(3);
  }

  @Test
  void aCacheThatIsTooSmallKeepsTheLastPartsAndIsNoHindrance() throws Exception {
    PartCache cache = cache(BlobManifest.PART_BYTES);
    assertThat(all(reader(cache))).isEqualTo(SOUND);
    assertThat(cache.has(original(recorded), 0)).isFalse();
    assertThat(cache.has(original(recorded), 1)).isTrue();
    assertThat(cache.looseBytes()).isLessThanOrEqualTo(BlobManifest.PART_BYTES);
    PartCache none = cache(0);
    assertThat(all(reader(none))).isEqualTo(SOUND);
    assertThat(none.looseBytes()).isZero();
  }

  @Test
  void whatIsWantedOfflineComesWholeAndStays() throws Exception {
    PartCache cache = cache(0);
    BlobKey key = original(recorded);
    cache.pin(key);
    Offline offline = new Offline(book(), fetcher(cache), cache, time, () -> {});
    server.weather = call -> call.endsWith(" 1") ? Fate.CUT_BEFORE : Fate.WELL;
    assertThat(offline.round(_ -> true)).isInstanceOf(Turn.Away.class);
    server.weather = FakeServer.Weather.FINE;
    PartCache later = cache(0);
    Offline again = new Offline(book(), fetcher(later), later, time, () -> {});
    assertThat(again.round(_ -> true)).isInstanceOf(Turn.Later.class);
    assertThat(server.count("read original 0")).isEqualTo(1);
    way = Optional.empty();
    assertThat(all(reader(cache(0)))).isEqualTo(SOUND);
    later.unpin(key);
    assertThat(later.has(key, 0)).isFalse();
  }

  @Test
  void nothingOfItLiesHereInPlain() throws Exception {
    all(reader(cache(1L << 30)));
    byte[] needle = Arrays.copyOfRange(SOUND, 5_000, 5_032);
    try (Stream<Path> files = Files.walk(folders().cache())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain(new String(needle, StandardCharsets.ISO_8859_1));
      }
    }
  }
}
