package dev.throughline.desktop.store;

import dev.throughline.desktop.account.ProfileKey;
import dev.throughline.desktop.journal.Journal;
import dev.throughline.desktop.journal.JournalPosition;
import dev.throughline.desktop.platform.AtomicFile;
import dev.throughline.desktop.platform.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Opens the store of a profile, and makes a new one where the old cannot be used. */
public final class StoreFile {
  /** An open store; {@code rebuilt} says whether it starts anew from the journal. */
  public record Opened(LocalStore store, boolean rebuilt) {}

  private StoreFile() {}

  /**
   * Opens the store. A damaged file or one of another version is set aside and made anew. One that
   * has seen more of the journal than there is stays: {@link Ledger} journals it anew.
   */
  public static Opened open(Disk disk, Path profile, ProfileKey key, Journal journal)
      throws IOException {
    try {
      return opened(disk, LocalStore.file(profile), key, journal);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Opened opened(Disk disk, Path file, ProfileKey key, Journal journal)
      throws IOException {
    try {
      LocalStore store = LocalStore.open(disk, file, key.password("store"));
      return new Opened(store, isBehind(store, journal));
    } catch (StoreDamaged _) {
      log("The local store cannot be read and is made anew from the journal.");
    }
    setAside(disk, AtomicFile.folderOf(file));
    return new Opened(LocalStore.open(disk, file, key.password("store")), true);
  }

  private static boolean isBehind(LocalStore store, Journal journal) {
    return store.position().equals(JournalPosition.START) && !journal.isEmpty();
  }

  private static void log(String sentence) {
    System.getLogger(StoreFile.class.getName()).log(System.Logger.Level.WARNING, sentence);
  }

  private static void setAside(Disk disk, Path folder) throws IOException {
    for (Path file : disk.list(folder)) {
      String name = file.getFileName().toString();
      if (name.startsWith("local.")) {
        disk.move(file, file.resolveSibling("damaged-" + name));
      }
    }
  }
}
