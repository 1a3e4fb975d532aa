package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.blob.FakeServer.Fate;
import dev.throughline.model.blob.BlobManifest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A part that is cut off goes on where it was cut, and arrives as it is all the same. */
class ResumingTest extends BlobFixture {
  private final byte[] sound = sound(PART + 4_000);

  /** These happen to the first part, one after the other; then nothing does. */
  private static FakeServer.Weather first(Fate... fates) {
    Iterator<Fate> next = List.of(fates).iterator();
    return call -> call.equals("put 0") && next.hasNext() ? next.next() : Fate.WELL;
  }

  private void assertArrived(Begun recorded) {
    BlobKey key = original(recorded);
    assertThat(opened(key, recorded.secret(), server.bytes(key))).isEqualTo(sound);
  }

  private long size(Begun recorded) {
    return server.bytes(original(recorded)).length;
  }

  @Test
  void howeverOftenItIsCutNothingIsSentTwiceAndNobodyWaits() throws Exception {
    Begun recorded = recorded(sound);
    Fate[] cuts = new Fate[4];
    Arrays.fill(cuts, Fate.CUT_WITHIN);
    server.weather = first(cuts);
    uploads().round(server);
    assertArrived(recorded);
    assertThat(server.count("put 0")).isEqualTo(5);
    assertThat(server.sentBytes).isEqualTo(size(recorded));
  }

  @Test
  void afterARestartItGoesOnWithinThePart() throws Exception {
    Begun recorded = recorded(sound);
    server.weather = first(Fate.CUT_WITHIN, Fate.CUT_BEFORE, Fate.CUT_BEFORE);
    assertThat(uploads().round(server)).isEqualTo(new Turn.Away(0, true));
    run(uploads(), 20);
    assertArrived(recorded);
    assertThat(server.sentBytes).isEqualTo(size(recorded));
  }

  @Test
  void whatWasChangedBeforeACutIsSentFromItsBegin() throws Exception {
    Begun recorded = recorded(sound);
    server.weather = first(Fate.CUT_CHANGED);
    uploads().round(server);
    assertArrived(recorded);
    assertThat(server.count("put 0")).isEqualTo(3);
    assertThat(server.sentBytes).isEqualTo(BlobManifest.PART_BYTES + size(recorded));
  }

  @Test
  void aServerThatHasNothingOfItAnyMoreGetsAllOfIt() throws Exception {
    Begun recorded = recorded(sound);
    FakeServer.Weather fates = first(Fate.CUT_WITHIN);
    server.weather =
        call -> {
          // Between what it said it has and what is sent on, as where several servers take turns.
          if (call.equals("put 0") && server.count("put 0") == 2) {
            server.forgetBegun();
          }
          return fates.next(call);
        };
    uploads().round(server);
    assertArrived(recorded);
    assertThat(server.count("put 0")).isEqualTo(3);
  }

  @Test
  void serversThatNeverAgreeAreNotAskedForEver() throws Exception {
    recorded(sound);
    server.weather =
        call -> {
          if (call.equals("put 0")) {
            server.forgetBegun();
            return Fate.CUT_WITHIN;
          }
          return Fate.WELL;
        };
    for (int i = 0; i < 5; i++) {
      uploads().round(server);
    }
    assertThat(server.count("put 0")).isLessThan(5 * 40);
  }

  @Test
  void inWeatherOfAnyKindAllOfItArrivesInTheEnd() throws Exception {
    Fate[] fates = Fate.values();
    for (int seed = 0; seed < 4; seed++) {
      Begun recorded = recorded(sound);
      Random dice = new Random(seed);
      server.weather = _ -> dice.nextInt(3) == 0 ? Fate.WELL : fates[dice.nextInt(fates.length)];
      Uploads uploads = uploads();
      for (int i = 0; i < 400 && record(recorded.id()).original().isEmpty(); i++) {
        uploads.round(server);
        time.pass(Duration.ofSeconds(dice.nextInt(30)));
        if (dice.nextInt(8) == 0) {
          server.forgetBegun();
        }
        if (dice.nextInt(5) == 0) {
          uploads = uploads();
        }
      }
      assertArrived(recorded);
    }
  }
}
