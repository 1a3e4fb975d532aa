package dev.throughline.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.RecordingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SoundRepairTest extends CaptureFixture {
  private static final int BATCH = 4 * SLOT;

  @Test
  void killedBetweenAnyTwoStepsItKeepsAllThatWasSafe() throws Exception {
    byte[] sound = sound(9_000);
    boolean isKilled = true;
    int steps = 0;
    while (isKilled) {
      Files.createDirectories(temp.resolve("recordings"));
      StepGuard guard = new StepGuard(steps++);
      long safe = record(new WatchedDisk(new SystemDisk(), guard), sound);
      isKilled = guard.isOver();
      keeps(sound, safe, "killed after " + (steps - 1));
      // The folder is needed empty again.
      deleteAll();
    }
    assertThat(steps).isGreaterThan(120);
  }

  @Test
  void killedBetweenAnyTwoStepsOfARepairTheNextOneEndsTheSame() throws Exception {
    byte[] sound = sound(9_000);
    boolean isKilled = true;
    for (int steps = 0; isKilled; steps++) {
      try (SoundWriter writer = begin()) {
        writer.append(sound, 0, sound.length);
      }
      Files.write(folder().resolve("segment.new"), new byte[9]);
      StepGuard guard = new StepGuard(steps);
      Repaired first = new SoundRepair(new WatchedDisk(new SystemDisk(), guard)).one(folder());
      isKilled = guard.isOver();
      if (isKilled && steps < 3) {
        assertThat(first).isInstanceOf(Repaired.NotNow.class);
      }
      keeps(sound, 9_000, "killed after " + steps);
      deleteAll();
    }
  }

  @Test
  void aRepairTouchesNoSegmentAndASecondOneChangesNothing() throws Exception {
    try (SoundWriter writer = begin()) {
      writer.append(sound(9_000), 0, 18_000);
    }
    FileTime longAgo = FileTime.fromMillis(STARTED_AT);
    for (Path file : new SystemDisk().list(folder())) {
      Files.setLastModifiedTime(file, longAgo);
    }
    Repaired first = repair();
    assertThat(first).isEqualTo(new Repaired.Recovered(ID, FORM, 9_000, STARTED_AT, List.of()));
    Map<String, byte[]> after = content();
    assertThat(repair())
        .isEqualTo(new Repaired.Whole(ID, RecordingState.RECOVERED, FORM, 9_000, STARTED_AT));
    assertThat(content()).usingRecursiveComparison().isEqualTo(after);
    assertThat(Files.getLastModifiedTime(segment(1))).isEqualTo(longAgo);
    assertThat(Files.getLastModifiedTime(segment(2))).isEqualTo(longAgo);
  }

  @Test
  void aFlippedByteIsNamedAndTheRestStaysReadable() throws Exception {
    byte[] sound = sound(9_000);
    try (SoundWriter writer = begin()) {
      writer.append(sound, 0, sound.length);
    }
    flip(segment(1), SegmentHeader.BYTES + 30 * 224 + 50);
    assertThat(repair())
        .isEqualTo(
            new Repaired.Recovered(ID, FORM, 9_000, STARTED_AT, List.of(new Span(3_000, 3_100))));
    byte[] mended = sound.clone();
    Arrays.fill(mended, 6_000, 6_200, (byte) 0);
    try (SealedSound strict = open();
        SealedSound read = strict.withSilence()) {
      assertThat(all(read)).isEqualTo(mended);
      assertThat(strict.read(2_900, new byte[200])).isEqualTo(100);
      assertThat(strict.read(3_100, new byte[200])).isEqualTo(100);
      assertThat(refused(strict, 3_050)).isEqualTo(new Span(3_050, 3_100));
    }
  }

  @Test
  void damageIsFoundAfterTheEndToo() throws Exception {
    try (SoundWriter writer = begin()) {
      writer.append(sound(9_000), 0, 18_000);
      writer.end();
    }
    assertThat(new SoundRepair(new SystemDisk()).damaged(folder())).isEmpty();
    flip(segment(2), Files.size(segment(2)) - 1);
    assertThat(new SoundRepair(new SystemDisk()).damaged(folder()))
        .containsExactly(new Span(8_900, 9_000));
    Files.delete(segment(1));
    assertThat(new SoundRepair(new SystemDisk()).damaged(folder()))
        .containsExactly(new Span(0, 8_000), new Span(8_900, 9_000));
  }

  @Test
  void aDamagedHeaderCostsNothing() throws Exception {
    byte[] sound = sound(9_000);
    try (SoundWriter writer = begin()) {
      writer.append(sound, 0, sound.length);
    }
    for (int at = 0; at < SegmentHeader.BYTES; at++) {
      flip(segment(1), at);
    }
    keeps(sound, 9_000, "header gone");
  }

  @Test
  void withoutItsLogARecordingIsReadFromItsSegments() throws Exception {
    byte[] sound = sound(9_000);
    for (byte[] log : hostileLogs()) {
      try (SoundWriter writer = begin()) {
        writer.append(sound, 0, sound.length);
      }
      Files.write(folder().resolve("sound.log"), log);
      Repaired repaired = repair();
      assertThat(repaired).isEqualTo(new Repaired.Recovered(ID, FORM, 9_000, 0, List.of()));
      try (SealedSound read = open()) {
        assertThat(all(read)).isEqualTo(sound);
      }
      deleteAll();
    }
  }

  @Test
  void aFlippedByteAnywhereInTheLogCostsNothing() throws Exception {
    byte[] sound = sound(8_500);
    try (SoundWriter writer = begin()) {
      writer.append(sound, 0, sound.length);
    }
    byte[] log = Files.readAllBytes(folder().resolve("sound.log"));
    int length = new String(log, java.nio.charset.StandardCharsets.US_ASCII).indexOf('\0');
    for (int at = 0; at < length; at += 3) {
      byte[] bad = log.clone();
      bad[at] ^= 0x11;
      Files.write(folder().resolve("sound.log"), bad);
      keeps(sound, 8_500, "flipped " + at);
    }
  }

  @Test
  void allRecordingsOfAFolderAreLookedAtAndOneThatCannotBeReadHoldsUpNoOther() throws Exception {
    try (SoundWriter writer = begin()) {
      writer.append(sound(100), 0, 200);
    }
    Path recordings = temp.resolve("recordings");
    RecordId empty = new RecordId(new UUID(3, 4));
    Files.createDirectories(recordings.resolve(empty.toString()));
    Files.createDirectories(recordings.resolve("notes"));
    RecordId file = new RecordId(new UUID(9, 9));
    Files.write(recordings.resolve(file.toString()), new byte[3]);
    assertThat(new SoundRepair(new SystemDisk()).all(recordings))
        .hasSize(3)
        .contains(
            new Repaired.Nothing(empty.toString()),
            new Repaired.Recovered(ID, FORM, 100, STARTED_AT, List.of()))
        .hasAtLeastOneElementOfType(Repaired.NotNow.class);
  }

  private List<byte[]> hostileLogs() {
    byte[] random = sound(4_000);
    SoundEntry huge = new SoundEntry.Begun(ID, new PcmForm(192_000, 8), 1);
    byte[] unnumbered = SoundLog.line(7, huge);
    return List.of(
        new byte[0],
        new byte[70_000],
        random,
        new byte[] {10, 10, 10},
        unnumbered,
        new byte[] {120});
  }

  /** Repairs, and asks that everything safe is there and nothing that was never recorded. */
  private void keeps(byte[] sound, long safe, String when) throws IOException {
    Repaired repaired = repair();
    switch (repaired) {
      case Repaired.Recovered recovered -> {
        assertThat(recovered.damaged()).as(when).isEmpty();
        assertThat(recovered.frames()).as(when).isGreaterThanOrEqualTo(safe);
      }
      case Repaired.Whole whole -> assertThat(whole.millis()).as(when).isEqualTo(22_500);
      case Repaired.Nothing _ -> assertThat(safe).as(when).isZero();
      case Repaired.NotNow notNow -> assertThat(safe + notNow.reason()).as(when).startsWith("0");
    }
    if (safe > 0) {
      try (SealedSound read = open()) {
        byte[] found = all(read);
        assertThat(found).as(when).isEqualTo(Arrays.copyOf(sound, found.length));
        assertThat(found.length).as(when).isGreaterThanOrEqualTo((int) safe * 2);
      }
    }
  }

  /** Records until it is done or killed; answers what had been announced as safe. */
  private long record(Disk disk, byte[] sound) throws IOException {
    long safe = 0;
    try (SoundWriter writer = begin(disk)) {
      for (int at = 0; at < sound.length; at += BATCH) {
        writer.append(sound, at, Math.min(BATCH, sound.length - at));
        safe = writer.safeFrames();
      }
      writer.end();
    } catch (IOException | UncheckedIOException _) {
      return safe;
    }
    return safe;
  }

  private static Span refused(SealedSound read, long frame) throws IOException {
    try {
      read.read(frame, new byte[20]);
      throw new AssertionError("it was read");
    } catch (UnreadableSound e) {
      return e.where();
    }
  }

  private Path segment(int number) {
    return new SoundFolder(new SystemDisk(), folder()).segment(number);
  }

  private Map<String, byte[]> content() throws IOException {
    Map<String, byte[]> content = new TreeMap<>();
    for (Path file : new SystemDisk().list(folder())) {
      content.put(file.toString(), Files.readAllBytes(file));
    }
    return content;
  }

  private void deleteAll() throws IOException {
    if (Files.exists(folder())) {
      for (Path file : new SystemDisk().list(folder())) {
        Files.delete(file);
      }
      Files.delete(folder());
    }
  }

  private static void flip(Path file, long at) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, at);
      channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 0x20)}), at);
    }
  }
}
