package dev.throughline.trials.bench;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.interview.Interviews;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.memo.Memo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a pause in typing costs, against what the disk itself asks for one forced write. */
final class SaveBench {
  /**
   * A quarter of an hour of typing, after which the program is compiled for it; a figure of its
   * own.
   */
  private static final int FIRST = 1_000;

  /** At a pause a second more than an hour of typing. */
  private static final int MEASURED = 5_000;

  /** Then another note is begun: one of some 10 kB, which is an hour of typing. */
  private static final int WORDS = 1_000;

  private static final int BYTES = 512;
  private static final double TIMES_FSYNC_MAX = 5;

  private SaveBench() {}

  /** Saves and bare forced writes take turns, so that both meet the same noise. */
  static void run(ClientWiring client, Path folder, Report report) throws IOException {
    long[] saves = new long[FIRST + MEASURED];
    long[] bare = new long[FIRST + MEASURED];
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("bare"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(saves.length * BYTES));
      file.force(true);
      file.position(0);
      RecordId memo = note(client);
      String text = "";
      for (int i = 0; i < saves.length; i++) {
        if (i > 0 && i % WORDS == 0) {
          memo = note(client);
          text = "";
        }
        String next = text + " word" + i;
        saves[i] = save(client, memo, text, next);
        bare[i] = force(file);
        text = next;
      }
    }
    Samples first = new Samples(Arrays.copyOf(saves, FIRST));
    report.figure("the first " + FIRST + " saves, median", first.median(), "ms");
    report.figure("the first " + FIRST + " saves, 99th percentile", first.p99(), "ms");
    report(report, rest(saves), rest(bare));
  }

  private static Samples rest(long[] all) {
    return new Samples(Arrays.copyOfRange(all, FIRST, all.length));
  }

  private static RecordId note(ClientWiring client) {
    Interviews.Created made =
        client.interviews().create(Optional.empty(), "Bench", LocalDate.of(2026, 1, 5));
    return made.memo();
  }

  private static long save(ClientWiring client, RecordId memo, String before, String after) {
    long began = System.nanoTime();
    SaveResult result =
        client
            .ledger()
            .record(List.of(new Draft.Text(memo, Memo.KIND.name(), "notes", before, after)));
    long took = System.nanoTime() - began;
    if (result instanceof SaveResult.NotSaved notSaved) {
      throw new IllegalStateException(notSaved.code());
    }
    return took;
  }

  private static long force(FileChannel file) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BYTES);
    long began = System.nanoTime();
    file.write(block);
    file.force(false);
    return System.nanoTime() - began;
  }

  private static void report(Report report, Samples saves, Samples bare) {
    report.figure("save, median", saves.median(), "ms");
    report.figure("save, 99th percentile", saves.p99(), "ms");
    report.figure("bare forced write, median", bare.median(), "ms");
    report.figure("bare forced write, 99th percentile", bare.p99(), "ms");
    report.bar(
        "save against a bare forced write, 99th",
        saves.p99() / bare.p99(),
        TIMES_FSYNC_MAX,
        "times");
    report.figure(
        "save against a bare forced write, median", saves.median() / bare.median(), "times");
  }
}
