package dev.throughline.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The living server process of one data folder. */
record Postmaster(ProcessHandle process) {
  /** A fast shutdown writes one checkpoint of at most the shared buffers. */
  private static final Duration FAST_STOP_WAIT = Duration.ofSeconds(30);

  private static final Duration IMMEDIATE_STOP_WAIT = Duration.ofSeconds(5);
  private static final Duration COMMAND_MARGIN = Duration.ofSeconds(5);

  /**
   * The server that runs on this folder, if one does. Only called while the folder is locked: what
   * it finds at start is an orphan, whose JVM died without stopping it.
   */
  static Optional<Postmaster> on(Path data) {
    var pidFile = data.resolve("postmaster.pid");
    try {
      var process = processNamedIn(pidFile);
      if (process.isEmpty()) {
        return Optional.empty();
      }
      return switch (identify(process.get(), data)) {
        case OURS -> process.map(Postmaster::new);
        case STRANGER -> {
          // After a reboot the number may belong to any program, and the server would then refuse
          // to start. It still guards itself against live children by its shared memory.
          Files.deleteIfExists(pidFile);
          yield Optional.empty();
        }
        case UNKNOWN -> Optional.empty();
      };
    } catch (IOException e) {
      throw EngineException.ofFolder(data, e);
    }
  }

  private static Optional<ProcessHandle> processNamedIn(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(pidFile)) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("[1-9][0-9]{0,17}"))
          .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
          .filter(ProcessHandle::isAlive);
    }
  }

  private static Identity identify(ProcessHandle process, Path data) {
    var command = process.info().command();
    if (command.isEmpty()) {
      return Identity.UNKNOWN;
    }
    var program = String.valueOf(Path.of(command.get()).getFileName());
    // Windows does not tell arguments; there the name and the locked folder have to do.
    boolean isForThisFolder =
        process
            .info()
            .arguments()
            .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
            .orElse(true);
    return program.startsWith("postgres") && isForThisFolder ? Identity.OURS : Identity.STRANGER;
  }

  /** Ends it: politely, then at once, then by force. Data is safe in each case. */
  void stop(PostgresPrograms programs, PostgresFolder folder) {
    if (!stopBy("fast", FAST_STOP_WAIT, programs, folder)
        && !stopBy("immediate", IMMEDIATE_STOP_WAIT, programs, folder)) {
      kill();
    }
  }

  private boolean stopBy(
      String mode, Duration wait, PostgresPrograms programs, PostgresFolder folder) {
    return programs
            .run(
                folder.commandOutput(),
                wait.plus(COMMAND_MARGIN),
                "pg_ctl",
                "--pgdata=" + folder.data(),
                "--mode=" + mode,
                "--timeout=" + wait.toSeconds(),
                "--wait",
                "stop")
            .isGood()
        || !process.isAlive();
  }

  /** Children too: while one lives, its shared memory keeps a new server from starting. */
  private void kill() {
    var family = Stream.concat(process.descendants(), Stream.of(process)).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    for (var member : family) {
      try {
        member.onExit().orTimeout(IMMEDIATE_STOP_WAIT.toSeconds(), TimeUnit.SECONDS).join();
      } catch (CompletionException e) {
        throw new EngineException(
            EngineException.Code.START_FAILED,
            "An earlier database process (%s) cannot be stopped. End it, then start again."
                .formatted(member.pid()),
            e);
      }
    }
  }

  private enum Identity {
    OURS,
    STRANGER,
    UNKNOWN
  }
}
