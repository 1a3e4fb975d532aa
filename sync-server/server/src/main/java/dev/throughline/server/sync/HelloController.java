package dev.throughline.server.sync;

import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.Feature;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens a session: agrees on a version, and on a common past. */
@RestController
final class HelloController {
  private final MessageBodies bodies;
  private final Workspaces workspaces;
  private final ChangeLog log;
  private final ChangeFeed feed;
  private final InstantSource clock;

  HelloController(
      MessageBodies bodies,
      Workspaces workspaces,
      ChangeLog log,
      ChangeFeed feed,
      InstantSource clock) {
    this.bodies = bodies;
    this.workspaces = workspaces;
    this.log = log;
    this.feed = feed;
    this.clock = clock;
  }

  @PostMapping("/sync/v1/hello")
  ResponseEntity<byte[]> hello(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Hello hello = bodies.read(request, WireFormat.HELLO);
    int version = Versions.shared(hello.versionMin(), hello.versionMax());
    Served served = workspaces.served();
    Instant now = clock.instant();
    Head head =
        log.inTransaction(
            served.workspace(),
            () -> {
              hello.cursor().ifPresent(cursor -> requireCommonPast(served, cursor));
              log.seen(
                  served.workspace(), hello.device(), hello.incarnation(), hello.author(), now);
              return log.head(served.workspace());
            });
    return answering.with(WireFormat.WELCOME, welcome(version, hello, served, head, now));
  }

  private void requireCommonPast(Served served, Cursor cursor) {
    workspaces.require(cursor.workspace());
    if (!cursor.epoch().equals(served.epoch())) {
      throw new ProblemException(
          Problem.DIVERGED, "The server's log was begun anew since; its epoch is another.");
    }
    feed.requireKnown(served.workspace(), cursor.seq(), Optional.of(cursor.chain()));
  }

  private static Welcome welcome(int version, Hello hello, Served served, Head head, Instant now) {
    Set<String> features =
        hello.features().stream().filter(Feature.OURS::contains).collect(Collectors.toSet());
    return new Welcome(
        version,
        features,
        served.workspace(),
        served.name(),
        served.epoch(),
        head.seq(),
        now.toEpochMilli(),
        Protocol.PUSH_OPS_MAX,
        Protocol.MESSAGE_BYTES_MAX,
        Workspaces.NOTICE);
  }
}
