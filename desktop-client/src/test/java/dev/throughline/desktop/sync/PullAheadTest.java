package dev.throughline.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next pull is on its way while the one before it is taken in. */
class PullAheadTest {
  private static final WorkspaceId TEAM = WorkspaceId.of("018f3f5e-7c3a-7c00-8000-00000000aaaa");
  private static final long HEAD = 3;

  @TempDir Path folder;

  private final List<String> calls = new ArrayList<>();
  private ClientWiring desk;
  private LocalStore store;

  @BeforeEach
  void join() throws Exception {
    desk = Desk.open(folder);
    desk.ledger().joined(TEAM, "Team");
    store = desk.ledger().store();
    store.onChange(changed -> calls.add("taken in"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theNextPullBeginsBeforeThisOneIsTakenIn() {
    Puller puller = new Puller(desk.ledger());
    Way way = new Way();
    while (puller.round(way) instanceof Round.Done(_, boolean more) && more) {
      calls.add("next round");
    }
    assertThat(calls)
        .containsExactly(
            "asked after 0",
            "began after 1",
            "taken in",
            "next round",
            "waited for 1",
            "began after 2",
            "taken in",
            "next round",
            "waited for 2",
            "taken in");
    assertThat(store.cursor().map(Cursor::seq)).contains(HEAD);
  }

  @Test
  void whatWasBegunOnAnotherWayIsNotUsed() {
    Puller puller = new Puller(desk.ledger());
    puller.round(new Way());
    calls.clear();
    puller.round(new Way());
    assertThat(calls).startsWith("asked after 1");
  }

  @Test
  void whatWasBegunAndFailedIsAskedForAgain() {
    Puller puller = new Puller(desk.ledger());
    Way way = new Way();
    puller.round(way);
    way.isCut = true;
    assertThat(puller.round(way)).isInstanceOf(Round.Away.class);
    way.isCut = false;
    calls.clear();
    assertThat(puller.round(way)).isEqualTo(new Round.Done(1, true));
    assertThat(calls).startsWith("asked after 1");
  }

  /** A log of three memos, one to an answer. */
  private final class Way implements SyncTransport {
    boolean isCut;

    @Override
    public Reply<PullAnswer> pull(long after, String chain, String standing) {
      calls.add("asked after " + after);
      return answer(after);
    }

    @Override
    public Supplier<Reply<PullAnswer>> pullAhead(long after, String chain, String standing) {
      calls.add("began after " + after);
      return () -> {
        calls.add("waited for " + after);
        return answer(after);
      };
    }

    private Reply<PullAnswer> answer(long after) {
      if (isCut) {
        return new Reply.Unreachable<>("cut", 0);
      }
      long seq = after + 1;
      Change change =
          new Change(
              seq,
              new RecordId(new UUID(7, seq)),
              Memo.KIND.name(),
              false,
              new TreeMap<>(Map.of("notes", Value.text("memo " + seq))),
              "Ben",
              "other",
              1,
              false);
      return new Reply.Ok<>(
          new PullAnswer(
              after, new Cursor(TEAM, "epoch", seq, "chain" + seq), HEAD, List.of(change)));
    }

    @Override
    public Reply<Welcome> hello(Hello hello) {
      throw new AssertionError("not called");
    }

    @Override
    public Reply<PushAnswer> push(Push push) {
      throw new AssertionError("not called");
    }

    @Override
    public void listen(Runnable connected, LongConsumer head) {
      throw new AssertionError("not called");
    }

    @Override
    public void close() {
      throw new AssertionError("not called");
    }
  }
}
