package dev.throughline.trials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** The processes of a server's database that serve its connections. */
final class Backends {
  private static final int LOOKS = 400;
  private static final int STOP_SECONDS_MAX = 10;

  private Backends() {}

  /** Kills one that is at work, as {@code kill -9} does; whether one was found. */
  static boolean killOne(Path serverData, RandomGenerator random) {
    for (int look = 0; look < LOOKS; look++) {
      List<ProcessHandle> busy =
          serving(serverData).filter(backend -> !title(backend).endsWith("idle")).toList();
      if (!busy.isEmpty()) {
        return busy.get(random.nextInt(busy.size())).destroyForcibly();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    return serving(serverData).findAny().map(ProcessHandle::destroyForcibly).orElse(false);
  }

  /** Stops a database whose server is gone, if it runs: by a word, else by force. */
  static void stopDatabase(Path serverData) {
    String folder = serverData.toAbsolutePath().normalize().toString();
    Optional<ProcessHandle> found =
        postmaster(serverData).filter(process -> title(process).contains(folder));
    if (found.isEmpty()) {
      return;
    }
    List<ProcessHandle> family = new ArrayList<>(found.get().descendants().toList());
    family.add(found.get());
    found.get().destroy();
    try {
      found.get().onExit().orTimeout(STOP_SECONDS_MAX, TimeUnit.SECONDS).join();
    } catch (CompletionException _) {
      family.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static java.util.stream.Stream<ProcessHandle> serving(Path serverData) {
    return postmaster(serverData).stream()
        .flatMap(ProcessHandle::children)
        .filter(child -> title(child).contains(" throughline "));
  }

  private static Optional<ProcessHandle> postmaster(Path serverData) {
    Path file = serverData.resolve("postgres").resolve("postmaster.pid");
    try {
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()));
    } catch (IOException | NumberFormatException | java.util.NoSuchElementException _) {
      return Optional.empty();
    }
  }

  /** What the process calls itself, such as {@code postgres: app throughline ... INSERT}. */
  private static String title(ProcessHandle process) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline"));
      return new String(line, StandardCharsets.UTF_8).replace('\0', ' ').strip();
    } catch (IOException _) {
      return "";
    }
  }
}
