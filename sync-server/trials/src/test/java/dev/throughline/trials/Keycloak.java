package dev.throughline.trials;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A Keycloak of its own process on this computer, with one realm and its embedded database. */
final class Keycloak implements AutoCloseable {
  private static final String REALM = "team";
  private static final int LINES_KEPT = 40;

  private final Process process;
  private final int port;

  private Keycloak(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Unpacks the archive into the folder and starts it; returns when it answers. */
  static Keycloak start(Path archive, Path folder) throws IOException {
    Path home = unpack(archive, folder);
    Path realms = Files.createDirectories(home.resolve("data").resolve("import"));
    try (InputStream realm = Keycloak.class.getResourceAsStream("/keycloak/team-realm.json")) {
      Files.copy(Objects.requireNonNull(realm), realms.resolve("team-realm.json"));
    }
    int port = freePort();
    ProcessBuilder program =
        new ProcessBuilder(
                List.of(
                    "bash",
                    home.resolve("bin").resolve("kc.sh").toString(),
                    "start-dev",
                    "--import-realm",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port))
            .redirectErrorStream(true);
    program.environment().put("JAVA_HOME", System.getProperty("java.home"));
    program.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    Keycloak keycloak = new Keycloak(program.start(), port);
    keycloak.awaitListening();
    return keycloak;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static Path unpack(Path archive, Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
    Path root = Files.createDirectories(folder).toAbsolutePath().normalize();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path to = root.resolve(entry.getName()).normalize();
        if (!to.startsWith(root)) {
          throw new IOException("the archive leads out of its folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.getParent());
          Files.copy(zip, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    try (Stream<Path> inside = Files.list(root)) {
      return inside.findFirst().orElseThrow();
    }
  }

  /** Reads what it says until it listens, and goes on reading, so that it is never held up. */
  private void awaitListening() throws IOException {
    Deque<String> lines = new ArrayDeque<>();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (lines.size() > LINES_KEPT) {
        lines.removeFirst();
      }
      if (line.contains("Listening on:")) {
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
        return;
      }
    }
    throw new IOException("Keycloak did not start:\n" + String.join("\n", lines));
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + port + "/realms/" + REALM);
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    for (ProcessHandle one : all) {
      try {
        one.onExit().get(20, TimeUnit.SECONDS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException _) {
        one.destroyForcibly();
      }
    }
  }
}
