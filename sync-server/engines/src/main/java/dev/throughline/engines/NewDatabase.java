package dev.throughline.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the files of a new database under a passing name and gives them the real name at the end.
 * Each try has a name of its own, because the initdb of a JVM that was killed may still be writing
 * into the folder of the try before.
 */
final class NewDatabase {
  private static final Logger log = LoggerFactory.getLogger(NewDatabase.class);

  private NewDatabase() {}

  static void make(
      PostgresPrograms programs, PostgresFolder folder, Credentials superuser, Duration wait)
      throws IOException {
    var draft = Files.createTempDirectory(folder.parent(), folder.namePrefixWhileMaking());
    try {
      runInitdb(programs, folder, draft, superuser, wait);
      Files.deleteIfExists(folder.data()); // Only an empty folder gets here.
      Files.move(draft, folder.data(), StandardCopyOption.ATOMIC_MOVE);
      PrivateFile.forceNamesIn(folder.parent());
    } finally {
      removeLeftovers(folder);
    }
  }

  private static void runInitdb(
      PostgresPrograms programs,
      PostgresFolder folder,
      Path draft,
      Credentials superuser,
      Duration wait)
      throws IOException {
    var passwordFile = draft.resolveSibling(draft.getFileName() + ".password");
    PrivateFile.write(passwordFile, superuser.password() + "\n");
    var result =
        programs.run(
            folder.commandOutput(),
            wait,
            "initdb",
            "--pgdata=" + draft,
            "--username=" + superuser.user(),
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--data-checksums",
            "--encoding=UTF8",
            "--locale=C",
            // Sorts by code point and knows upper and lower case of all of Unicode, the same on
            // every system and after every system upgrade.
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    if (!result.isGood()) {
      throw StartTrouble.of(folder, result.words());
    }
  }

  /** What an orphaned initdb still writes to is in nobody's way; the next start tries again. */
  static void removeLeftovers(PostgresFolder folder) {
    try {
      FolderTree.removeStartingWith(folder.parent(), folder.namePrefixWhileMaking());
    } catch (IOException e) {
      log.info("Leaving what an interrupted start left in {} for now: {}", folder.parent(), e);
    }
  }
}
