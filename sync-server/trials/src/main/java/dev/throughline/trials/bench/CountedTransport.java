package dev.throughline.trials.bench;

import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.sync.SyncTransport;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Welcome;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Counts round trips and notes when the phases of a round begin; can refuse to pull. */
final class CountedTransport implements SyncTransport {
  private final SyncTransport inner;
  private final boolean pulls;
  private final AtomicInteger trips = new AtomicInteger();
  volatile long greetedAt;
  volatile long pushedAt;
  final AtomicInteger rows = new AtomicInteger();
  final AtomicInteger answers = new AtomicInteger();

  CountedTransport(SyncTransport inner, boolean pulls) {
    this.inner = inner;
    this.pulls = pulls;
  }

  int trips() {
    return trips.get();
  }

  @Override
  public Reply<Welcome> hello(Hello hello) {
    trips.incrementAndGet();
    Reply<Welcome> reply = inner.hello(hello);
    greetedAt = System.nanoTime();
    return reply;
  }

  @Override
  public Reply<PushAnswer> push(Push push) {
    trips.incrementAndGet();
    return inner.push(push);
  }

  @Override
  public Reply<PullAnswer> pull(long after, String chain, String standing) {
    if (pushedAt == 0) {
      pushedAt = System.nanoTime();
    }
    if (!pulls) {
      return new Reply.Unreachable<>("not asked for", 0);
    }
    return counted(() -> inner.pull(after, chain, standing));
  }

  @Override
  public Supplier<Reply<PullAnswer>> pullAhead(long after, String chain, String standing) {
    Supplier<Reply<PullAnswer>> coming = inner.pullAhead(after, chain, standing);
    return () -> counted(coming);
  }

  private Reply<PullAnswer> counted(Supplier<Reply<PullAnswer>> pull) {
    trips.incrementAndGet();
    Reply<PullAnswer> reply = pull.get();
    if (reply instanceof Reply.Ok<PullAnswer>(PullAnswer answer)) {
      rows.addAndGet(answer.changes().size());
      answers.incrementAndGet();
    }
    return reply;
  }

  @Override
  public void listen(Runnable connected, LongConsumer head) {
    inner.listen(connected, head);
  }

  @Override
  public void close() {
    inner.close();
  }
}
