package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.blob.FakeServer.Fate;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.sync.Action;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What was recorded here gets to the server, whole, whatever happens on the way. */
class UploadsTest extends BlobFixture {
  @Test
  void aRecordingArrivesBitForBitAndItsRecordNamesIt() throws Exception {
    byte[] sound = sound(2 * PART + 4_000);
    Begun recorded = recorded(sound);
    Uploads uploads = uploads();
    run(uploads, 20);
    assertArrived(recorded, sound);
    assertThat(uploads.find(original(recorded)).orElseThrow().state())
        .isEqualTo(new BlobState.OnServer());
    assertThat(server.count("put")).isEqualTo(3);
  }

  @Test
  void fullPartsGoWhileItIsRecordedAndTheRestWhenItEnds() throws Exception {
    byte[] sound = sound(2 * PART + 4_000);
    Begun begun = begin(FORM);
    live = Optional.of(begun);
    int first = PART / 2 / FORM.frameBytes() * FORM.frameBytes();
    int second = (PART + 80_000) / FORM.frameBytes() * FORM.frameBytes();
    Uploads uploads = uploads();
    begun.writer().append(sound, 0, first);
    uploads.round(server);
    assertThat(server.calls).isEmpty();
    begun.writer().append(sound, first, second - first);
    time.pass(Duration.ofSeconds(6));
    uploads.round(server);
    assertThat(server.stored).containsExactly("original 0");
    assertThat(server.has(original(begun))).isFalse();
    begun.writer().append(sound, second, sound.length - second);
    live = Optional.empty();
    end(begun);
    uploads.lookAgain();
    run(uploads, 20);
    assertArrived(begun, sound);
    assertThat(server.stored).containsExactly("original 0", "original 1", "original 2");
  }

  @Test
  void afterAnyCutItGoesOnAndNothingIsSentThatTheServerHas() throws Exception {
    byte[] sound = sound(PART + 4_000);
    Begun recorded = recorded(sound);
    for (Fate fate : new Fate[] {Fate.CUT_BEFORE, Fate.CUT_AFTER}) {
      for (int cut = 0; cut < 5; cut++) {
        FakeServer fresh = new FakeServer();
        AtomicInteger calls = new AtomicInteger();
        int at = cut;
        fresh.weather = _ -> calls.getAndIncrement() == at ? fate : Fate.WELL;
        sendAll(fresh);
        BlobKey key = original(recorded);
        assertThat(opened(key, recorded.secret(), fresh.bytes(key))).isEqualTo(sound);
        assertThat(fresh.stored)
            .as("%s at %d", fate, cut)
            .containsExactly("original 0", "original 1");
        Files.deleteIfExists(originals().own(key).path().resolve("verified"));
      }
    }
  }

  @Test
  void afterARestartThePartsThatAreThereAreNotSentAgain() throws Exception {
    byte[] sound = sound(2 * PART + 4_000);
    Begun recorded = recorded(sound);
    server.weather = call -> call.equals("put 2") ? Fate.CUT_BEFORE : Fate.WELL;
    uploads().round(server);
    server.weather = FakeServer.Weather.FINE;
    run(uploads(), 20);
    assertArrived(recorded, sound);
    assertThat(server.stored).containsExactly("original 0", "original 1", "original 2");
  }

  @Test
  void aPartThatWasChangedOnItsWayIsSentAgain() throws Exception {
    byte[] sound = sound(PART + 4_000);
    Begun recorded = recorded(sound);
    AtomicInteger puts = new AtomicInteger();
    server.weather =
        call -> call.startsWith("put") && puts.getAndIncrement() == 0 ? Fate.CORRUPTED : Fate.WELL;
    run(uploads(), 20);
    assertArrived(recorded, sound);
  }

  private FakeServer.Weather first(String call, Fate fate) {
    AtomicInteger times = new AtomicInteger();
    return now -> now.equals(call) && times.getAndIncrement() == 0 ? fate : Fate.WELL;
  }

  @Test
  void whateverHappensToOnePartItAloneIsSentAgainAtOnce() throws Exception {
    Begun recorded = recorded(sound(PART + 4_000));
    for (Fate fate : Fate.values()) {
      FakeServer fresh = new FakeServer();
      fresh.weather = first("put 0", fate);
      uploads().round(fresh);
      assertThat(fresh.has(original(recorded))).as("%s", fate).isTrue();
      assertThat(fresh.count("put")).as("%s", fate).isEqualTo(putsOfTwo(fate));
      Files.deleteIfExists(originals().own(original(recorded)).path().resolve("verified"));
    }
  }

