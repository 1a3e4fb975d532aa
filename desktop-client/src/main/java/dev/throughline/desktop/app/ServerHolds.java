package dev.throughline.desktop.app;

import dev.throughline.desktop.hold.Hold;
import dev.throughline.desktop.hold.HoldDesk;
import dev.throughline.desktop.hold.HoldMessages;
import dev.throughline.desktop.hold.HoldStep;
import dev.throughline.desktop.hold.HoldWish;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.sync.RouteCall;
import dev.throughline.desktop.sync.SyncLoop;
import dev.throughline.desktop.sync.SyncTransport;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.MalformedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks the server in use about legal holds. */
public final class ServerHolds implements HoldDesk {
  private static final String HOLDS = "/blobs/v1/holds";
  private static final int PAGE = 200;

  /** More holds than anybody looks through. */
  private static final int PAGES_MAX = 20;

  private final SyncLoop loop;

  public ServerHolds(SyncLoop loop) {
    this.loop = loop;
  }

  @Override
  public Optional<Reply<List<Hold>>> holds() {
    return loop.ask(ServerHolds::all);
  }

  private static Reply<List<Hold>> all(SyncTransport transport) {
    List<Hold> all = new ArrayList<>();
    Optional<String> after = Optional.of("");
    for (int page = 0; page < PAGES_MAX && after.isPresent(); page++) {
      String query =
          HOLDS
              + "?limit="
              + PAGE
              + after.filter(it -> !it.isEmpty()).map("&after="::concat).orElse("");
      Reply<HoldMessages.Page> reply =
          read(transport.call(RouteCall.get(query)), HoldMessages::page);
      switch (reply) {
        case Reply.Ok<HoldMessages.Page>(HoldMessages.Page came) -> {
          all.addAll(came.holds());
          after = came.next();
        }
        case Reply.Refused<HoldMessages.Page>(String code, String sentence) -> {
          return new Reply.Refused<>(code, sentence);
        }
        case Reply.Unreachable<HoldMessages.Page>(String why, long retry) -> {
          return new Reply.Unreachable<>(why, retry);
        }
      }
    }
    return new Reply.Ok<>(all);
  }

  @Override
  public Optional<Reply<Hold>> propose(HoldWish wish) {
    return loop.ask(
        transport ->
            read(
                transport.call(RouteCall.post(HOLDS, HoldMessages.wish(wish), wish.key())),
                HoldMessages::hold));
  }

  @Override
  public Optional<Reply<Hold>> step(Hold hold, HoldStep step) {
    String path = HOLDS + "/" + hold.id() + "/" + step.wireName();
    return loop.ask(transport -> read(transport.call(RouteCall.post(path)), HoldMessages::hold));
  }

  private static <T> Reply<T> read(Reply<Value> reply, Function<Value, T> reading) {
    return switch (reply) {
      case Reply.Ok<Value>(Value value) -> {
        try {
          yield new Reply.Ok<>(reading.apply(value));
        } catch (MalformedMessage e) {
          yield new Reply.Unreachable<>(e.getClass().getSimpleName(), 0);
        }
      }
      case Reply.Refused<Value>(String code, String sentence) ->
          new Reply.Refused<>(code, sentence);
      case Reply.Unreachable<Value>(String why, long after) -> new Reply.Unreachable<>(why, after);
    };
  }
}
