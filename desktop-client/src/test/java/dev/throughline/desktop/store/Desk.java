package dev.throughline.desktop.store;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.journal.Journal;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.platform.Ids;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A profile in a folder, opened as the desktop opens it, without a window. */
public final class Desk {
  private Desk() {}

  public static ClientWiring open(Path folder) {
    return open(folder, folder.resolveSibling(folder.getFileName() + "-keys"));
  }

  static ClientWiring open(Path folder, Path keys) {
    try {
      return switch (ClientWiring.openProfile(folder, KeyVaults.ofFiles(keys))) {
        case Profile.Opened(Profile profile) -> ClientWiring.of(profile);
        case Profile.NeedsRecoveryCode _ -> throw new AssertionError("the key should be here");
      };
    } catch (UserError e) {
      throw new AssertionError(e.shown(), e);
    }
  }

  /** Journal, store and ledger of an open profile by themselves. */
  public static Ledger ledger(Profile profile, Ids ids, InstantSource clock) throws Exception {
    Disk disk = new SystemDisk();
    Journal journal =
        Journal.open(disk, profile.folder().resolve("journal"), profile.key(), new SecureRandom());
    LocalStore store = StoreFile.open(disk, profile.folder(), profile.key(), journal).store();
    return new Ledger(journal, store, ids, clock);
  }

  public static RecordId newMemo(ClientWiring desk, String notes) {
    RecordId id = desk.ledger().newRecord();
    save(desk, new Draft.Set(id, Memo.KIND.name(), Map.of("notes", Value.text(notes))));
    return id;
  }

  /** Saves a new record with fields that are texts. */
  public static RecordId make(ClientWiring desk, String kind, Map<String, String> texts) {
    RecordId id = desk.ledger().newRecord();
    Map<String, Value> fields = new TreeMap<>();
    texts.forEach((name, text) -> fields.put(name, Value.text(text)));
    save(desk, new Draft.Set(id, kind, fields));
    return id;
  }

  public static void type(ClientWiring desk, RecordId memo, String before, String after) {
    save(desk, new Draft.Text(memo, Memo.KIND.name(), "notes", before, after));
  }

  public static String notes(ClientWiring desk, RecordId memo) {
    return desk.memos().read(memo);
  }

  public static void save(ClientWiring desk, Draft draft) {
    if (desk.ledger().record(List.of(draft)) instanceof SaveResult.NotSaved notSaved) {
      throw new AssertionError(notSaved.toString());
    }
  }
}