  /** What came changed is only found out once the rest of it came, too. */
  private static int putsOfTwo(Fate fate) {
    return switch (fate) {
      case WELL, CUT_AFTER -> 2;
      case CUT_BEFORE, CUT_WITHIN, ERROR_500, CORRUPTED, REFUSED -> 3;
      case CUT_CHANGED -> 4;
    };
  }

  @Test
  void theFirstPartDoesNotWaitUntilAllOfItWasRead() throws Exception {
    Begun recorded = recorded(sound(PART + 4_000));
    Path manifest = originals().own(original(recorded)).path().resolve("manifest");
    List<Boolean> known = new ArrayList<>();
    server.weather =
        call -> {
          if (call.startsWith("put") || call.equals("complete")) {
            known.add(Files.exists(manifest));
          }
          return Fate.WELL;
        };
    uploads().round(server);
    assertThat(known).containsExactly(false, false, true);
  }

  @Test
  void whatTheServerHasWholeIsKnownAgainThoughNothingOfItWasNotedHere() throws Exception {
    Begun recorded = recorded(sound(PART + 4_000));
    run(uploads(), 20);
    Path own = originals().own(original(recorded)).path();
    Files.delete(own.resolve("manifest"));
    Files.delete(own.resolve("verified"));
    run(uploads(), 20);
    assertThat(originals().own(original(recorded)).manifest()).isPresent();
    assertThat(server.count("put")).isEqualTo(2);
  }

  @Test
  void ofThreeLanesTwoMoveBytes() throws Exception {
    Begun recorded = recorded(sound(5 * PART));
    ThreadBackground threads = new ThreadBackground();
    Uploads uploads = new Uploads(originals(), threads, time, () -> {});
    uploads.round(server);
    threads.abandon();
    assertThat(server.has(original(recorded))).isTrue();
    assertThat(server.mostUnderWay).isBetween(1, Lanes.MOVING);
  }

  @Test
  void aPartThatFailsTwiceMakesEverythingWait() throws Exception {
    recorded(sound(2 * PART + 4_000));
    server.weather = call -> call.equals("put 0") ? Fate.CORRUPTED : Fate.WELL;
    assertThat(uploads().round(server)).isInstanceOf(Turn.Later.class);
    assertThat(server.count("put 0")).isEqualTo(2);
    assertThat(server.count("put")).isEqualTo(2);
  }

  @Test
  void onlyFailuresWithNothingBetweenThemMakeTheWaitLonger() throws Exception {
    recorded(sound(2 * PART + 4_000));
    server.weather = call -> call.equals("put 1") ? Fate.CUT_BEFORE : Fate.WELL;
    Uploads uploads = uploads();
    assertThat(uploads.round(server)).isEqualTo(new Turn.Away(0, true));
    server.weather = call -> call.startsWith("open") ? Fate.CUT_BEFORE : Fate.WELL;
    assertThat(uploads.round(server)).isEqualTo(new Turn.Away(0, false));
  }

  @Test
  void aServerThatForgotItsSessionsGetsAllOfItAgain() throws Exception {
    byte[] sound = sound(PART + 4_000);
    Begun recorded = recorded(sound);
    Uploads uploads = uploads();
    server.weather = call -> call.equals("complete") ? Fate.CUT_BEFORE : Fate.WELL;
    uploads.round(server);
    server.forgetSessions();
    server.weather = FakeServer.Weather.FINE;
    run(uploads, 20);
    assertArrived(recorded, sound);
  }

  @Test
  void whatTheServerFindsDamagedIsSentAgain() throws Exception {
    byte[] sound = sound(PART + 4_000);
    Begun recorded = recorded(sound);
    server.verifies = false;
    Uploads uploads = uploads();
    uploads.round(server);
    server.damage(original(recorded));
    time.pass(Duration.ofSeconds(2));
    uploads.round(server);
    assertThat(uploads.find(original(recorded)).orElseThrow().state())
        .isEqualTo(new BlobState.Damaged(BlobState.Where.SERVER));
    server.verifies = true;
    run(uploads, 40);
    assertArrived(recorded, sound);
    assertThat(uploads.find(original(recorded)).orElseThrow().state())
        .isEqualTo(new BlobState.OnServer());
  }

  @Test
  void itIsNotOnTheServerBeforeThatHasReadItBack() throws Exception {
    Begun recorded = recorded(sound(40_000));
    server.verifies = false;
    Uploads uploads = uploads();
    uploads.round(server);
    time.pass(Duration.ofMinutes(20));
    uploads.round(server);
    assertThat(uploads.find(original(recorded)).orElseThrow().state())
        .isEqualTo(new BlobState.Arrived());
  }

