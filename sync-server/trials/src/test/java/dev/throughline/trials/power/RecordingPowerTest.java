package dev.throughline.trials.power;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.capture.Repaired;
import dev.throughline.desktop.capture.SealedSound;
import dev.throughline.desktop.capture.SoundRepair;
import dev.throughline.desktop.capture.SoundWriter;
import dev.throughline.desktop.capture.Span;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Cuts the power under recordings, and under the repairs that follow. */
class RecordingPowerTest {
  private static final PcmForm FORM = new PcmForm(4_000, 1);
  private static final RecordId ID = new RecordId(new UUID(1, 2));
  private static final Path FOLDER = Path.of("/recordings").resolve(ID.toString());
  private static final byte[] SECRET = new byte[32];

  /** Two segments and a bit; a batch of half a second. */
  private static final byte[] SOUND = new byte[45 * 8_000];

  private static final int BATCH = 4_000;
  private static final int CUTS = 400;

  private final Random random = new Random(17);

  @Test
  void whatWasSafeIsThereAfterAnyCutAsItWasSpoken() throws Exception {
    new Random(1).nextBytes(SOUND);
    for (int run = 0; run < CUTS; run++) {
      PowerDisk disk = PowerDisk.empty();
      disk.cutAfter(random.nextLong(1, 420));
      long safe = recordUntilCut(disk);
      disk = disk.afterCut(random);
      while (random.nextInt(3) == 0) {
        disk.cutAfter(random.nextLong(1, 8));
        new SoundRepair(disk).one(FOLDER);
        disk = disk.afterCut(random);
      }
      Repaired repaired = new SoundRepair(disk).one(FOLDER);
      if (safe > 0 || repaired instanceof Repaired.Recovered) {
        assertThat(found(disk, safe, run)).as("run %d", run).isGreaterThanOrEqualTo(safe);
      }
    }
  }

  /** Answers how many frames had been called safe. */
  private static long recordUntilCut(PowerDisk disk) throws IOException {
    long safe = 0;
    try (SoundWriter writer =
        SoundWriter.create(disk, FOLDER, ID, FORM, SECRET, new SecureRandom(), 1)) {
      for (int at = 0; at < SOUND.length; at += BATCH) {
        writer.append(SOUND, at, BATCH);
        safe = writer.safeFrames();
      }
      writer.end();
    } catch (PowerCut _) {
      return safe;
    }
    return safe;
  }

  private static long found(PowerDisk disk, long safe, int run) throws IOException {
    byte[] spoken = SOUND.clone();
    // Of a batch that was never forced, a later slot may have reached the disk before its
    // forerunner.
    for (Span hole : new SoundRepair(disk).damaged(FOLDER)) {
      assertThat(hole.from()).as("run %d", run).isGreaterThanOrEqualTo(safe);
      Arrays.fill(spoken, (int) hole.from() * 2, (int) hole.end() * 2, (byte) 0);
    }
    try (SealedSound strict = SealedSound.open(disk, FOLDER, SECRET);
        SealedSound read = strict.withSilence()) {
      byte[] found = new byte[SOUND.length];
      int bytes = read.read(0, found) * FORM.frameBytes();
      assertThat(Arrays.mismatch(found, 0, bytes, spoken, 0, bytes)).as("run %d", run).isNegative();
      return read.frames();
    }
  }
}
