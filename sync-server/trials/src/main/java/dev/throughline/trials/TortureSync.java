package dev.throughline.trials;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.memo.Memo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Three desktops type into the same notes and sync, while a killer takes down the database's
 * backend, the server and the desktops at random. Afterwards all must show the same, and every word
 * must stand in the notes once, or be kept in a conflict or among what the server keeps aside.
 */
final class TortureSync {
  private static final int TYPISTS = 3;
  private static final int KILLS = 5;
  private static final long PAUSE_MILLIS_MAX = 1_500;
  private static final int ROUNDS = 3;
  private static final int WAITING_MAX = 10_000;
  private static final int FOLLOWED = 100_000;
  private static final int SERVERS_FOLLOWED = 16;

  private final Path folder;
  private final Path data;
  private final RandomGenerator random;
  private final List<Typist> typists = new ArrayList<>();
  private int backends;
  private int servers;
  private int desktops;

  TortureSync(Path folder, RandomGenerator random) {
    this.folder = folder;
    this.data = folder.resolve("server");
    this.random = random;
  }

  Verdict run(int runs) throws Exception {
    Files.createDirectories(folder);
    long missed =
        new Followers(folder.resolve("followed"), random, SERVERS_FOLLOWED).missed(FOLLOWED);
    System.out.printf("a reader behind 16 pushers missed %d of %d%n", missed, FOLLOWED);
    for (int i = 1; i <= TYPISTS; i++) {
      typists.add(new Typist(folder, i));
    }
    Verdict total = new Verdict(0, Math.toIntExact(missed), 0, 0);
    ServerChild server = ServerChild.start(data, 0);
    try {
      for (int run = 1; run <= runs; run++) {
        server = disturb(server);
        Verdict verdict = check(server);
        System.out.printf("run %d: %s%n", run, verdict);
        total = total.plus(verdict);
      }
    } finally {
      for (Typist typist : typists) {
        typist.kill();
      }
      server.close();
    }
    System.out.printf(
        "killed: %d backends, %d servers, %d desktops%n", backends, servers, desktops);
    return total;
  }

  private ServerChild disturb(ServerChild first) throws InterruptedException {
    ServerChild server = first;
    for (int i = 0; i < KILLS; i++) {
      for (Typist typist : typists) {
        typist.start(server.address(), random);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(PAUSE_MILLIS_MAX)));
      switch (random.nextInt(4)) {
        case 0 -> {
          server.kill();
          servers++;
          server = ServerChild.start(data, server.port());
        }
        case 1 -> {
          typists.get(random.nextInt(TYPISTS)).kill();
          desktops++;
        }
        default -> backends += Backends.killOne(data, random) ? 1 : 0;
      }
    }
    for (Typist typist : typists) {
      typist.kill();
      desktops++;
    }
    return server;
  }

  private Verdict check(ServerChild server) {
    List<ClientWiring> desks = new ArrayList<>();
    try {
      for (Typist typist : typists) {
        desks.add(Desks.open(typist.profile()));
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (ClientWiring desk : desks) {
          sync(desk, server);
        }
      }
      Verdict verdict = new Verdict(1, 0, 0, 0);
      for (ClientWiring desk : desks) {
        boolean same = Desks.records(desk).equals(Desks.records(desks.getFirst()));
        verdict = verdict.plus(new Verdict(0, 0, 0, same ? 0 : 1));
      }
      return verdict.plus(judge(desks));
    } catch (IllegalStateException e) {
      System.getLogger(TortureSync.class.getName()).log(System.Logger.Level.WARNING, "gave up", e);
      return new Verdict(1, 0, 0, 1);
    } finally {
      desks.forEach(ClientWiring::close);
    }
  }

  /** A database that was just killed needs a moment. */
  private static void sync(ClientWiring desk, ServerChild server) {
    SyncRound.Result result = Desks.sync(desk, server.address(), desk.author());
    for (int again = 0; !(result.last() instanceof Round.Done) && again < 30; again++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
      result = Desks.sync(desk, server.address(), desk.author());
    }
    if (!(result.last() instanceof Round.Done)) {
      throw new IllegalStateException("a desktop cannot sync: " + result);
    }
  }

  private Verdict judge(List<ClientWiring> desks) {
    List<String> notes = texts(desks.getFirst(), Memo.KIND.name());
    List<String> kept = texts(desks.getFirst(), Conflict.KIND.name());
    for (ClientWiring desk : desks) {
      for (Waiting parked : desk.ledger().store().unsettled(WAITING_MAX)) {
        kept.add(parked.op().fields().toString());
      }
    }
    Map<Long, Integer> shown = Marks.counts(notes);
    Map<Long, Integer> aside = Marks.counts(kept);
    int lost = 0;
    int doubled = 0;
    for (Typist typist : typists) {
      for (long number = typist.first(); number <= typist.acknowledged(); number++) {
        int count = shown.getOrDefault(number, 0);
        boolean isGone = count == 0 && !aside.containsKey(number);
        if (isGone || count > 1) {
          System.out.printf("the word %s stands %d times%n", Marks.mark(number), count);
        }
        lost += isGone ? 1 : 0;
        doubled += count > 1 ? 1 : 0;
      }
    }
    return new Verdict(0, lost, doubled, 0);
  }

  private static List<String> texts(ClientWiring desk, String kind) {
    List<String> texts = new ArrayList<>();
    var store = desk.ledger().store();
    List<RecordView> page = store.all(store.home(), new UUID(0, 0));
    while (!page.isEmpty()) {
      page.stream()
          .filter(view -> view.kind().equals(kind))
          .forEach(view -> texts.add(view.fields().toString()));
      page = store.all(store.home(), page.getLast().id().value());
    }
    return texts;
  }
}
