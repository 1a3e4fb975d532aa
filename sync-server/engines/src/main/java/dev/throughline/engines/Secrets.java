package dev.throughline.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The passwords of one database. They are written before the database is made, so a database
 * without them can only be one that lost them.
 */
record Secrets(Credentials superuser, Credentials owner, Credentials app, Credentials sequencer) {
  private static final String SUPERUSER = "postgres";
  private static final int PASSWORD_BYTES = 32;
  private static final String HEADER =
      "# Passwords of the database beside this file. Back it up with the data; show it to"
          + " nobody.\n";

  /** Whether the file can open an existing database. */
  static boolean areIn(Path file) throws IOException {
    return read(file).containsKey(SUPERUSER);
  }

  /** Reads the file, making what is missing: all of it at first, a role added later on. */
  static Secrets openOrMake(Path file, SecureRandom random) throws IOException {
    var passwords = read(file);
    var sizeBefore = passwords.size();
    var secrets =
        new Secrets(
            credentials(SUPERUSER, passwords, random),
            credentials("throughline_owner", passwords, random),
            credentials("throughline_app", passwords, random),
            credentials("throughline_sequencer", passwords, random));
    if (passwords.size() > sizeBefore) {
      PrivateFile.write(file, HEADER + lines(passwords));
    }
    return secrets;
  }

  /** The three users that our own programs connect as. */
  List<Credentials> roles() {
    return List.of(owner, app, sequencer);
  }

  private static Map<String, String> read(Path file) throws IOException {
    var passwords = new LinkedHashMap<String, String>();
    if (Files.exists(file)) {
      for (var line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("#")) {
          passwords.put(line.substring(0, equals), line.substring(equals + 1).strip());
        }
      }
    }
    return passwords;
  }

  private static String lines(Map<String, String> passwords) {
    return passwords.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static Credentials credentials(
      String user, Map<String, String> passwords, SecureRandom random) {
    var password = passwords.computeIfAbsent(user, name -> newPassword(random));
    return new Credentials(user, Objects.requireNonNull(password));
  }

  private static String newPassword(SecureRandom random) {
    var bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
