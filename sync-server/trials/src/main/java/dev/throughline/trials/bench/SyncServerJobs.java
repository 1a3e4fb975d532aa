package dev.throughline.trials.bench;

import dev.throughline.standalone.StandaloneServer;
import dev.throughline.trials.end.AtEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server's process: starts servers on data folders and measures what the database can do. */
public final class SyncServerJobs {
  private final Path programs;
  private Optional<StandaloneServer> server = Optional.empty();

  private SyncServerJobs(Path programs) {
    this.programs = programs;
  }

  /** The database's programs are unpacked once for all servers. */
  public static void main(String[] args) throws IOException {
    SyncServerJobs jobs = new SyncServerJobs(Path.of(System.getProperty("bench.programs")));
    Jobs.serve(jobs::run);
    jobs.stop();
  }

  private String run(List<String> words) throws Exception {
    return switch (words.getFirst()) {
      case "start" -> start(Path.of(words.get(1)));
      case "stop" -> stop();
      case "limit" ->
          ""
              + LogLimit.rowsPerSecond(
                  Path.of(words.get(1)), programs, Integer.parseInt(words.get(2)));
      default -> throw new IllegalArgumentException(words.getFirst());
    };
  }

  private String start(Path data) {
    StandaloneServer started =
        AtEnd.stop(
            () -> StandaloneServer.start(new StandaloneServer.Options(data, 0, 0, programs)),
            StandaloneServer::close);
    server = Optional.of(started);
    return started.url() + "/";
  }

  private String stop() {
    server.ifPresent(
        running -> {
          running.close();
          AtEnd.hasStopped(running);
        });
    server = Optional.empty();
    return "stopped";
  }
}
