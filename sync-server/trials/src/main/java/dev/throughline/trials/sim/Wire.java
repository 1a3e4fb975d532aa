package dev.throughline.trials.sim;

import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.sync.SyncTransport;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.wire.Codec;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.trials.memory.StopPoint;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The way of one life of a desktop to the servers. Everybody else goes on while a call waits. */
final class Wire implements SyncTransport {
  private static final long ANSWER_WAIT_MILLIS = 20_000;

  private final World world;
  private final Life life;
  private final AtomicReference<Optional<PullAnswer>> lastPulled =
      new AtomicReference<>(Optional.empty());

  Wire(World world, Life life) {
    this.world = world;
    this.life = life;
  }

  /** What the last pull brought; asking takes it away. */
  Optional<PullAnswer> takeLastPulled() {
    return lastPulled.getAndSet(Optional.empty());
  }

  @Override
  public Reply<Welcome> hello(Hello hello) {
    Hello sent = travelled(WireFormat.HELLO, hello);
    return call("hello", (server, answer) -> server.hello(sent, answer));
  }

  @Override
  public Reply<PushAnswer> push(Push push) {
    Push sent = travelled(WireFormat.PUSH, push);
    return world.mistake.push(
        sent, part -> call("push", (server, answer) -> server.push(part, answer)));
  }

  @Override
  public Reply<PullAnswer> pull(long after, String chain, String standing) {
    Reply<PullAnswer> reply =
        call("pull", (server, answer) -> server.pull(after, Optional.of(chain), answer));
    if (reply instanceof Reply.Ok<PullAnswer>(PullAnswer answer)) {
      lastPulled.set(Optional.of(answer));
    }
    return reply;
  }

  @Override
  public void listen(Runnable connected, LongConsumer head) {
    throw new UnsupportedOperationException("hints come through the world");
  }

  @Override
  public void close() {
    // Nothing is held open.
  }

  private static <T> T travelled(Codec<T> codec, T message) {
    return codec.decode(codec.encode(message, Encoding.CBOR), Encoding.CBOR);
  }

  private <T> Reply<T> call(String what, BiConsumer<Server, Consumer<Reply<T>>> request) {
    life.stops().pass(StopPoint.REQUEST_SENT);
    if (life.device().isCut()) {
      world.timeline.pass(20);
      life.requireAlive();
      return new Reply.Unreachable<>("no network", 0);
    }
    Dice dice = life.device().nextRequest();
    Fate fate = Fate.of(dice, !world.hasFaults);
    world.network.note(fate, life.device(), what);
    AtomicReference<Reply<T>> box =
        fate.isReset()
            ? new AtomicReference<>(new Reply.Unreachable<>("reset", 0))
            : new AtomicReference<>();
    send(fate, dice, request, box);
    world.timeline.runUntil(
        () -> box.get() != null || life.isOver(), world.timeline.now() + ANSWER_WAIT_MILLIS);
    life.requireAlive();
    Reply<T> reply =
        Optional.ofNullable(box.get()).orElseGet(() -> new Reply.Unreachable<>("no answer", 0));
    life.stops().pass(StopPoint.ANSWER_HERE);
    return reply;
  }

  private <T> void send(
      Fate fate,
      Dice dice,
      BiConsumer<Server, Consumer<Reply<T>>> request,
      AtomicReference<Reply<T>> box) {
    Server server = dice.of(world.servers);
    Server other = dice.of(world.servers);
    Consumer<Reply<T>> answer =
        reply ->
            fate.back()
                .ifPresent(
                    millis -> world.timeline.after(millis, () -> box.compareAndSet(null, reply)));
    fate.out()
        .ifPresent(millis -> world.timeline.after(millis, () -> request.accept(server, answer)));
    fate.again()
        .ifPresent(millis -> world.timeline.after(millis, () -> request.accept(other, _ -> {})));
  }
}
