package dev.throughline.trials.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.sync.SyncTransport;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Feature;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Asker;
import dev.throughline.server.log.Delivery;
import dev.throughline.server.log.Served;
import dev.throughline.server.log.SyncCore;
import dev.throughline.standalone.StandaloneServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the log in memory to the one in Postgres: the same pushes and pulls, the same answers. */
class LogContractIT {
  private static final int PUSHES = 60;
  private static final List<String> KINDS = List.of("interview", "study", "hologram");

  @TempDir Path folder;

  private final Random random = new Random(7);
  private final List<Push> pushed = new ArrayList<>();
  private final long[] numbers = new long[3];
  private long head;

  @Test
  void theSamePushesAndPullsGiveTheSameAnswers() {
    try (StandaloneServer server =
            StandaloneServer.start(StandaloneServer.Options.in(folder.resolve("server")));
        SyncTransport postgres =
            new HttpSyncTransport(URI.create("http://127.0.0.1:" + server.port()))) {
      Welcome welcome = value(postgres.hello(hello()));
      SyncCore memory = memory(welcome);
      for (int i = 0; i < PUSHES; i++) {
        Push push = random.nextInt(5) == 0 && i > 0 ? again() : fresh(welcome);
        PushAnswer there = value(postgres.push(push));
        assertThat(answer(memory, push)).as("push " + i).isEqualTo(there);
        head = there.head();
        comparePulls(postgres, memory);
      }
      assertThat(memory.hello(hello(), Asker.ANYBODY).head())
          .isEqualTo(value(postgres.hello(hello())).head());
    }
  }

  private static PushAnswer answer(SyncCore memory, Push push) {
    return memory.take(List.of(new Delivery(push, Asker.ANYBODY))).getFirst()
            instanceof SyncCore.Taken.Done(var plan)
        ? plan.answer()
        : fail("not taken");
  }

  private void comparePulls(SyncTransport postgres, SyncCore memory) {
    PullAnswer here = memory.pull(0, Optional.empty(), Optional.empty(), Asker.ANYBODY);
    PullAnswer there = value(postgres.pull(0, "", ""));
    assertThat(changes(here)).isEqualTo(changes(there));
    assertThat(here.cursor().seq()).isEqualTo(there.cursor().seq());
    assertThat(here.head()).isEqualTo(there.head());
  }

  /** When a server took something in is its own affair. */
  private static List<Change> changes(PullAnswer answer) {
    return answer.changes().stream()
        .map(
            change ->
                new Change(
                    change.seq(),
                    change.record(),
                    change.kind(),
                    change.trashed(),
                    change.fields(),
                    change.author(),
                    change.device(),
                    0))
        .toList();
  }

  private static SyncCore memory(Welcome welcome) {
    return new SyncCore(
        new MemoryLog(new LogDisk(), StopPoints.NONE),
        new Served(welcome.workspace(), welcome.workspaceName(), welcome.epoch()),
        InstantSource.system(),
        byte[]::new,
        Merge::apply,
        "");
  }

  private Push again() {
    return pushed.get(random.nextInt(pushed.size()));
  }

  private Push fresh(Welcome welcome) {
    int device = random.nextInt(numbers.length);
    List<Op> ops = new ArrayList<>();
    int groups = 1 + random.nextInt(3);
    for (int group = 0; group < groups; group++) {
      GroupId id = new GroupId(Uuids.derived("group" + random.nextLong()));
      int size = 1 + random.nextInt(2);
      for (int i = 0; i < size; i++) {
        ops.add(op(id, ++numbers[device]));
      }
    }
    Push push =
        new Push(
            Protocol.VERSION_MAX,
            welcome.workspace(),
            new DeviceId(Uuids.derived("device" + device)),
            1,
            "author " + device,
            ops);
    pushed.add(push);
    return push;
  }

  private Op op(GroupId group, long opNo) {
    Action action = Action.values()[Math.max(0, random.nextInt(6) - 3)];
    TreeMap<String, FieldChange> fields = new TreeMap<>();
    if (action == Action.EDIT) {
      fields.putAll(fields());
    }
    int record = random.nextInt(9);
    return new Op(
        new OpId(Uuids.derived("op" + random.nextLong())),
        opNo,
        group,
        new Hlc(random.nextInt(1_000), 0),
        new RecordId(Uuids.derived("record" + record)),
        KINDS.get(record == 8 ? 2 : record % 2),
        action,
        random.nextLong(head + 1),
        fields);
  }

  private Map<String, FieldChange> fields() {
    Value word = Value.text("w" + random.nextInt(50));
    return switch (random.nextInt(4)) {
      case 0 -> Map.of("guide", FieldChange.put(Value.text("a " + word + " b")));
      case 1 -> Map.of("study", FieldChange.put(Value.text("no id")));
      case 2 -> Map.of("fromTheFuture", FieldChange.put(word));
      default -> Map.of("title", FieldChange.put(word));
    };
  }

  private static Hello hello() {
    return new Hello(
        Protocol.VERSION_MIN,
        Protocol.VERSION_MAX,
        Feature.OURS,
        new DeviceId(Uuids.derived("device0")),
        1,
        "author 0",
        Optional.empty(),
        0);
  }

  private static <T> T value(Reply<T> reply) {
    return reply instanceof Reply.Ok<T>(T value) ? value : fail(String.valueOf(reply));
  }

  private static <T> T fail(String why) {
    throw new AssertionError(why);
  }
}
