package dev.throughline.desktop.store;

import dev.throughline.desktop.account.ProfileKey;
import dev.throughline.desktop.journal.Journal;
import dev.throughline.desktop.journal.JournalPosition;
import dev.throughline.desktop.platform.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Opens the store of a profile, and makes a new one where the old cannot be used. */
public final class StoreFile {
  /** An open store; {@code rebuilt} says whether it starts anew from the journal. */
  public record Opened(LocalStore store, boolean rebuilt) {}

  private StoreFile() {}

  /**
   * Opens the store. A damaged file or one of another version is set aside and made anew. One that
   * has seen more of the journal than there is stays: {@link Ledger} journals it anew.
   */
  public static Opened open(Path profile, ProfileKey key, Journal journal) throws IOException {
    Path file = LocalStore.file(profile);
    AtomicFile.createFolder(AtomicFile.folderOf(file));
    try {
      LocalStore store = LocalStore.open(file, key.password("store"));
      return new Opened(store, isBehind(store, journal));
    } catch (StoreDamaged _) {
      log("The local store cannot be read and is made anew from the journal.");
    }
    setAside(AtomicFile.folderOf(file));
    return new Opened(LocalStore.open(file, key.password("store")), true);
  }

  private static boolean isBehind(LocalStore store, Journal journal) {
    return store.position().equals(JournalPosition.START) && !journal.isEmpty();
  }

  private static void log(String sentence) {
    System.getLogger(StoreFile.class.getName()).log(System.Logger.Level.WARNING, sentence);
  }

  private static void setAside(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.getFileName().toString().startsWith("local.")).toList();
    }
    for (Path file : files) {
      Files.move(
          file,
          file.resolveSibling("damaged-" + file.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
