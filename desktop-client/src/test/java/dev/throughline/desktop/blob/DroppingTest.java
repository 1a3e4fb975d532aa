package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.blob.FakeServer.Fate;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.signing.Sha256;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The copy here goes only when the server has said, of this very blob, that it is whole there. */
class DroppingTest extends BlobFixture {
  private Dropped drop(Begun begun) {
    return new Dropping(originals()).drop(record(begun.id()), Optional.of(server));
  }

  private boolean isHere(Begun begun) {
    return Files.isDirectory(folders().recordings().resolve(begun.id().toString()));
  }

  private Begun sent() throws Exception {
    Begun recorded = recorded(sound(40_000));
    run(new Uploads(originals(), time, time, () -> {}), 20);
    return recorded;
  }

  @Test
  void whatWasNeverSentStays() throws Exception {
    Begun recorded = recorded(sound(40_000));
    assertThat(drop(recorded)).isEqualTo(new Dropped.Kept(Dropped.Why.NOT_VERIFIED));
    assertThat(isHere(recorded)).isTrue();
  }

  @Test
  void whatIsMadeNowStays() throws Exception {
    Begun begun = begin(FORM);
    assertThat(drop(begun)).isEqualTo(new Dropped.Kept(Dropped.Why.NOT_OVER));
    assertThat(isHere(begun)).isTrue();
    begun.writer().close();
  }

  @Test
  void whatArrivedAndWasNotReadBackStays() throws Exception {
    server.verifies = false;
    Begun recorded = recorded(sound(40_000));
    new Uploads(originals(), time, time, () -> {}).round(server);
    assertThat(record(recorded.id()).original()).isNotEmpty();
    assertThat(drop(recorded)).isEqualTo(new Dropped.Kept(Dropped.Why.NOT_VERIFIED));
    assertThat(isHere(recorded)).isTrue();
  }

  @Test
  void aServerThatVerifiedSomethingElseDoesNotCount() throws Exception {
    Begun recorded = sent();
    byte[] other = new byte[100];
    server.put(original(recorded), new BlobManifest(100, List.of(Sha256.hex(other))), other);
    assertThat(drop(recorded)).isEqualTo(new Dropped.Kept(Dropped.Why.NOT_VERIFIED));
    assertThat(isHere(recorded)).isTrue();
  }

  @Test
  void whatTheServerLostSinceStays() throws Exception {
    Begun recorded = sent();
    server.damage(original(recorded));
    assertThat(drop(recorded)).isEqualTo(new Dropped.Kept(Dropped.Why.NOT_VERIFIED));
    server.weather = _ -> Fate.CUT_AFTER;
    assertThat(drop(recorded)).isEqualTo(new Dropped.Kept(Dropped.Why.AWAY));
    assertThat(isHere(recorded)).isTrue();
  }

  @Test
  void whatTheServerHasForCertainGoesWhole() throws Exception {
    Begun recorded = sent();
    assertThat(drop(recorded)).isEqualTo(new Dropped.Gone());
    assertThat(isHere(recorded)).isFalse();
    assertThat(disk.list(folders().recordings())).isEmpty();
    assertThat(drop(recorded)).isEqualTo(new Dropped.Gone());
  }
}
