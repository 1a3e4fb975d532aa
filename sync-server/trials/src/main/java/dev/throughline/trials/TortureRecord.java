package dev.throughline.trials;

import dev.throughline.desktop.capture.SealedSound;
import dev.throughline.desktop.capture.SpeechSignal;
import dev.throughline.desktop.platform.Pace;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Kills a recorder at random moments, now and then also the repair that follows. After it, without
 * anybody asking, every frame that was called safe must be there as it was spoken, and no more than
 * two seconds of what was taken up may be missing.
 */
final class TortureRecord {
  private static final int START_SECONDS_MAX = 60;
  private static final long LIFE_MILLIS_MAX = 5_000;
  private static final long REPAIR_MILLIS_MAX = 400;
  private static final long LOST_MILLIS_MAX = 2_000;

  /** What may be taken up between the last word of a process and its end. */
  private static final long UNTOLD_MILLIS_MAX = 500;

  /** Most speak as people do; some fast enough to fill several segments before they are killed. */
  private static final List<Integer> SPEEDS = List.of(1, 1, 20);

  private static final int STEP_FRAMES = 1 << 14;

  private final Path folder;
  private final RandomGenerator random;
  private long lostMillisMost;

  TortureRecord(Path folder, RandomGenerator random) {
    this.folder = folder;
    this.random = random;
  }

  /** One recording and what it was made from. */
  private record Run(Path recordings, RecordId recording, byte[] secret, long seed, int speed) {
    Path path() {
      return recordings.resolve(recording.toString());
    }
  }

  Verdict run(int runs) throws InterruptedException, IOException {
    Verdict total = Verdict.NONE;
    for (int number = 1; number <= runs; number++) {
      Path recordings = Files.createDirectories(folder.resolve("run-" + number));
      byte[] secret = new byte[32];
      random.nextBytes(secret);
      RecordId recording = new RecordId(new UUID(random.nextLong(), random.nextLong()));
      int speed = SPEEDS.get(number % SPEEDS.size());
      Run run = new Run(recordings, recording, secret, random.nextLong(), speed);
      RecorderSaid said = recordAndKill(run);
      Optional<String> repaired = repair(run);
      Verdict verdict = check(run, said, repaired);
      System.out.printf(
          "run %d: %.2f s taken up, %.2f s called safe, %s, %s%n",
          number,
          said.takenMillis() / 1_000.0,
          RecordingChild.FORM.millis(said.safe()) / 1_000.0,
          repaired.orElse("no answer"),
          verdict);
      total = total.plus(verdict);
      if (verdict.isClean()) {
        Desks.deleteTree(recordings);
      }
    }
    System.out.printf("at most %d ms of speaking time were missing%n", lostMillisMost);
    return total;
  }

  private RecorderSaid recordAndKill(Run run) throws InterruptedException {
    List<String> arguments =
        List.of(
            run.recordings().toString(),
            run.recording().toString(),
            HexFormat.of().formatHex(run.secret()),
            Long.toString(run.seed()),
            Integer.toString(run.speed()));
    try (Child child = Child.start(RecordingChild.class.getName(), arguments)) {
      if (child.await(line -> line.equals("begun"), START_SECONDS_MAX).isEmpty()) {
        throw new IllegalStateException("the recorder did not begin:\n" + child.output());
      }
      child.rest(TimeUnit.MILLISECONDS.toNanos(random.nextLong(LIFE_MILLIS_MAX)));
      child.kill();
      child.await(_ -> false, START_SECONDS_MAX);
      return RecorderSaid.last(child);
    }
  }

  /** What the start after the crash says of the recording; every third such start dies as well. */
  private Optional<String> repair(Run run) throws InterruptedException {
    List<String> arguments = List.of(run.recordings().toString());
    boolean isKilledToo = random.nextInt(3) == 0;
    if (isKilledToo) {
      try (Child child = Child.start(RepairingChild.class.getName(), arguments)) {
        child.rest(TimeUnit.MILLISECONDS.toNanos(random.nextLong(REPAIR_MILLIS_MAX)));
        child.kill();
      }
    }
    try (Child child = Child.start(RepairingChild.class.getName(), arguments)) {
      return child.await(line -> line.contains(run.recording().toString()), START_SECONDS_MAX);
    }
  }

  private Verdict check(Run run, RecorderSaid said, Optional<String> repaired) {
    boolean isInOrder =
        repaired
            .filter(line -> line.endsWith(" damaged 0") || line.startsWith("whole "))
            .isPresent();
    try (SealedSound sound = SealedSound.open(new SystemDisk(), run.path(), run.secret())) {
      long missing = said.takenMillis() - RecordingChild.FORM.millis(sound.frames());
      lostMillisMost = Math.max(lostMillisMost, missing / run.speed());
      boolean isLost =
          sound.frames() < said.safe()
              || missing > LOST_MILLIS_MAX * run.speed()
              || !isAsSpoken(sound, run.seed());
      // Sound that stood there twice would make it longer than what was taken up.
      boolean isDoubled = -missing > UNTOLD_MILLIS_MAX * run.speed();
      return new Verdict(1, isLost ? 1 : 0, isDoubled ? 1 : 0, isInOrder ? 0 : 1);
    } catch (IOException e) {
      System.out.println("the recording cannot be read: " + e.getMessage());
      return new Verdict(1, 0, 0, 1);
    }
  }

  /** Whether every frame there is was spoken so. */
  static boolean isAsSpoken(PcmReader sound, long seed) throws IOException {
    SpeechSignal signal =
        new SpeechSignal(RecordingChild.FORM, new Random(seed), Pace.NONE, RecordingChild.FRAMES);
    byte[] found = new byte[STEP_FRAMES * 2];
    byte[] spoken = new byte[STEP_FRAMES * 2];
    for (long frame = 0; frame < sound.frames(); frame += STEP_FRAMES) {
      int bytes = sound.read(frame, found) * 2;
      signal.read(spoken);
      if (!Arrays.equals(found, 0, bytes, spoken, 0, bytes)) {
        return false;
      }
    }
    return true;
  }
}
