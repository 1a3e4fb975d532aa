package dev.throughline.trials.bench;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.trials.link.Link;
import dev.throughline.trials.link.Mishap;
import dev.throughline.trials.link.Mishap.Kind;
import dev.throughline.trials.link.Mishaps;
import dev.throughline.trials.link.Relay;
import dev.throughline.trials.link.Way;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * 256 MiB of a recording go from a desktop to a real server and on to another desktop, each in a
 * process of its own, over a link that is slow, far and unruly; beside it a plain PUT of as many
 * bytes over such a link on which nothing goes wrong.
 */
final class BlobsBench {
  private static final Link LINK = new Link(20_000_000, Duration.ofMillis(80));
  private static final long BYTES = 256L << 20;
  private static final long SEED = 7;
  private static final double TIME_MAX = 1.1;
  private static final double HEAP_MAX = 64;
  private static final double MEGA = 1 << 20;

  private final Report report;
  private final Worker speaking;
  private final Worker hearing;

  private BlobsBench(Report report, Worker speaking, Worker hearing) {
    this.report = report;
    this.speaking = speaking;
    this.hearing = hearing;
  }

  static void run(Path folder, Report report) throws IOException, InterruptedException {
    String programs = "-Dbench.programs=" + folder.resolve("postgres-programs");
    try (Worker server =
            Worker.start(SyncServerJobs.class, "throughline.server.options", programs);
        Worker speaking = Worker.start(BlobDeskJobs.class, "throughline.client.options");
        Worker hearing = Worker.start(BlobDeskJobs.class, "throughline.client.options")) {
      String url = server.ask("start", folder.resolve("server"));
      new BlobsBench(report, speaking, hearing).run(folder, url);
      server.ask("stop");
    }
  }

  private void run(Path folder, String url) throws IOException, InterruptedException {
    Path anna = folder.resolve("speaking");
    Path ben = folder.resolve("hearing");
    System.out.println("  a recording of 256 MiB is made");
    String[] spoken = speaking.ask("record", anna, url, BYTES).split(" ");
    String recording = spoken[0];
    try (Relay relay = Relay.open(URI.create(url), LINK)) {
      System.out.println("  it goes up at 20 Mbit/s, 80 ms away, and things go wrong");
      Mishaps up = mishaps(Way.UP);
      relay.begin(up);
      String[] sent = speaking.ask("send", anna, relay.address(), recording).split(" ");
      long wentUp = relay.bytes(Way.UP);
      speaking.ask("join", anna, url);
      hearing.ask("join", ben, url);
      System.out.println("  it comes down to another desktop the same way");
      Mishaps down = mishaps(Way.DOWN);
      relay.begin(down);
      String[] came = hearing.ask("fetch", ben, relay.address(), recording).split(" ");
      long wentDown = relay.bytes(Way.DOWN);
      boolean isSame = hearing.ask("hear", ben, url, recording).equals(spoken[1]);
      System.out.println("  and as many bytes by a plain PUT, and nothing goes wrong");
      long size = Long.parseLong(came[1]);
      double plain = PlainPut.seconds(LINK, size);
      tell(size, plain);
      judge("up", size, sent[0], wentUp, up, sent[2]);
      report.figure("until the server had read all of it back", number(sent[1]), "s");
      judge("down", size, came[0], wentDown, down, came[2]);
      report.bar("samples heard that were not spoken so", isSame ? 0 : 1, 0, "(0: none)");
    }
  }

  /** In the order of what has been carried; each but the stall may cost parts, and their time. */
  private static Mishaps mishaps(Way way) {
    Way other = way == Way.UP ? Way.DOWN : Way.UP;
    List<Mishap> all =
        List.of(
            new Mishap(Kind.STALL, way, after(1)),
            new Mishap(Kind.RESET, way, after(3)),
            new Mishap(Kind.HEAD, way, after(4)),
            new Mishap(Kind.HEAD, other, after(5)),
            new Mishap(Kind.BODY, way, after(6)));
    return new Mishaps(all, new Random(SEED));
  }

  /** In the middle of parts: right at the begin of one they would be cheap. */
  private static long after(int eighths) {
    return BYTES * eighths / 8 + BlobManifest.PART_BYTES / 2;
  }

  private void tell(long size, double plain) {
    report.figure("size of the recording, sealed", size / MEGA, "MiB");
    report.figure("the link's ideal", LINK.idealSeconds(size), "s");
    report.figure("plain PUT without anything going wrong", plain, "s");
    report.figure("plain PUT against the ideal", plain / LINK.idealSeconds(size), "times");
  }

  private void judge(
      String way, long size, String seconds, long carried, Mishaps mishaps, String heap) {
    double ideal = LINK.idealSeconds(size);
    report.figure(way + ", time", number(seconds), "s");
    report.bar(way + ", time against the ideal", number(seconds) / ideal, TIME_MAX, "times");
    report.bar(
        way + ", sent again, of what was cut off",
        (carried - size) / MEGA,
        mishaps.partsTaken() * BlobManifest.PART_BYTES / MEGA,
        "MiB");
    report.bar(way + ", mishaps that did not happen", mishaps.left(), 0, "");
    report.bar(way + ", extra heap of the desktop", number(heap), HEAP_MAX, "MiB");
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
