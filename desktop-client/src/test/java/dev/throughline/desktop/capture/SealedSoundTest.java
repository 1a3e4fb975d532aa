package dev.throughline.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.model.recording.RecordingState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedSoundTest extends CaptureFixture {
  @Test
  void whatWasAppendedIsReadAgainOverSegmentsAndPauses() throws Exception {
    byte[] sound = sound(20_050);
    try (SoundWriter writer = begin()) {
      writer.append(sound, 0, 9_030 * 2);
      writer.pause(STARTED_AT + 1);
      writer.resume(STARTED_AT + 2);
      writer.append(sound, 9_030 * 2, 11_020 * 2);
      assertThat(writer.safeFrames()).isEqualTo(20_050);
      writer.end();
    }
    try (SealedSound read = open()) {
      assertThat(read.form()).isEqualTo(FORM);
      assertThat(read.frames()).isEqualTo(20_050);
      assertThat(all(read)).isEqualTo(sound);
    }
    assertThat(repair())
        .isEqualTo(new Repaired.Whole(ID, RecordingState.STOPPED, FORM, 20_050, STARTED_AT));
  }

  @Test
  void anyFrameIsFoundAtOnce() throws Exception {
    byte[] sound = sound(20_000);
    try (SoundWriter writer = begin()) {
      writer.append(sound, 0, sound.length);
      writer.end();
    }
    try (SealedSound read = open()) {
      byte[] two = new byte[4];
      for (int frame : new int[] {19_998, 0, 7_999, 8_000, 99, 15_999}) {
        assertThat(read.read(frame, two)).isEqualTo(2);
        assertThat(two).isEqualTo(Arrays.copyOfRange(sound, frame * 2, frame * 2 + 4));
      }
      assertThat(read.read(19_999, two)).isEqualTo(1);
      assertThat(read.read(20_000, two)).isZero();
    }
  }

  @Test
  void twoReadersFollowWhileItGrowsAndSeeOnlyWhatIsSafe() throws Exception {
    byte[] sound = sound(17_000);
    try (SoundWriter writer = begin();
        SealedSound one = follow(writer);
        SealedSound other = follow(writer)) {
      byte[] into = new byte[sound.length];
      for (int at = 0; at < sound.length; at += 1_000) {
        assertThat(one.read(at / 2, into)).isZero();
        // Every fifth time it is no full slot, so that the segment ends there.
        int length = at % 5_000 == 0 ? 990 : 1_000;
        writer.append(sound, at, length);
        if (length < 1_000) {
          writer.append(sound, at + length, 1_000 - length);
        }
        assertThat(one.read(at / 2, into)).isEqualTo(500);
        assertThat(Arrays.copyOf(into, 1_000)).isEqualTo(Arrays.copyOfRange(sound, at, at + 1_000));
        assertThat(other.frames()).isEqualTo(writer.safeFrames());
      }
      assertThat(all(other)).isEqualTo(sound);
    }
  }

  @Test
  void noSoundStandsInPlainOnDisk() throws Exception {
    byte[] sound = sound(9_000);
    try (SoundWriter writer = begin()) {
      writer.append(sound, 0, sound.length);
      for (Path file : files()) {
        assertThat(holdsAnyOf(Files.readAllBytes(file), sound)).as(file.toString()).isFalse();
      }
      writer.end();
    }
    for (Path file : files()) {
      assertThat(holdsAnyOf(Files.readAllBytes(file), sound)).as(file.toString()).isFalse();
    }
  }

  @Test
  void anotherSecretOpensNothingAndIsNotTakenForDamage() throws Exception {
    try (SoundWriter writer = begin()) {
      writer.append(sound(500), 0, 1_000);
      writer.end();
    }
    byte[] foreign = SECRET.clone();
    foreign[3] ^= 1;
    try (SealedSound read = SealedSound.open(new SystemDisk(), folder(), foreign)) {
      assertThatThrownBy(() -> read.withSilence().read(0, new byte[10]))
          .isInstanceOfSatisfying(
              UnreadableSound.class,
              e -> assertThat(e.why()).isEqualTo(UnreadableSound.Why.FOREIGN_KEY));
    }
  }

  @Test
  void theSameSoundIsSealedOtherwiseEachTime() throws Exception {
    byte[] silence = new byte[SLOT * 80];
    try (SoundWriter writer = begin()) {
      writer.append(silence, 0, silence.length);
      writer.append(silence, 0, silence.length);
      writer.end();
    }
    List<Path> segments =
        files().stream().filter(file -> file.toString().endsWith(".sound")).toList();
    assertThat(segments).hasSize(2);
    byte[] first = Files.readAllBytes(segments.getFirst());
    byte[] second = Files.readAllBytes(segments.getLast());
    assertThat(holdsAnyOf(first, Arrays.copyOfRange(second, 100, second.length))).isFalse();
    assertThat(holdsAnyOf(first, Arrays.copyOfRange(first, 100, 300))).isTrue();
  }

  private SealedSound follow(SoundWriter writer) throws Exception {
    return SealedSound.follow(new SystemDisk(), folder(), SECRET, writer::safeFrames);
  }

  private List<Path> files() throws Exception {
    return new SystemDisk().list(folder());
  }

  /** Whether any eight bytes in a row, at steps of eight, stand in the file. */
  private static boolean holdsAnyOf(byte[] file, byte[] sound) {
    String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    for (int at = 0; at + 8 <= sound.length; at += 8) {
      String part = new String(sound, at, 8, java.nio.charset.StandardCharsets.ISO_8859_1);
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
