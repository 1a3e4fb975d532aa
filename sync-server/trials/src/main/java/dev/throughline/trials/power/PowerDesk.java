package dev.throughline.trials.power;

import dev.throughline.desktop.account.ProfileKey;
import dev.throughline.desktop.journal.Journal;
import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.platform.SystemIds;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.store.StoreFile;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The save path of a desktop on a {@link PowerDisk}: types numbered words until power goes. */
final class PowerDesk implements AutoCloseable {
  private static final Path PROFILE = Path.of("/profile");
  private static final int GROUP = 40;

  private final Ledger ledger;
  private final boolean rebuilt;

  private PowerDesk(Ledger ledger, boolean rebuilt) {
    this.ledger = ledger;
    this.rebuilt = rebuilt;
  }

  /** Opens what is on the disk as the desktop does at its start. */
  static PowerDesk open(PowerDisk disk, ProfileKey key, long segmentBytes)
      throws JournalException, IOException {
    Journal journal =
        Journal.open(disk, PROFILE.resolve("journal"), key, new SecureRandom(), segmentBytes);
    StoreFile.Opened store = StoreFile.open(disk, PROFILE, key, journal);
    InstantSource clock = InstantSource.system();
    Ledger ledger =
        new Ledger(journal, store.store(), new SystemIds(clock, new SecureRandom()), clock);
    return new PowerDesk(ledger, store.rebuilt());
  }

  /** Whether the store was made anew from the journal. */
  boolean isRebuilt() {
    return rebuilt;
  }

  /** Saves one gesture that holds the word; whether the desktop called it saved. */
  boolean save(String word, RandomGenerator random) {
    List<RecordView> memos = ledger.store().newest(Memo.KIND.name(), 0, 20);
    boolean makesNew = memos.isEmpty() || random.nextInt(12) == 0;
    List<Draft> drafts =
        makesNew
            ? group(word, random)
            : List.of(edit(memos.get(random.nextInt(memos.size())), word));
    return ledger.record(drafts) instanceof SaveResult.Saved;
  }

  private List<Draft> group(String word, RandomGenerator random) {
    int size = random.nextBoolean() ? 1 : GROUP;
    List<Draft> drafts = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      String text = i == size ? word : "filler " + i;
      RecordId record = ledger.newRecord();
      drafts.add(new Draft.Set(record, Memo.KIND.name(), Map.of("notes", Value.text(text))));
    }
    return drafts;
  }

  private static Draft edit(RecordView memo, String word) {
    String text = notes(memo);
    return new Draft.Text(memo.id(), Memo.KIND.name(), "notes", text, text + " " + word);
  }

  /** All notes there are. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    LocalStore store = ledger.store();
    List<RecordView> page = store.all(store.home(), new UUID(0, 0));
    while (!page.isEmpty()) {
      page.forEach(view -> notes.add(notes(view)));
      page = store.all(store.home(), page.getLast().id().value());
    }
    return notes;
  }

  private static String notes(RecordView memo) {
    return new FieldMap(memo.fields()).text("notes");
  }

  @Override
  public void close() {
    try {
      ledger.close();
    } catch (StoreDamaged _) {
      // Without power nothing can be closed in order either.
    }
  }
}
