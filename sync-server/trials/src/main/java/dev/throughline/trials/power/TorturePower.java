package dev.throughline.trials.power;

import dev.throughline.desktop.account.ProfileKey;
import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.trials.Marks;
import dev.throughline.trials.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cuts the power at random moments, also in the middle of starting again after a cut. Every word
 * that was called saved must be found once, and H2 must open or be made anew by itself.
 */
public final class TorturePower {
  private static final int CUTS_A_PROFILE = 8;
  private static final int OPERATIONS_MAX = 400;
  private static final int START_OPERATIONS_MAX = 60;
  private static final int SEGMENT_BYTES_MIN = 20_000;
  private static final int SEGMENT_BYTES_MAX = 300_000;

  private final ProfileKey key;
  private final RandomGenerator random;
  private PowerDisk disk = PowerDisk.empty();
  private long acknowledged;
  private int rebuilt;
  private int cutInStart;

  /** The profile's key; everything else lies on disks in memory. */
  public TorturePower(ProfileKey key, RandomGenerator random) {
    this.key = key;
    this.random = random;
    PowerPath.register();
  }

  /** Runs so many cuts. */
  public Verdict run(int runs) {
    Verdict total = Verdict.NONE;
    for (int run = 1; run <= runs; run++) {
      if (run % CUTS_A_PROFILE == 1) {
        disk = PowerDisk.empty();
        acknowledged = 0;
      }
      Verdict verdict = run();
      System.out.printf("run %d: %d words acknowledged, %s%n", run, acknowledged, verdict);
      total = total.plus(verdict);
      if (!verdict.isClean()) {
        disk = PowerDisk.empty();
        acknowledged = 0;
      }
    }
    System.out.printf(
        "the store was made anew %d times, %d cuts fell into a start%n", rebuilt, cutInStart);
    return total;
  }

  private Verdict run() {
    long segmentBytes = random.nextLong(SEGMENT_BYTES_MIN, SEGMENT_BYTES_MAX);
    disk.cutAfter(random.nextLong(1, OPERATIONS_MAX));
    typeUntilCut(segmentBytes);
    disk = disk.afterCut(random);
    while (random.nextInt(3) == 0) {
      disk.cutAfter(random.nextLong(1, START_OPERATIONS_MAX));
      typeUntilCut(segmentBytes);
      cutInStart++;
      disk = disk.afterCut(random);
    }
    try (PowerDesk desk = PowerDesk.open(disk, key, segmentBytes)) {
      rebuilt += desk.isRebuilt() ? 1 : 0;
      List<String> notes = desk.notes();
      Verdict verdict = Marks.judge(notes, acknowledged);
      while (Marks.count(notes, acknowledged + 1) > 0) {
        acknowledged++;
      }
      return verdict;
    } catch (JournalException | IOException | RuntimeException e) {
      System.getLogger(TorturePower.class.getName()).log(System.Logger.Level.WARNING, "gave up", e);
      return new Verdict(1, 0, 0, 1);
    }
  }

  private void typeUntilCut(long segmentBytes) {
    try (PowerDesk desk = PowerDesk.open(disk, key, segmentBytes)) {
      // A word after the last acknowledged may have survived an earlier cut; it is not typed twice.
      while (Marks.count(desk.notes(), acknowledged + 1) > 0) {
        acknowledged++;
      }
      while (desk.save(Marks.mark(acknowledged + 1), random)) {
        acknowledged++;
      }
    } catch (JournalException | IOException | StoreDamaged e) {
      if (disk.hasPower()) {
        throw new IllegalStateException("the profile did not open although there is power", e);
      }
    }
  }
}
