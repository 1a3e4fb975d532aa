package dev.throughline.trials;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.interview.Interviews;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.memo.Memo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Kills the server at random moments, in the middle of pushes and right after acknowledged ones.
 * Afterwards a second desktop must see every word exactly once, and so must the first.
 */
final class TortureServer {
  private static final int WORDS = 25;

  private final Path folder;
  private final RandomGenerator random;

  TortureServer(Path folder, RandomGenerator random) {
    this.folder = folder;
    this.random = random;
  }

  Verdict run(int runs) throws InterruptedException, IOException {
    Files.createDirectories(folder);
    Path data = folder.resolve("server");
    Verdict total = Verdict.NONE;
    long typed = 0;
    try (ClientWiring writer = Desks.open(folder.resolve("writer"))) {
      ServerChild server = ServerChild.start(data, 0);
      try {
        int port = server.port();
        for (int run = 1; run <= runs; run++) {
          typed = type(writer, typed);
          server = killWhilePushing(server, writer, data, port);
          Verdict verdict = check(writer, server.address(), typed, run);
          System.out.printf("run %d: %d words typed, %s%n", run, typed, verdict);
          total = total.plus(verdict);
        }
      } finally {
        server.close();
      }
    }
    return total;
  }

  private long type(ClientWiring writer, long typed) {
    Interviews.Created created =
        writer.interviews().create(Optional.empty(), "Torture", LocalDate.EPOCH);
    String notes = "";
    long number = typed;
    for (int i = 0; i < WORDS; i++) {
      String longer = notes + " " + Marks.mark(++number);
      writer.memos().write(created.id(), created.memo(), notes, longer);
      notes = longer;
    }
    return number;
  }

  private ServerChild killWhilePushing(ServerChild server, ClientWiring writer, Path data, int port)
      throws InterruptedException {
    URI address = server.address();
    CompletableFuture<SyncRound.Result> push =
        CompletableFuture.supplyAsync(() -> Desks.sync(writer, address, "Writer"));
    try {
      push.get(random.nextLong(5, 250), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException _) {
      // Killed in the middle: that is the point.
    }
    server.kill();
    push.exceptionally(_ -> null).join();
    return ServerChild.start(data, port);
  }

  private Verdict check(ClientWiring writer, URI server, long typed, int run) throws IOException {
    SyncRound.Result sent = Desks.sync(writer, server, "Writer");
    if (!(sent.last() instanceof Round.Done)) {
      System.out.println("the writer cannot sync: " + sent);
      return new Verdict(1, 0, 0, 1);
    }
    Path fresh = folder.resolve("reader-" + run);
    try (ClientWiring reader = Desks.open(fresh)) {
      Desks.sync(reader, server, "Reader");
      Verdict seen = Marks.judge(notes(reader), typed);
      boolean same = Desks.records(reader).equals(Desks.records(writer));
      return same ? seen : seen.plus(new Verdict(0, 0, 0, 1));
    } finally {
      Desks.deleteTree(fresh);
      Desks.deleteTree(Desks.keys(fresh));
    }
  }

  private static List<String> notes(ClientWiring desk) {
    List<String> notes = new ArrayList<>();
    for (var view : desk.ledger().store().newest(Memo.KIND.name(), 0, 1_000)) {
      notes.add(new FieldMap(view.fields()).text("notes"));
    }
    return notes;
  }
}
