package dev.throughline.trials;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.memo.Memo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Kills a desktop at random moments after it said "Saved". Every acknowledged word must be there
 * once when the profile opens again; every other time H2 is deleted in between.
 */
final class TortureSave {
  private static final int SAVED_SECONDS_MAX = 60;
  private static final int NOTES_MAX = LocalStore.PAGE_MAX;

  private final Path folder;
  private final RandomGenerator random;

  TortureSave(Path folder, RandomGenerator random) {
    this.folder = folder;
    this.random = random;
  }

  Verdict run(int runs) throws InterruptedException, IOException {
    Verdict total = Verdict.NONE;
    long acknowledged = 0;
    Path profile = Files.createDirectories(folder).resolve("profile");
    for (int run = 1; run <= runs; run++) {
      acknowledged = typeAndKill(profile, acknowledged);
      if (run % 2 == 0) {
        Desks.deleteStore(profile);
      }
      Verdict verdict = check(profile, acknowledged);
      System.out.printf("run %d: %d words acknowledged, %s%n", run, acknowledged, verdict);
      total = total.plus(verdict);
      acknowledged = highestFound(profile, acknowledged);
    }
    return total;
  }

  private long typeAndKill(Path profile, long before) throws InterruptedException {
    long last = before;
    try (Child child =
        Child.start(
            TypingChild.class.getName(),
            List.of(profile.toString(), Long.toString(random.nextLong()), "" + (before + 1)))) {
      Optional<String> line = child.await(text -> text.startsWith("saved "), SAVED_SECONDS_MAX);
      if (line.isEmpty()) {
        throw new IllegalStateException("the desktop saved nothing:\n" + child.output());
      }
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextLong(20, 900));
      while (line.isPresent() && System.nanoTime() < end) {
        last = Long.parseLong(line.get().substring("saved ".length()));
        line = child.await(text -> text.startsWith("saved "), 1);
      }
      child.kill();
    }
    return last;
  }

  private static Verdict check(Path profile, long acknowledged) {
    try (ClientWiring desk = Desks.open(profile)) {
      return Marks.judge(notes(desk), acknowledged);
    } catch (RuntimeException e) {
      System.out.println("the profile did not open: " + e.getMessage());
      return new Verdict(1, 0, 0, 1);
    }
  }

  /** The word after the last acknowledged one may be on disk too; the next run goes on after it. */
  private static long highestFound(Path profile, long acknowledged) {
    try (ClientWiring desk = Desks.open(profile)) {
      List<String> notes = notes(desk);
      long highest = acknowledged;
      while (Marks.count(notes, highest + 1) > 0) {
        highest++;
      }
      return highest;
    }
  }

  private static List<String> notes(ClientWiring desk) {
    List<String> notes = new ArrayList<>();
    int skip = 0;
    List<RecordView> page = desk.ledger().store().newest(Memo.KIND.name(), skip, NOTES_MAX);
    while (!page.isEmpty()) {
      page.forEach(view -> notes.add(new FieldMap(view.fields()).text("notes")));
      skip += page.size();
      page = desk.ledger().store().newest(Memo.KIND.name(), skip, NOTES_MAX);
    }
    return notes;
  }
}
