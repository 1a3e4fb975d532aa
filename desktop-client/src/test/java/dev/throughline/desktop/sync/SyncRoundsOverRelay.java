package dev.throughline.desktop.sync;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.memo.Relay;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Welcome;

/** Pulls as the sync loop does, from a relay instead of a server. */
public final class SyncRoundsOverRelay {
  private SyncRoundsOverRelay() {}

  /** One round of the real puller. */
  public static Round pull(Relay relay, ClientWiring desk) {
    return new Puller(desk.ledger()).round(transport(relay));
  }

  private static SyncTransport transport(Relay relay) {
    return new SyncTransport() {
      @Override
      public Reply<Welcome> hello(Hello hello) {
        return new Reply.Unreachable<>("only pulls", 0);
      }

      @Override
      public Reply<PushAnswer> push(Push push) {
        return new Reply.Unreachable<>("only pulls", 0);
      }

      @Override
      public Reply<PullAnswer> pull(long after, String chain, String standing) {
        return new Reply.Ok<>(relay.answer(after));
      }

      @Override
      public void listen(Runnable connected, java.util.function.LongConsumer head) {}

      @Override
      public void close() {}
    };
  }
}
