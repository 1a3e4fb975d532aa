package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.Splice;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.value.Value;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two servers on one Postgres, as in a cluster. */
class TwoServersIT {
  private static final int PUSHERS = 16;
  private static final int RECORDS = 10;
  private static final int ROUNDS = 12;

  private static SyncServer.Running other;

  @BeforeAll
  static void start() {
    TestServers.shared();
    other = TestServers.another();
  }

  @AfterAll
  static void stop() {
    other.close();
  }

  @Test
  @Timeout(60)
  void sixteenPushersOnTheSameRecordsLoseNothing() throws Exception {
    TestDevice reader = new TestDevice(TestServers.shared().port(), "Reader");
    List<RecordId> records =
        IntStream.range(0, RECORDS).mapToObj(_ -> TestDevice.newRecord()).toList();
    RecordId memo = TestDevice.newRecord();
    long base = reader.push(reader.put(memo, "memo", 0, "notes", "Start.")).head();
    List<Callable<List<String>>> pushers = new ArrayList<>();
    for (int i = 0; i < PUSHERS; i++) {
      int port = i % 2 == 0 ? TestServers.shared().port() : other.port();
      TestDevice device = new TestDevice(port, "Pusher " + i);
      int number = i;
      pushers.add(() -> pushAll(device, number, records, memo, base));
    }
    List<String> words = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(PUSHERS)) {
      for (Future<List<String>> done : threads.invokeAll(pushers)) {
        words.addAll(done.get());
      }
    }
    assertNothingLost(reader, base, memo, words);
    new LogAudit().assertSound();
  }

  /** Each round sets a title on every record and adds a word to the one text, without pulling. */
  private static List<String> pushAll(
      TestDevice device, int number, List<RecordId> records, RecordId memo, long base) {
    List<String> words = new ArrayList<>();
    String mine = "Start.";
    for (int round = 0; round < ROUNDS; round++) {
      List<Op> ops = new ArrayList<>();
      for (int i = 0; i < records.size(); i++) {
        String title = "t%sx%sx%s".formatted(number, round, i);
        ops.add(device.put(records.get(i), "interview", 0, "title", title));
        words.add(title);
      }
      String word = "w%sx%s".formatted(number, round);
      var edit =
          new FieldChange.TextEdit(
              new TextBase.Inline(mine), List.of(new Splice(mine.length(), 0, " " + word)));
      ops.add(device.edit(memo, "memo", base, Map.of("notes", edit)));
      mine = mine + " " + word;
      words.add(word);
      var outcomes = device.push(ops.toArray(Op[]::new)).outcomes();
      assertThat(outcomes.stream().map(OpOutcome::outcome))
          .noneMatch(outcome -> outcome instanceof Outcome.Parked);
    }
    return words;
  }

  private static void assertNothingLost(
      TestDevice reader, long base, RecordId memo, List<String> words) {
    TreeSet<String> found = new LogAudit().everyWordEverWritten();
    assertThat(found).containsAll(words);
    List<Change> pulled = reader.pullAll(base);
    String text =
        pulled.stream()
            .filter(change -> change.record().equals(memo))
            .map(change -> change.fields().get("notes"))
            .filter(value -> value != null)
            .map(value -> ((Value.Text) value).value())
            .reduce("", (_, last) -> last);
    assertThat(LogAudit.words(text))
        .containsAll(words.stream().filter(word -> word.startsWith("w")).toList());
  }

  @Test
  @Timeout(20)
  void aHintReachesSubscribersOfTheOtherServerWithinASecond() throws Exception {
    TestDevice anna = new TestDevice(TestServers.shared().port(), "Anna");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest events =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other.port() + "/sync/v1/events"))
              .timeout(Duration.ofSeconds(10))
              .build();
      var response = client.send(events, HttpResponse.BodyHandlers.ofLines());
      Iterator<String> lines = response.body().iterator();
      assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
      nextData(lines);
      long head = anna.push(anna.put(TestDevice.newRecord(), "memo", 0, "notes", "x")).head();
      long sent = System.nanoTime();
      String expected =
          "data: {\"workspace\":\"%s\",\"head\":%s}".formatted(anna.hello().workspace(), head);
      assertThat(nextData(lines)).isEqualTo(expected);
      assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(1));
      client.shutdownNow();
    }
  }

  private static String nextData(Iterator<String> lines) {
    String line = lines.next();
    while (!line.startsWith("data:")) {
      line = lines.next();
    }
    return line;
  }
}
