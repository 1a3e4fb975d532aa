package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.Release;
import dev.throughline.model.value.Value;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestServers;
import dev.throughline.server.sync.ServerDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Edits and two servers that carry out meet: nothing goes out unsigned, and nothing twice. */
class RacesIT extends ReleaseDesk {
  private static final int RACES = Integer.getInteger("throughline.races", 40);

  /** So many on one server: desktops here read its whole log each time. */
  private static final int AT_ONCE = 50;

  private final List<String> wrong = new ArrayList<>();
  private int out;

  @BeforeAll
  static void start() throws Exception {
    begin(Map.of());
  }

  @Test
  void anEditAndTwoServersThatCarryOutMeet() throws Exception {
    for (int done = 0; done < RACES; done += AT_ONCE) {
      if (done > 0) {
        server.close();
        begin(Map.of());
      }
      races(Math.min(AT_ONCE, RACES - done));
    }
    assertThat(wrong).isEmpty();
    assertThat(out).as("some went out").isPositive();
  }

  private void races(int count) throws Exception {
    try (SyncServer.Running other =
            TestServers.another(Map.of("throughline.identity.issuer", issuerUrl()), CLOCK);
        ExecutorService people = Executors.newFixedThreadPool(3)) {
      ServerDesk two = bean(other, ServerDesk.class);
      for (int race = 0; race < count; race++) {
        handoff = manager.handoff("Price first");
        race(submitted(1), two, people);
      }
    }
  }

  private void race(Release release, ServerDesk two, ExecutorService people) throws Exception {
    CyclicBarrier line = new CyclicBarrier(3);
    RecordId of = handoff;
    Future<Boolean> first = people.submit(() -> begins(records, of, line));
    Future<Boolean> second = people.submit(() -> begins(two, of, line));
    Future<?> edit =
        people.submit(
            () -> {
              line.await();
              return manager.write(
                  of, Handoff.KIND.name(), Map.of(Handoff.TITLE, Value.text("Other")));
            });
    edit.get();
    int begun = (first.get() ? 1 : 0) + (second.get() ? 1 : 0);
    ApprovalState state = manager.approval(of).state();
    boolean isOut = records.act(workspace, all -> Moves.find(release.id(), all).isPresent());
    boolean isRight =
        begun == 1
            ? isOut && state == ApprovalState.SPENT
            : !isOut && state == ApprovalState.CHANGED;
    if (!isRight || begun > 1) {
      wrong.add("begun " + begun + ", out " + isOut + ", " + state);
    }
    out += begun;
  }

  private static boolean begins(ServerDesk desk, RecordId handoff, CyclicBarrier line)
      throws Exception {
    Situation seen = desk.act(workspace, all -> Situation.of(handoff, all));
    line.await();
    return desk.act(workspace, all -> Moves.begin(seen.approval().orElseThrow(), all));
  }
}
