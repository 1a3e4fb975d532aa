package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.memo.Relay;
import dev.throughline.desktop.sound.decode.Decoding;
import dev.throughline.desktop.sound.decode.DecodingLimits;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a recording is withdrawn from this desktop, nothing of it stays that may go. */
class WithdrawingTest extends BlobFixture {
  private static final BlobLimits LIMITS =
      new BlobLimits(1L << 30, 1L << 30, 0, Duration.ofSeconds(1));

  private final Relay relay = new Relay();
  private Begun sent;
  private Begun unsent;
  private PartCache cache;
  private Withdrawing withdrawing;

  /** One that the server has verified, and one that it has not. */
  @BeforeEach
  void record() throws Exception {
    relay.join(desk);
    desk.ledger().store().rights().take(Access.of(Set.of(Role.RESEARCHER)).standing());
    sent = recorded(sound(40_000));
    run(new Uploads(originals(), time, time, () -> {}), 20);
    unsent = recorded(sound(40_000));
    cache = PartCache.open(disk, folders().cache(), LIMITS);
    cache.keep(original(sent), new PartFolder(disk, own(sent)).manifest().orElseThrow());
    cache.keep(original(sent), 0, new byte[100]);
    cache.pin(original(sent));
    Path heard = folders().heard().resolve(proxy(sent).folderName());
    Files.createDirectories(heard);
    Files.write(heard.resolve("whole"), new byte[0]);
    Files.createDirectories(folders().waves());
    Files.write(folders().waves().resolve(BlobFolders.waveName(sent.id())), new byte[9]);
    withdrawing = withdrawing();
    withdrawing.look();
  }

  private Path own(Begun begun) {
    return folders().own().resolve(original(begun).folderName());
  }

  private Withdrawing withdrawing() {
    Fetcher fetcher = new Fetcher(book(), cache, Optional::empty, time, _ -> {});
    Heard heard =
        new Heard(
            disk,
            folders().heard(),
            fetcher,
            cache,
            new Decoding(time, DecodingLimits.USUAL),
            time,
            new SecureRandom(),
            time,
            LIMITS);
    BlobParts parts =
        new BlobParts(
            desk.ledger(),
            disk,
            folders(),
            Growing.NONE,
            LIMITS,
            time,
            time,
            new SecureRandom(),
            new Random(1));
    return new Withdrawing(parts, originals(), cache, heard);
  }

  /** The records go out of sight; all of them had been sent. */
  private void withdraw() throws Exception {
    relay.push(desk);
    relay.pull(desk);
    desk.ledger().store().rights().take(Access.of(Set.of(Role.GROWTH_HACKER)).standing());
  }

  private List<String> left(RecordId id) throws IOException {
    try (Stream<Path> all = Files.walk(temp.resolve("profile"))) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith(id.toString()))
          .toList();
    }
  }

  @Test
  void whatTheServerHasVerifiedGoesWithEveryCopyAndWhatItHasNotStays() throws Exception {
    withdraw();
    withdrawing.look();
    assertThat(desk.ledger().store().find(sent.id())).isEmpty();
    assertThat(withdrawing.clear()).isEqualTo(1);
    assertThat(left(sent.id())).isEmpty();
    assertThat(left(unsent.id())).contains(unsent.id().toString());
    assertThat(cache.pinned()).isEmpty();
    assertThat(withdrawing.clear()).as("it is the same one").isEqualTo(1);
  }

  @Test
  void itIsRememberedWhenTheProgramEndsInBetween() throws Exception {
    withdraw();
    withdrawing.look();
    withdrawing = withdrawing();
    withdrawing.look();
    withdrawing.clear();
    assertThat(left(sent.id())).isEmpty();
  }

  @Test
  void aRecordThatNeverWasHereIsNotTakenForOneThatIsGone() throws Exception {
    withdraw();
    Withdrawing fresh = withdrawing();
    fresh.look();
    fresh.look();
    assertThat(fresh.clear()).isZero();
    assertThat(left(sent.id())).isNotEmpty();
  }

  @Test
  void whatComesBackBeforeItWasRemovedIsLeftAlone() throws Exception {
    Recording before = record(sent.id());
    withdraw();
    withdrawing.look();
    desk.ledger().store().rights().take(Access.of(Set.of(Role.RESEARCHER)).standing());
    relay.pull(desk);
    assertThat(record(sent.id())).isEqualTo(before);
    withdrawing.look();
    withdrawing.clear();
    assertThat(left(sent.id())).isNotEmpty();
  }

  @Test
  void anErasedKeyTakesItsSoundAlong() throws Exception {
    RecordId key = record(sent.id()).key().orElseThrow();
    Desk.save(
        desk, new Draft.Set(key, MediaKey.KIND.name(), Map.of(MediaKey.SECRET, Value.text(""))));
    withdrawing.clear();
    assertThat(left(sent.id())).isEmpty();
    assertThat(left(unsent.id())).isNotEmpty();
  }
}
