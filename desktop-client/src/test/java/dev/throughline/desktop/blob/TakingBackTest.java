package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.Disk;
import dev.throughline.model.recording.Recording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sound that is taken back in is all there or not at all. */
class TakingBackTest extends BlobFixture {
  private SoundFiles files(Disk with) {
    return new SoundFiles(parts(with));
  }

  private BlobParts parts(Disk with) {
    return new BlobParts(
        desk.ledger(),
        with,
        folders(),
        _ -> Optional.empty(),
        BlobLimits.USUAL,
        time,
        time,
        new SecureRandom(),
        new Random(1));
  }

  private byte[] file(Recording recording) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SoundFile.Here here = (SoundFile.Here) files(disk).of(recording);
    here.writing().write(out);
    return out.toByteArray();
  }

  private void remove(Recording recording) throws IOException {
    Leftovers.delete(disk, folders().recordings().resolve(recording.id().toString()));
  }

  private TakenBack take(Disk with, Recording recording, byte[] file) throws IOException {
    return files(with).takeBack(recording, new ByteArrayInputStream(file), () -> true);
  }

  @Test
  void anythingButItsOwnSoundIsRefused() throws IOException {
    Begun begun = recorded(sound(40_000));
    byte[] file = file(record(begun.id()));
    Uploads uploads =
        new Uploads(
            new Originals(disk, folders(), book(), _ -> Optional.empty()), time, time, () -> {});
    run(uploads, 20);
    Recording sent = record(begun.id());
    assertThat(sent.original()).isNotEmpty();
    remove(sent);
    byte[] other = file.clone();
    other[other.length - 1] ^= 1;
    assertThat(take(disk, sent, other)).isEqualTo(new TakenBack.Refused(TakenBack.Why.OTHER_SOUND));
    assertThat(take(disk, sent, new byte[100]))
        .isEqualTo(new TakenBack.Refused(TakenBack.Why.NO_SOUND));
    assertThat(files(disk).takeBack(sent, new ByteArrayInputStream(file), () -> false))
        .isEqualTo(new TakenBack.Refused(TakenBack.Why.CHANGED));
    assertThat(take(disk, sent, file)).isEqualTo(new TakenBack.In());
    assertThat(take(disk, sent, file)).isEqualTo(new TakenBack.Here());
    assertThat(file(sent)).isEqualTo(file);
  }

  @Test
  void aDiskThatFailsAtAnyStepLeavesNothingThatPassesForTheWhole() throws IOException {
    Recording recording = record(recorded(sound(40_000)).id());
    byte[] file = file(recording);
    int refused = 0;
    for (int steps = 0; ; steps++) {
      remove(recording);
      StepDisk failing = new StepDisk(disk, steps);
      try {
        take(failing, recording, file);
      } catch (IOException _) {
        refused++;
      }
      if (files(disk).of(recording) instanceof SoundFile.Here) {
        assertThat(file(recording)).isEqualTo(file);
      }
      Leftovers.sweep(parts(disk));
      try (Stream<Path> left = Files.list(folders().recordings())) {
        assertThat(left.map(path -> path.getFileName().toString()))
            .isSubsetOf(List.of(recording.id().toString()));
      }
      if (!failing.isOver()) {
        break;
      }
    }
    assertThat(refused).isPositive();
  }
}
