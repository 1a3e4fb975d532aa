package dev.throughline.trials;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * A desktop whose sync runs, in a process that will be killed: types numbered words into notes that
 * all desktops share, makes new ones, moves some to the trash, and prints each number once saved.
 */
final class SyncingChild {
  private static final int SHARED_MAX = 6;
  private static final int GROUP = 30;
  private static final long PAUSE_MILLIS_MAX = 40;

  private final ClientWiring desk;
  private final RandomGenerator random;

  private SyncingChild(ClientWiring desk, long seed) {
    this.desk = desk;
    this.random = new Random(seed);
  }

  /** Arguments: profile folder, server, seed, first number to type. */
  public static void main(String[] args) {
    ClientWiring desk = Desks.open(Path.of(args[0]));
    desk.settings().setDisplayName(Path.of(args[0]).getFileName().toString());
    SyncingChild child = new SyncingChild(desk, Long.parseLong(args[2]));
    desk.loop().start(new ThreadBackground());
    desk.loop().connect(URI.create(args[1]));
    long number = child.firstFree(Long.parseLong(args[3]));
    while (true) {
      child.type(number);
      System.out.println("saved " + number);
      System.out.flush();
      number++;
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(child.random.nextLong(PAUSE_MILLIS_MAX)));
    }
  }

  /** A word that was saved but not acknowledged before a kill is not typed again. */
  private long firstFree(long number) {
    List<String> notes = Desks.records(desk).values().stream().toList();
    long free = number;
    while (Marks.count(notes, free) > 0) {
      free++;
    }
    return free;
  }

  private void type(long number) {
    LocalStore store = desk.ledger().store();
    List<RecordView> shared = store.newest(Memo.KIND.name(), 0, SHARED_MAX);
    int choice = random.nextInt(16);
    if (shared.isEmpty() || choice == 0) {
      save(group(number));
      return;
    }
    RecordView memo = shared.get(random.nextInt(shared.size()));
    save(List.of(insertion(memo, number)));
    if (choice == 1) {
      save(List.of(new Draft.Move(memo.id(), memo.kind(), Action.TRASH)));
    }
  }

  private List<Draft> group(long number) {
    int size = random.nextBoolean() ? 1 : GROUP;
    List<Draft> drafts = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      String text = i == size ? Marks.mark(number) : "filler " + i;
      RecordId record = desk.ledger().newRecord();
      drafts.add(new Draft.Set(record, Memo.KIND.name(), Map.of("notes", Value.text(text))));
    }
    return drafts;
  }

  private Draft insertion(RecordView memo, long number) {
    String notes = new FieldMap(memo.fields()).text("notes");
    int word = notes.isEmpty() ? -1 : notes.indexOf(' ', random.nextInt(notes.length()));
    int at = word < 0 ? notes.length() : word;
    String after = notes.substring(0, at) + " " + Marks.mark(number) + notes.substring(at);
    return new Draft.Text(memo.id(), memo.kind(), "notes", notes, after);
  }

  private void save(List<Draft> drafts) {
    if (desk.ledger().record(drafts) instanceof SaveResult.NotSaved notSaved) {
      throw new IllegalStateException(notSaved.toString());
    }
  }
}
