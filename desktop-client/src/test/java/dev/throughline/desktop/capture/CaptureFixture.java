package dev.throughline.desktop.capture;

import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.model.id.RecordId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** A recording in small: slots of 100 frames, so that a segment has 8,000. */
abstract class CaptureFixture {
  static final PcmForm FORM = new PcmForm(400, 1);
  static final RecordId ID = new RecordId(new UUID(0x0190_0000_0000_7000L, 7));
  static final byte[] SECRET = new byte[32];
  static final int SLOT = 200;
  static final long STARTED_AT = 1_764_000_000_000L;

  static {
    Arrays.fill(SECRET, (byte) 5);
  }

  @TempDir Path temp;

  Path folder() {
    return temp.resolve("recordings").resolve(ID.toString());
  }

  /** Sound that is the same for everyone. */
  static byte[] sound(int frames) {
    byte[] sound = new byte[frames * FORM.frameBytes()];
    new Random(7).nextBytes(sound);
    return sound;
  }

  SoundWriter begin() throws IOException {
    return begin(new SystemDisk());
  }

  SoundWriter begin(Disk disk) throws IOException {
    return SoundWriter.create(disk, folder(), ID, FORM, SECRET, new SecureRandom(), STARTED_AT);
  }

  SealedSound open() throws IOException {
    return SealedSound.open(new SystemDisk(), folder(), SECRET);
  }

  Repaired repair() {
    return new SoundRepair(new SystemDisk()).one(folder());
  }

  /** All that can be read, in steps that fit nothing. */
  static byte[] all(PcmReader reader) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] step = new byte[334];
    long frame = 0;
    for (int count = reader.read(0, step); count > 0; count = reader.read(frame, step)) {
      all.write(step, 0, count * reader.form().frameBytes());
      frame += count;
    }
    return all.toByteArray();
  }
}
