package dev.throughline.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.blob.PartCipher;
import dev.throughline.model.signing.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoundPartsTest extends CaptureFixture {
  /** Three channels, so that parts end within frames. */
  private static final PcmForm WIDE = new PcmForm(96_000, 3);

  private static final PartCipher CIPHER = PartCipher.of(SECRET, ID, "original");

  @Test
  void partsAreCutFromTheSamplesAndStayTheSameWhileItGrows() throws Exception {
    byte[] sound = new byte[WIDE.frameBytes() * 1_400_000];
    new Random(1).nextBytes(sound);
    Growing growing = new Growing(sound);
    SoundParts parts = new SoundParts(growing, CIPHER);
    growing.frames = 1_398_098;
    assertThat(parts.full()).isZero();
    growing.frames++;
    assertThat(parts.full()).isEqualTo(1);
    byte[] early = parts.part(0);
    growing.frames = 1_400_000;
    assertThat(parts.full()).isEqualTo(1);
    assertThat(parts.all()).isEqualTo(2);
    byte[] late = parts.part(1);
    BlobManifest manifest = parts.manifest();
    assertThat(manifest).isEqualTo(parts.manifest(List.of(Sha256.hex(early), Sha256.hex(late))));
    assertThat(manifest.size()).isEqualTo(sound.length + 32L);
    assertThat(early).hasSize(manifest.length(0));
    assertThat(late).hasSize(manifest.length(1));
    assertThat(CIPHER.open(1, late))
        .contains(Arrays.copyOfRange(sound, PartCipher.CONTENT_BYTES, sound.length));
    assertThatThrownBy(() -> parts.part(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aRecordingIsSentAsItWasSpokenWhileItGrowsAndAfterARepair() throws Exception {
    byte[] sound = sound(9_000);
    byte[] growing;
    try (SoundWriter writer = begin()) {
      writer.append(sound, 0, sound.length);
      try (SealedSound read =
          SealedSound.follow(new SystemDisk(), folder(), SECRET, writer::safeFrames)) {
        growing = new SoundParts(read, CIPHER).part(0);
      }
    }
    repair();
    try (SealedSound read = open()) {
      assertThat(new SoundParts(read, CIPHER).part(0)).isEqualTo(growing);
      assertThat(CIPHER.open(0, growing)).contains(sound);
    }
  }

  /** Sound in memory of which more and more can be read. */
  private static final class Growing implements PcmReader {
    private final byte[] sound;
    private long frames;

    Growing(byte[] sound) {
      this.sound = sound;
    }

    @Override
    public PcmForm form() {
      return WIDE;
    }

    @Override
    public long frames() {
      return frames;
    }

    @Override
    public int read(long frame, byte[] into) {
      int count = (int) Math.min(into.length / WIDE.frameBytes(), frames - frame);
      System.arraycopy(sound, (int) frame * WIDE.frameBytes(), into, 0, count * WIDE.frameBytes());
      return count;
    }

    @Override
    public void close() {}
  }

  @Test
  void aRecordingWithoutSoundHasNoPart() throws Exception {
    try (SoundWriter writer = begin()) {
      writer.end();
    }
    try (SealedSound read = open()) {
      SoundParts parts = new SoundParts(read, CIPHER);
      assertThat(parts.all()).isZero();
      assertThat(parts.manifest().parts()).isEmpty();
    }
  }

  @Test
  void aPartWithDamagedSoundIsRefused() throws Exception {
    try (SoundWriter writer = begin()) {
      writer.append(sound(9_000), 0, 18_000);
      writer.end();
    }
    java.nio.file.Files.delete(new SoundFolder(new SystemDisk(), folder()).segment(2));
    try (SealedSound read = open()) {
      assertThatThrownBy(() -> new SoundParts(read, CIPHER).part(0))
          .isInstanceOf(UnreadableSound.class);
    }
  }
}
