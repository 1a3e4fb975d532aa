package dev.throughline.trials;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.blob.Blobs;
import dev.throughline.desktop.blob.Growing;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Kills the whole desktop, window and all, at random moments while it records; now and then also
 * the start that follows. The next start must put the recording in order without anybody asking,
 * and what the desktop then reads must be what was said, but for at most the last two seconds.
 */
final class TortureRecordDesktop {
  private static final int START_SECONDS_MAX = 180;
  private static final long LIFE_MILLIS_MAX = 8_000;
  private static final long START_MILLIS_MAX = 8_000;
  private static final long LOST_MILLIS_MAX = 2_000;

  /** What may be taken up between the last word of a process and its end. */
  private static final long UNTOLD_MILLIS_MAX = 500;

  private final Path folder;
  private final RandomGenerator random;
  private long lostMillisMost;

  TortureRecordDesktop(Path folder, RandomGenerator random) {
    this.folder = folder;
    this.random = random;
  }

  Verdict run(int runs) throws InterruptedException, IOException {
    Verdict total = Verdict.NONE;
    for (int number = 1; number <= runs; number++) {
      Path place = Files.createDirectories(folder.resolve("desktop-" + number));
      Path profile = place.resolve("profile");
      RecordId interview = interview(profile);
      long seed = random.nextLong();
      RecorderSaid said = recordAndKill(profile, interview, seed);
      Optional<String> found = startAgain(profile, interview);
      Verdict verdict = check(profile, interview, seed, said, found);
      System.out.printf(
          "desktop %d: %.2f s taken up, %.2f s called safe, %s, %s%n",
          number,
          said.takenMillis() / 1_000.0,
          said.safe() / 1_000.0,
          found.orElse("not put in order"),
          verdict);
      total = total.plus(verdict);
      if (verdict.isClean()) {
        Desks.deleteTree(place);
      }
    }
    if (runs > 0) {
      System.out.printf("at most %d ms were missing from a desktop%n", lostMillisMost);
    }
    return total;
  }

  /** An interview whose person agreed to be recorded, on a desktop that was used before. */
  private static RecordId interview(Path profile) {
    try (ClientWiring desk = Desks.open(profile)) {
      desk.settings().setBegun();
      RecordId interview =
          desk.interviews().create(Optional.empty(), "Torture", LocalDate.EPOCH).id();
      Agreeing.toBeRecorded(desk, interview);
      return interview;
    }
  }

  private RecorderSaid recordAndKill(Path profile, RecordId interview, long seed)
      throws InterruptedException {
    List<String> arguments = List.of(profile.toString(), interview.toString(), Long.toString(seed));
    try (Child child = Child.start(RecordingDeskChild.class.getName(), arguments)) {
      if (child.await(line -> line.equals("begun"), START_SECONDS_MAX).isEmpty()) {
        throw new IllegalStateException("the desktop did not record:\n" + child.output());
      }
      child.rest(TimeUnit.MILLISECONDS.toNanos(random.nextLong(LIFE_MILLIS_MAX)));
      child.kill();
      child.await(_ -> false, START_SECONDS_MAX);
      return RecorderSaid.last(child);
    }
  }

  /** What the next start says of the recording; every third time the one before it dies as well. */
  private Optional<String> startAgain(Path profile, RecordId interview)
      throws InterruptedException {
    List<String> arguments = List.of(profile.toString(), interview.toString());
    if (random.nextInt(3) == 0) {
      try (Child child = Child.start(RecordingDeskChild.class.getName(), arguments)) {
        child.rest(TimeUnit.MILLISECONDS.toNanos(random.nextLong(START_MILLIS_MAX)));
        child.kill();
      }
    }
    try (Child child = Child.start(RecordingDeskChild.class.getName(), arguments)) {
      Optional<String> found = child.await(line -> line.startsWith("found "), START_SECONDS_MAX);
      if (found.isEmpty()) {
        System.out.println(child.output());
      }
      child.kill();
      return found;
    }
  }

  private Verdict check(
      Path profile, RecordId interview, long seed, RecorderSaid said, Optional<String> found) {
    ThreadBackground background = new ThreadBackground();
    try (ClientWiring desk = Desks.open(profile);
        Blobs sounds = DeskSounds.open(desk, Growing.NONE, background)) {
      Recording recording = desk.recordings().of(interview).getLast();
      try (PcmReader sound = sounds.open(recording).orElseThrow()) {
        long there = sound.form().millis(sound.frames());
        long missing = said.takenMillis() - there;
        lostMillisMost = Math.max(lostMillisMost, missing);
        boolean isLost =
            there < said.safe()
                || missing > LOST_MILLIS_MAX
                || !TortureRecord.isAsSpoken(sound, seed);
        boolean isDoubled = -missing > UNTOLD_MILLIS_MAX;
        return new Verdict(1, isLost ? 1 : 0, isDoubled ? 1 : 0, found.isPresent() ? 0 : 1);
      }
    } catch (IOException | RuntimeException e) {
      System.out.println("the recording cannot be read: " + e);
      return new Verdict(1, 0, 0, 1);
    } finally {
      background.abandon();
    }
  }
}
