package dev.throughline.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.blob.PartCipher;
import dev.throughline.model.signing.Sha256;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoundPartsTest extends CaptureFixture {
  /** Three channels, so that parts end within frames. */
  private static final PcmForm WIDE = new PcmForm(96_000, 3);

  private static final PartCipher CIPHER = PartCipher.of(SECRET, ID, "original");

  @Test
  void partsAreCutFromTheSamplesAndStayTheSameWhileItGrows() throws Exception {
    byte[] sound = new byte[WIDE.frameBytes() * 3_000_000];
    new Random(1).nextBytes(sound);
    int half = sound.length / 12 * 6;
    List<byte[]> early = new ArrayList<>();
    try (SoundWriter writer =
        SoundWriter.create(new SystemDisk(), folder(), ID, WIDE, SECRET, new SecureRandom(), 1)) {
      writer.append(sound, 0, half);
      try (SealedSound growing =
          SealedSound.follow(new SystemDisk(), folder(), SECRET, writer::safeFrames)) {
        SoundParts parts = new SoundParts(growing, CIPHER);
        assertThat(parts.full()).isEqualTo(1);
        early.add(parts.part(0));
        writer.append(sound, half, sound.length - half);
        assertThat(parts.full()).isEqualTo(2);
        early.add(parts.part(1));
      }
      writer.end();
    }
    try (SealedSound read = open()) {
      SoundParts parts = new SoundParts(read, CIPHER);
      assertThat(parts.all()).isEqualTo(3);
      BlobManifest manifest = parts.manifest();
      assertThat(manifest.size()).isEqualTo(sound.length + 48L);
      ByteArrayOutputStream opened = new ByteArrayOutputStream();
      for (int i = 0; i < 3; i++) {
        byte[] part = parts.part(i);
        assertThat(part).hasSize(manifest.length(i));
        assertThat(Sha256.hex(part)).isEqualTo(manifest.parts().get(i));
        opened.writeBytes(CIPHER.open(i, part).orElseThrow());
      }
      assertThat(opened.toByteArray()).isEqualTo(sound);
      assertThat(parts.part(0)).isEqualTo(early.get(0));
      assertThat(parts.part(1)).isEqualTo(early.get(1));
      assertThatThrownBy(() -> parts.part(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
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
