package dev.throughline.trials.bench;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.desktop.sync.SyncTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The desktops' process: profiles that work offline, push, pull and listen. */
public final class SyncDeskJobs {
  static final int DEVICES = 16;
  private static final double NANOS = 1e9;

  private SyncDeskJobs() {}

  public static void main(String[] args) throws IOException {
    Jobs.serve(SyncDeskJobs::run);
  }

  private static String run(List<String> words) throws Exception {
    Path folder = Path.of(words.get(1));
    String second = words.size() > 2 ? words.get(2) : "";
    return switch (words.getFirst()) {
      case "join" -> join(folder, URI.create(second));
      case "join-16" -> joinSixteen(folder, URI.create(second));
      case "fill" -> fill(folder, Integer.parseInt(second), Long.parseLong(words.get(3)));
      case "fill-16" -> fillSixteen(folder, Integer.parseInt(second));
      case "push" -> "" + push(folder, URI.create(second));
      case "push-16" -> "" + pushSixteen(folder, URI.create(second));
      case "pull" -> pull(folder, URI.create(second));
      case "edit" -> edit(folder, Integer.parseInt(second));
      case "hints" -> SyncLoops.hints(folder, Path.of(second), URI.create(words.get(3)));
      case "reconnect" -> SyncLoops.reconnect(folder, URI.create(second));
      case "wire" -> "" + WireCost.bytesARecord(URI.create(words.get(1)));
      case "limit" -> limit(folder, Path.of(second), Integer.parseInt(words.get(3)));
      default -> throw new IllegalArgumentException(words.getFirst());
    };
  }

  /** Makes a profile that has been in the server's workspace once. */
  private static String join(Path profile, URI server) throws Exception {
    try (ClientWiring desk = Bench.open(profile);
        SyncTransport transport = new HttpSyncTransport(server)) {
      SyncRound.Result result =
          SyncRound.complete(desk.ledger(), transport, desk.author(), desk.clock());
      return result.last().toString();
    }
  }

  private static String joinSixteen(Path folder, URI server) throws Exception {
    for (int i = 0; i < DEVICES; i++) {
      join(folder.resolve("desk-" + i), server);
    }
    return "joined";
  }

  private static String fill(Path profile, int records, long seed) throws Exception {
    try (ClientWiring desk = Bench.open(profile)) {
      long began = System.nanoTime();
      new Backlog(desk.ledger(), seed).make(records);
      return "" + seconds(began);
    }
  }

  private static String fillSixteen(Path folder, int records) throws Exception {
    for (int i = 0; i < DEVICES; i++) {
      fill(folder.resolve("desk-" + i), records / DEVICES, i);
    }
    return "filled";
  }

  /** Seconds from the server's welcome until everything is acknowledged. */
  private static double push(Path profile, URI server) throws Exception {
    try (ClientWiring desk = Bench.open(profile)) {
      CountedTransport transport = push(desk, server);
      return (transport.pushedAt - transport.greetedAt) / NANOS;
    }
  }

  private static CountedTransport push(ClientWiring desk, URI server) throws Exception {
    try (CountedTransport transport = new CountedTransport(new HttpSyncTransport(server), false)) {
      SyncRound.complete(desk.ledger(), transport, desk.author(), desk.clock());
      requireNothingWaits(desk);
      return transport;
    }
  }

  private static void requireNothingWaits(ClientWiring desk) {
    LocalStore.Counts counts = desk.ledger().store().counts();
    if (counts.waiting() + counts.parked() > 0) {
      throw new IllegalStateException("not everything was taken: " + counts);
    }
  }

  /** Seconds from the first welcome until the last of them has everything acknowledged. */
  private static double pushSixteen(Path folder, URI server) throws Exception {
    List<ClientWiring> desks = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(DEVICES)) {
      for (int i = 0; i < DEVICES; i++) {
        desks.add(Bench.open(folder.resolve("desk-" + i)));
      }
      List<Future<CountedTransport>> pushes =
          desks.stream().map(desk -> threads.submit(() -> push(desk, server))).toList();
      long first = Long.MAX_VALUE;
      long last = Long.MIN_VALUE;
      for (Future<CountedTransport> push : pushes) {
        first = Math.min(first, push.get().greetedAt);
        last = Math.max(last, push.get().pushedAt);
      }
      return (last - first) / NANOS;
    } finally {
      desks.forEach(ClientWiring::close);
    }
  }

  /** Seconds of a complete round, rows it brought, answers they came in. */
  private static String pull(Path profile, URI server) throws Exception {
    try (ClientWiring desk = Bench.open(profile);
        CountedTransport transport = new CountedTransport(new HttpSyncTransport(server), true)) {
      long began = System.nanoTime();
      SyncRound.Result result =
          SyncRound.complete(desk.ledger(), transport, desk.author(), desk.clock());
      double seconds = seconds(began);
      if (!(result.last() instanceof Round.Done)) {
        throw new IllegalStateException(result.toString());
      }
      return seconds + " " + transport.rows + " " + transport.answers;
    }
  }

  private static String edit(Path profile, int records) throws Exception {
    try (ClientWiring desk = Bench.open(profile)) {
      new Backlog(desk.ledger(), records).edit(records);
      return "edited";
    }
  }

  private static String limit(Path profile, Path file, int rowsATransaction) throws Exception {
    char[] password;
    try (ClientWiring desk = Bench.open(profile)) {
      password = desk.profile().key().password("store");
    }
    return ""
        + StoreLimit.rowsPerSecond(LocalStore.file(profile), file, password, rowsATransaction);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / NANOS;
  }
}
