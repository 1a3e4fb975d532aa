package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.recording.Recordings;
import dev.throughline.desktop.store.Desk;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.recording.RecordingState;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One recording in trouble holds up no other, and loses nothing itself. */
class UploadTroubleTest extends BlobFixture {
  /** One that the server has trouble with keeps no other waiting. */
  @Test
  void aRecordingNobodyAnswersForHoldsUpNoOther() throws Exception {
    byte[] sound = sound(PART + 4_000);
    List<Begun> all = List.of(recorded(sound), recorded(sound), recorded(sound));
    for (Begun unlucky : all) {
      FakeServer fresh = new FakeServer();
      fresh.unanswered = Optional.of(unlucky.id());
      sendAll(fresh);
      for (Begun each : all) {
        assertThat(fresh.has(original(each))).isEqualTo(!each.id().equals(unlucky.id()));
      }
      fresh.unanswered = Optional.empty();
      sendAll(fresh);
      assertThat(fresh.has(original(unlucky))).as("it is tried again").isTrue();
      for (Begun each : all) {
        Files.deleteIfExists(originals().own(original(each)).path().resolve("verified"));
      }
    }
  }

  /** Whatever is wrong with the files of one. */
  @Test
  void whatCannotBeReadOfOneHoldsUpNoOther() throws Exception {
    Begun unread = recorded(sound(40_000));
    Begun wrong = recorded(sound(2 * PART + 4_000));
    Begun well = recorded(sound(50_000));
    Files.createDirectories(
        originals().own(original(unread)).path().resolve("manifest").resolve("x"));
    originals().own(original(wrong)).write(new BlobManifest(10, List.of("0".repeat(64))));
    run(uploads(), 20);
    assertThat(server.has(original(well))).isTrue();
  }

  /** A colleague may write so, or a history that is put back. */
  @Test
  void aRecordThatSaysItIsOverWhileItIsRecordedLosesNothing() throws Exception {
    byte[] sound = sound(PART + 400_000);
    Begun begun = begin(FORM);
    live = Optional.of(begun);
    Uploads uploads = uploads();
    int first = PART / 2 / FORM.frameBytes() * FORM.frameBytes();
    begun.writer().append(sound, 0, first);
    Desk.save(desk, Recordings.ended(begun.id(), RecordingState.STOPPED, 1_000));
    uploads.lookAgain();
    run(uploads, 5);
    assertThat(server.has(original(begun))).isFalse();
    begun.writer().append(sound, first, sound.length - first);
    live = Optional.empty();
    end(begun);
    uploads.lookAgain();
    run(uploads, 20);
    assertArrived(begun, sound);
  }

  @Test
  void whatTheServerLosesLaterIsSentAgain() throws Exception {
    byte[] sound = sound(40_000);
    Begun recorded = recorded(sound);
    Uploads uploads = uploads();
    run(uploads, 10);
    server.damage(original(recorded));
    time.pass(Duration.ofHours(25));
    run(uploads, 20);
    assertThat(uploads.find(original(recorded)).orElseThrow().state())
        .isEqualTo(new BlobState.OnServer());
    assertArrived(recorded, sound);
    FakeServer restored = new FakeServer();
    Uploads next = uploads();
    for (int i = 0; i < 10; i++) {
      next.round(restored);
      time.pass(Duration.ofSeconds(10));
    }
    assertThat(restored.has(original(recorded))).as("put back to an earlier day").isTrue();
  }
}