  @Test
  void nothingGoesWhilePausedAndOriginalsWaitForAnotherNetwork() throws Exception {
    Begun recorded = recorded(sound(40_000));
    assertThat(new Proxies(originals()).makeNext()).isTrue();
    Uploads uploads = uploads();
    uploads.setPaused(true);
    uploads.round(server);
    assertThat(server.calls).isEmpty();
    uploads.setPaused(false);
    uploads.setMetered(true);
    run(uploads, 20);
    assertThat(server.has(proxy(recorded))).isTrue();
    assertThat(server.has(original(recorded))).isFalse();
    uploads.setMetered(false);
    run(uploads, 20);
    assertThat(server.has(original(recorded))).isTrue();
  }

  @Test
  void theSmallCopyGoesFirstAndItsRecordNamesIt() throws Exception {
    Begun recorded = recorded(sound(PART + 4_000));
    Proxies proxies = new Proxies(originals());
    assertThat(proxies.makeNext()).isTrue();
    assertThat(proxies.makeNext()).isFalse();
    run(uploads(), 20);
    assertThat(server.stored).startsWith("proxy 0").hasSize(3);
    byte[] opus = opened(proxy(recorded), recorded.secret(), server.bytes(proxy(recorded)));
    assertThat(new String(opus, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("OggS");
    assertThat(record(recorded.id()).proxy()).hasSize(64);
    assertThat(proxies.makeNext()).isFalse();
  }

  @Test
  void aRecordThatIsNotOnTheServerYetIsWaitedFor() throws Exception {
    Begun recorded = recorded(sound(40_000));
    server.knowsRecords = false;
    Uploads uploads = uploads();
    uploads.round(server);
    assertThat(uploads.find(original(recorded)).orElseThrow().state())
        .isEqualTo(new BlobState.Waiting(BlobState.Why.RECORD, 0));
    server.knowsRecords = true;
    run(uploads, 20);
    assertThat(server.has(original(recorded))).isTrue();
  }

  @Test
  void otherContentOnTheServerIsSaidAndNothingIsCalledSafe() throws Exception {
    Begun recorded = recorded(sound(40_000));
    byte[] other = new byte[100];
    server.put(original(recorded), new BlobManifest(100, List.of(Sha256.hex(other))), other);
    Uploads uploads = uploads();
    uploads.round(server);
    assertThat(uploads.find(original(recorded)).orElseThrow().state())
        .isEqualTo(new BlobState.Waiting(BlobState.Why.OTHER_CONTENT, 0));
    assertThat(record(recorded.id()).original()).isEmpty();
  }

  @Test
  void inWeatherOfAnyKindEverythingArrivesInTheEnd() throws Exception {
    byte[] sound = sound(PART + 4_000);
    Begun recorded = recorded(sound);
    Random dice = new Random(3);
    Fate[] fates = Fate.values();
    server.weather = _ -> dice.nextInt(2) == 0 ? Fate.WELL : fates[dice.nextInt(fates.length)];
    Uploads uploads = uploads();
    for (int i = 0; i < 200 && record(recorded.id()).original().isEmpty(); i++) {
      uploads.round(server);
      time.pass(Duration.ofSeconds(dice.nextInt(30)));
      if (dice.nextInt(10) == 0) {
        server.forgetSessions();
      }
      if (dice.nextInt(5) == 0) {
        uploads = uploads();
      }
    }
    assertArrived(recorded, sound);
  }

  /** Its record and its folder are there a moment before its first sound is. */
  @Test
  void whatWasLookedAtBeforeItsFirstSoundLiesHereAllTheSame() throws Exception {
    Begun recorded = recorded(sound(4_000));
    Path folder = folders().recordings().resolve(recorded.id().toString());
    Path later = Files.move(folder, folders().recordings().resolve("later"));
    Files.createDirectory(folder);
    Uploads uploads = uploads();
    uploads.look();
    assertThat(uploads.isHere(original(recorded))).isFalse();
    Files.delete(folder);
    Files.move(later, folder);
    uploads.lookAgain();
    uploads.look();
    assertThat(uploads.isHere(original(recorded))).isTrue();
  }

  @Test
  void aRecordingInTheTrashIsNotSent() throws Exception {
    Begun recorded = recorded(sound(40_000));
    Desk.save(desk, new Draft.Move(recorded.id(), Recording.KIND.name(), Action.TRASH));
    run(uploads(), 5);
    assertThat(server.calls).isEmpty();
  }
}
