package dev.throughline.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.SystemDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The disk is full at any byte: all before is safe, and the recording can be ended in order. */
class QuotaTest extends CaptureFixture {
  private static final int BATCH = 4 * SLOT;

  @Test
  void whereverTheDiskIsFullTheRecordingEndsInOrderWithAllThatWasSafe() throws Exception {
    byte[] sound = sound(17_000);
    // Only what grows can be refused: log and segments are allocated in steps.
    for (long quota = 60_000; quota < 140_000; quota += 1_731) {
      Quota disk = new Quota(quota);
      long safe = record(disk, sound);
      if (disk.hasBegun) {
        assertThat(repair()).isInstanceOf(Repaired.Whole.class);
        try (SealedSound read = open()) {
          assertThat(read.frames()).isEqualTo(safe);
          assertThat(all(read)).isEqualTo(Arrays.copyOf(sound, (int) safe * 2));
        }
        assertThat(safe).isIn(0L, 8_000L, 16_000L, 17_000L);
      }
      deleteAll();
    }
  }

  @Test
  void whatDidNotFindSpaceIsWrittenOnceThereIsSome() throws Exception {
    byte[] sound = sound(17_000);
    Quota disk = new Quota(90_000);
    try (SoundWriter writer = begin(new WatchedDisk(new SystemDisk(), disk))) {
      int refused = 0;
      while (writer.safeFrames() < 17_000) {
        int from = (int) writer.safeFrames() * 2;
        try {
          writer.append(sound, from, sound.length - from);
        } catch (IOException _) {
          refused++;
          disk.left += 9_000;
        }
      }
      assertThat(refused).isGreaterThan(2);
      writer.end();
    }
    assertThat(repair()).isInstanceOf(Repaired.Whole.class);
    try (SealedSound read = open()) {
      assertThat(all(read)).isEqualTo(sound);
    }
  }

  private long record(Quota disk, byte[] sound) throws IOException {
    try (SoundWriter writer = begin(new WatchedDisk(new SystemDisk(), disk))) {
      disk.hasBegun = true;
      try {
        for (int at = 0; at < sound.length; at += BATCH) {
          writer.append(sound, at, Math.min(BATCH, sound.length - at));
        }
      } catch (IOException _) {
        assertThat(writer.safeFrames()).isLessThan(17_000);
      }
      writer.end();
      return writer.safeFrames();
    } catch (IOException e) {
      assertThat(disk.hasBegun).as(e.toString()).isFalse();
      return 0;
    }
  }

  private void deleteAll() throws IOException {
    for (Path file : new SystemDisk().list(folder())) {
      Files.delete(file);
    }
  }

  /** A disk with so many bytes left; deleting is not counted. */
  private static final class Quota implements WatchedDisk.Guard {
    private long left;
    private boolean hasBegun;

    Quota(long left) {
      this.left = left;
    }

    @Override
    public void before(String step, long grows) throws IOException {
      if (grows > left) {
        throw new IOException("no space left on device");
      }
      left -= Math.max(0, grows);
    }
  }
}
