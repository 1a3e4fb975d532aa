package dev.throughline.trials.bench;

import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Pulls and pushes between a server and desktops in processes of their own, everything pushed
 * durable, and what the two databases could do by themselves with the same rows on the same disk.
 */
final class SyncBench {
  static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);

  private static final int WARM_RECORDS = 8_000;
  private static final int CHANGED = 1_000;
  private static final int ROUNDS = 5;
  private static final int PULLS = 5;
  private static final int OPS_MAX = 100_000;
  private static final double H2_TO_PULL_MAX = 2;
  private static final double POSTGRES_TO_PUSH_MAX = 4;
  private static final double TRIPS_MAX = 1;
  private static final double SPREAD_MAX = 1.5;
  private static final double SECOND_MILLIS = 1_000;

  private final Path folder;
  private final Report report;
  private final Worker server;
  private final Worker desks;
  private final Worker sixteen;

  private SyncBench(Path folder, Report report, Worker server, Worker desks, Worker sixteen) {
    this.folder = folder;
    this.report = report;
    this.server = server;
    this.desks = desks;
    this.sixteen = sixteen;
  }

  /** Measures at these sizes; answers the figures as JSON, one object a size. */
  static String run(Path folder, List<Integer> sizes, Report report) throws IOException {
    System.out.println("  a row is: in H2, a record; in Postgres, a log entry, a state or an");
    System.out.println("  outcome (three to an operation), with the payloads that were pushed;");
    System.out.println("  up to 100,000 records the middle of five pulls and of five limits");
    String programs = "-Dbench.programs=" + folder.resolve("postgres-programs");
    try (Worker server =
            Worker.start(SyncServerJobs.class, "throughline.server.options", programs);
        Worker desks = Worker.start(SyncDeskJobs.class, "throughline.client.options");
        // Sixteen desktops in one process: together they may have what one has alone, many times.
        Worker sixteen = Worker.start(SyncDeskJobs.class, "throughline.client.options", "-Xmx3g")) {
      SyncBench bench = new SyncBench(folder, report, server, desks, sixteen);
      bench.measure("warm", WARM_RECORDS);
      List<SyncFigures> all = new ArrayList<>();
      for (int records : sizes) {
        System.out.printf("  %,d records%n", records);
        SyncFigures figures = bench.measure("" + records, records);
        bench.tell(figures);
        all.add(figures);
      }
      bench.compare(all);
      return json(all);
    }
  }

  private SyncFigures measure(String name, int records) throws IOException {
    Path place = folder.resolve(name);
    Path writer = place.resolve("writer");
    Path reader = place.resolve("reader-1");
    Path many = place.resolve("many");
    Path data = place.resolve("server");
    int few = Math.min(records, OPS_MAX);
    server.ask("heap");
    String url = server.ask("start", data);
    desks.ask("join", writer, url);
    desks.ask("fill", writer, records, 1);
    double push = records / desks.number("push", writer, url);
    List<Double> pulls = new ArrayList<>();
    List<Double> limits = new ArrayList<>();
    double clientHeap = 0;
    for (int i = 1; i <= pulls(records); i++) {
      // They take turns, so that both meet the same noise and a compiler that knows as much.
      Path each = place.resolve("reader-" + i);
      desks.ask("heap");
      String[] pulled = desks.ask("pull", each, url).split(" ");
      clientHeap = Math.max(clientHeap, desks.number("heap"));
      require(pulled[1], records);
      pulls.add(records / Double.parseDouble(pulled[0]));
      int answers = Integer.parseInt(pulled[2]);
      Path file = place.resolve("limit-" + i).resolve("local");
      limits.add(desks.number("limit", each, file, (records - 1) / answers + 1));
    }
    double own = Double.parseDouble(desks.ask("pull", writer, url).split(" ")[0]);
    double changed = changed(writer, reader, url);
    String[] hints = desks.ask("hints", writer, reader, url).split(" ");
    String[] again = desks.ask("reconnect", reader, url).split(" ");
    double wire = desks.number("wire", url);
    sixteen.ask("join-16", many, url);
    sixteen.ask("fill-16", many, few);
    double pushMany = few / sixteen.number("push-16", many, url);
    double serverHeap = server.number("heap");
    server.ask("stop");
    double postgres = server.number("limit", data, few);
    report.figure("one's own push coming back", records / own, "rows/s");
    return new SyncFigures(
        records,
        median(pulls),
        median(limits),
        push,
        pushMany,
        postgres,
        changed,
        Double.parseDouble(hints[0]),
        Double.parseDouble(hints[1]),
        Double.parseDouble(again[0]),
        Integer.parseInt(again[1]),
        wire,
        clientHeap,
        serverHeap);
  }

  /** A few records are pulled several times: once they are over before the compiler is. */
  private static int pulls(int records) {
    return records <= OPS_MAX ? PULLS : 1;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Another desktop changes a thousand records of all; how long this one takes to have them. */
  private double changed(Path writer, Path reader, String url) throws IOException {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      desks.ask("edit", writer, CHANGED);
      desks.ask("pull", writer, url);
      String[] pulled = desks.ask("pull", reader, url).split(" ");
      require(pulled[1], CHANGED);
      took.add(Double.parseDouble(pulled[0]) * SECOND_MILLIS);
    }
    return median(took);
  }

  private static void require(String rows, int wanted) throws IOException {
    if (Integer.parseInt(rows) != wanted) {
      throw new IOException("a pull brought " + rows + " rows, not " + wanted);
    }
  }

  private void tell(SyncFigures it) {
    report.figure("initial pull", it.initialPullRowsPerSecond(), "rows/s");
    report.figure("H2's limit", it.h2LimitRowsPerSecond(), "rows/s");
    report.figure("push, one device", it.pushOpsPerSecondOneDevice(), "operations/s");
    report.figure("push, sixteen devices", it.pushOpsPerSecond16Devices(), "operations/s");
    report.figure("Postgres's limit", it.postgresLimitRowsPerSecond(), "rows/s");
    report.figure("pull of 1,000 changes", it.pull1000ChangedMs(), "ms");
    report.figure("save to the other desktop, median", it.hintP50Ms(), "ms");
    report.figure("save to the other desktop, 99th percentile", it.hintP99Ms(), "ms");
    report.figure("reconnect with nothing new", it.reconnectMs(), "ms");
    report.figure("a record on the wire", it.wireBytesPerRecord(), "bytes");
    report.figure("most heap of the desktop in its initial pull", it.clientHeapMb(), "MB");
    report.figure("most heap of the server", it.serverHeapMb(), "MB");
    report.bar(
        "H2's limit against the initial pull",
        1 / it.initialPullToLimit(),
        H2_TO_PULL_MAX,
        "times");
    report.bar(
        "Postgres's limit against the push", 1 / it.pushToLimit(), POSTGRES_TO_PUSH_MAX, "times");
    report.bar("round trips to reconnect", it.reconnectRoundTrips(), TRIPS_MAX, "");
  }

  private void compare(List<SyncFigures> all) {
    if (all.size() > 1) {
      spread("initial pull", all, SyncFigures::initialPullRowsPerSecond);
      spread("push, one device", all, SyncFigures::pushOpsPerSecondOneDevice);
      spread("push, sixteen devices", all, SyncFigures::pushOpsPerSecond16Devices);
    }
  }

  private void spread(String what, List<SyncFigures> all, ToDoubleFunction<SyncFigures> rate) {
    double most = all.stream().mapToDouble(rate).max().orElseThrow();
    double least = all.stream().mapToDouble(rate).min().orElseThrow();
    report.bar(what + ", fastest size against slowest", most / least, SPREAD_MAX, "times");
  }

  private static String json(List<SyncFigures> all) {
    Value list = new Value.Items(all.stream().map(SyncFigures::json).toList());
    return new String(WireFormat.VALUE.encode(list, Encoding.JSON), StandardCharsets.UTF_8);
  }
}
