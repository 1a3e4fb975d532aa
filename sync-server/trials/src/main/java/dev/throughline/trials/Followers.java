package dev.throughline.trials;

import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.engines.PostgresEngine;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.value.Value;
import dev.throughline.server.SyncServer;
import dev.throughline.trials.end.AtEnd;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/**
 * Sixteen pushers on servers that share a database in which every transaction pauses at random
 * before it ends, and a reader that follows its cursor meanwhile.
 */
final class Followers {
  private static final int PUSHERS = 16;

  /** Sixteen servers share the sixty connections of the database. */
  private static final int CONNECTIONS_A_SERVER = 3;

  private static final int OPS_A_PUSH = 50;
  private static final Duration START_MAX = Duration.ofSeconds(60);

  private final Path folder;
  private final RandomGenerator random;
  private final int servers;

  /**
   * Prepares a trial.
   *
   * @param servers as many transactions are open at once, because each server has one writer
   */
  Followers(Path folder, RandomGenerator random, int servers) {
    this.folder = folder;
    this.random = random;
    this.servers = servers;
  }

  /** How many of so many rows the reader did not get to see. */
  long missed(int rows) throws Exception {
    var options = new PostgresEngine.Options(folder.resolve("postgres"), 0, START_MAX);
    List<SyncServer.Running> running = new ArrayList<>();
    try (PostgresEngine postgres =
            AtEnd.stop(() -> PostgresEngine.start(options), PostgresEngine::close);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      for (int i = 0; i < servers; i++) {
        running.add(SyncServer.start(properties(postgres)));
      }
      pauseInTransactions(postgres);
      try {
        Set<RecordId> pushed = new HashSet<>();
        List<Future<Set<RecordId>>> pushers = new ArrayList<>();
        for (int i = 0; i < PUSHERS; i++) {
          URI server = address(running.get(i % servers));
          pushers.add(threads.submit(() -> push(server, rows / PUSHERS)));
        }
        URI server = address(running.getFirst());
        Future<Set<RecordId>> seen = threads.submit(() -> follow(server, pushers));
        for (Future<Set<RecordId>> pusher : pushers) {
          pushed.addAll(pusher.get());
        }
        pushed.removeAll(seen.get());
        return pushed.size();
      } finally {
        running.forEach(SyncServer.Running::close);
      }
    }
  }

  private static URI address(SyncServer.Running server) {
    return URI.create("http://127.0.0.1:" + server.port() + "/");
  }

  private static Map<String, String> properties(PostgresEngine postgres) {
    return Map.of(
        "server.port", "0",
        "spring.datasource.hikari.maximum-pool-size", "" + CONNECTIONS_A_SERVER,
        "throughline.database.url", postgres.jdbcUrl(),
        "throughline.database.owner.user", postgres.owner().user(),
        "throughline.database.owner.password", postgres.owner().password(),
        "throughline.database.app.user", postgres.app().user(),
        "throughline.database.app.password", postgres.app().password(),
        "throughline.database.sequencer.user", postgres.sequencer().user());
  }

  /** After the rows of the log are written, and before the head moves and the commit. */
  private static void pauseInTransactions(PostgresEngine postgres) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.owner().user(), postgres.owner().password());
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create or replace function sync.pause() returns trigger language plpgsql as
          'begin perform pg_sleep(random() * 0.02); return null; end'
          """);
      statement.execute(
          "create or replace trigger pause after insert on sync.change_log"
              + " for each statement execute function sync.pause()");
    }
  }

  private Set<RecordId> push(URI server, int rows) {
    Set<RecordId> pushed = new HashSet<>();
    DeviceId device = new DeviceId(UUID.randomUUID());
    try (HttpSyncTransport transport = new HttpSyncTransport(server)) {
      WorkspaceId workspace = hello(transport, device);
      while (pushed.size() < rows) {
        int count = Math.min(rows - pushed.size(), random.nextInt(1, OPS_A_PUSH * 2));
        List<Op> ops = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
          ops.add(op(pushed.size() + i));
        }
        Push push = new Push(Protocol.VERSION_MAX, workspace, device, 1, "Pusher", ops);
        // Without an answer it is not known what came of it: the same is sent again.
        if (transport.push(push) instanceof Reply.Ok<PushAnswer>) {
          ops.forEach(op -> pushed.add(op.record()));
        }
      }
    }
    return pushed;
  }

  private static WorkspaceId hello(HttpSyncTransport transport, DeviceId device) {
    Hello hello =
        new Hello(
            Protocol.VERSION_MIN,
            Protocol.VERSION_MAX,
            Set.of(),
            device,
            1,
            "Pusher",
            Optional.empty(),
            0);
    if (transport.hello(hello) instanceof Reply.Ok<Welcome>(Welcome welcome)) {
      return welcome.workspace();
    }
    throw new IllegalStateException("the server did not welcome a pusher");
  }

  private static Op op(long number) {
    return new Op(
        new OpId(UUID.randomUUID()),
        number,
        new GroupId(UUID.randomUUID()),
        new Hlc(number, 0),
        new RecordId(UUID.randomUUID()),
        Memo.KIND.name(),
        Action.EDIT,
        0,
        new TreeMap<>(Map.of("notes", FieldChange.put(Value.text("row " + number)))));
  }

  /** Follows until all pushers are done and nothing more comes. */
  private static Set<RecordId> follow(URI server, List<Future<Set<RecordId>>> pushers) {
    Set<RecordId> seen = new HashSet<>();
    long after = 0;
    String chain = "";
    try (HttpSyncTransport transport = new HttpSyncTransport(server)) {
      while (true) {
        boolean isLast = pushers.stream().allMatch(Future::isDone);
        if (transport.pull(after, chain, "") instanceof Reply.Ok<PullAnswer>(PullAnswer answer)) {
          answer.changes().forEach(change -> seen.add(change.record()));
          isLast &= answer.cursor().seq() == answer.head();
          after = answer.cursor().seq();
          chain = answer.cursor().chain();
          if (isLast) {
            return seen;
          }
        }
      }
    }
  }
}
