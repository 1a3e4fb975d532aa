package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.capture.SealedSound;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever step was the last one before the power went, the next start goes on from there. */
class KilledTest extends BlobFixture {
  private static final int STEPS_MAX = 60;

  private Originals originals(Disk on) {
    return new Originals(on, folders(), book(), Growing.NONE);
  }

  @Test
  void makingAndSendingASmallCopyAndAnOriginalGoesOnAfterEveryStep() throws Exception {
    byte[] sound = sound(40_000);
    boolean wasKilled = true;
    for (int steps = 0; wasKilled; steps++) {
      Begun recorded = recorded(sound);
      StepDisk killed = new StepDisk(disk, steps);
      work(originals(killed));
      wasKilled = killed.isOver();
      work(originals(disk));
      BlobKey original = original(recorded);
      assertThat(opened(original, recorded.secret(), server.bytes(original))).isEqualTo(sound);
      Recording record = record(recorded.id());
      assertThat(record.original()).as("after %d", steps).hasSize(64);
      assertThat(record.proxy()).as("after %d", steps).hasSize(64);
      assertThat(originals(disk).own(original).isVerified(record.original())).isTrue();
      assertThat(steps).isLessThan(STEPS_MAX);
    }
  }

  private void work(Originals originals) {
    new Proxies(originals).makeNext();
    Uploads uploads = new Uploads(originals, time, time, () -> {});
    for (int i = 0; i < 8; i++) {
      uploads.round(server);
      time.pass(Duration.ofSeconds(5));
    }
  }

  @Test
  void lettingGoLeavesAWholeCopyHereOrNone() throws Exception {
    byte[] sound = sound(40_000);
    boolean wasKilled = true;
    for (int steps = 0; wasKilled; steps++) {
      Begun recorded = recorded(sound);
      work(originals(disk));
      StepDisk killed = new StepDisk(disk, steps);
      Recording record = record(recorded.id());
      new Dropping(originals(killed)).drop(record, Optional.of(server));
      wasKilled = killed.isOver();
      Path folder = originals(disk).folder(recorded.id());
      if (Files.isDirectory(folder)) {
        try (SealedSound here = SealedSound.open(disk, folder, recorded.secret())) {
          byte[] read = new byte[sound.length];
          assertThat(here.read(0, read)).isEqualTo(sound.length / FORM.frameBytes());
          assertThat(read).isEqualTo(sound);
        }
      }
      new Dropping(originals(disk)).sweep();
      assertThat(disk.list(folders().recordings()))
          .allMatch(path -> !path.getFileName().toString().startsWith("gone-"));
      assertThat(steps).isLessThan(STEPS_MAX);
    }
  }

  @Test
  void whatWasCachedWhenThePowerWentIsWholeOrNotThere() throws Exception {
    byte[] sound = sound(40_000);
    Begun recorded = recorded(sound);
    work(originals(disk));
    BlobKey key = original(recorded);
    boolean wasKilled = true;
    for (int steps = 0; wasKilled; steps++) {
      StepDisk killed = new StepDisk(disk, steps);
      assertThat(read(killed, recorded)).as("after %d", steps).isIn(0, sound.length);
      wasKilled = killed.isOver();
      assertThat(read(disk, recorded)).isEqualTo(sound.length);
      new PartFolder(disk, folders().cache().resolve(key.folderName())).deleteParts();
      Files.deleteIfExists(folders().cache().resolve(key.folderName()).resolve("manifest"));
      assertThat(steps).isLessThan(STEPS_MAX);
    }
  }

  /** How many bytes could be read; 0 when the disk refused before. */
  private int read(Disk on, Begun recorded) {
    try {
      PartCache cache =
          PartCache.open(
              on, folders().cache(), new BlobLimits(1L << 30, 1L << 30, 0, Duration.ZERO));
      Fetcher fetcher = new Fetcher(book(), cache, () -> Optional.of(server), time, _ -> {});
      Wanted wanted =
          fetcher.wanted(record(recorded.id()), BlobRole.ORIGINAL, Duration.ZERO).orElseThrow();
      return fetcher.content(wanted, 0, Duration.ZERO).length;
    } catch (IOException _) {
      return 0;
    }
  }
}
