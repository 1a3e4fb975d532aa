package dev.throughline.trials.granted;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Welcome;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.Asker;
import dev.throughline.server.log.Delivery;
import dev.throughline.server.log.LogStore;
import dev.throughline.server.log.PushRules;
import dev.throughline.server.log.Rescues;
import dev.throughline.server.log.Served;
import dev.throughline.server.log.ServerHand;
import dev.throughline.server.log.SyncCore;
import dev.throughline.trials.memory.LogDisk;
import dev.throughline.trials.memory.MemoryLog;
import dev.throughline.trials.memory.StopPoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The server of a run, with the real rules; what it delivers is held against the naive model. */
final class GrantedServer {
  final WorkspaceId workspace = new WorkspaceId(Uuids.derived("the workspace of a granted run"));
  final LogDisk disk = new LogDisk();
  final ServerHand hand;
  final List<String> violations = new ArrayList<>();
  private final SyncCore core;
  private final Rescues rescues;
  private final GrantMistake mistake;
  private long millis = 1_795_000_000_000L;
  int delivered;
  int rescued;
  int gone;

  GrantedServer(long seed, GrantMistake mistake) {
    this.mistake = mistake;
    SplittableRandom random = new SplittableRandom(seed);
    LogStore log = PlantedGrants.in(new MemoryLog(disk, StopPoints.NONE), mistake);
    this.core =
        new SyncCore(
            log,
            new Served(workspace, "Granted", "e1"),
            this::now,
            count -> bytes(random, count),
            Merge::apply,
            "");
    this.hand =
        new ServerHand(this::take, log, workspace, this::now, count -> bytes(random, count));
    this.rescues = new Rescues(log, workspace, hand);
  }

  private static byte[] bytes(SplittableRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  Instant now() {
    return Instant.ofEpochMilli(millis++);
  }

  private PushAnswer take(Delivery delivery) {
    return switch (core.take(List.of(delivery)).getFirst()) {
      case SyncCore.Taken.Done(var plan) -> plan.answer();
      case SyncCore.Taken.Refused(ProblemException problem) -> throw problem;
      case SyncCore.Taken.Later() -> throw new IllegalStateException("one push is never too much");
    };
  }

  Welcome hello(Hello hello, Asker asker) {
    return core.hello(hello, asker);
  }

  PushAnswer push(Push push, Asker asker) {
    PushRules.require(push);
    return take(new Delivery(push, asker));
  }

  PullAnswer pull(long after, String chain, String standing, Asker asker) {
    PullAnswer answer = core.pull(after, Optional.of(chain), Optional.of(standing), asker);
    NaiveSight sight = new NaiveSight(disk.states());
    for (Change change : answer.changes()) {
      boolean sees = sight.sees(asker.person().orElseThrow(), change.record());
      if (change.gone() == sees) {
        violations.add(
            "I9: %s %s was delivered %s"
                .formatted(change.kind(), change.record(), change.gone() ? "as gone" : "unseen"));
      }
      delivered++;
      gone += change.gone() ? 1 : 0;
    }
    return answer;
  }

  private static OpOutcome kept(Op op) {
    return new OpOutcome(op.opNo(), new Outcome.Parked(ParkReason.RESCUED, "kept"));
  }

  PushAnswer rescue(RecordId study, Push push, Asker asker) {
    rescued += push.ops().size();
    if (mistake == GrantMistake.RESCUES_NOTHING) {
      return new PushAnswer(push.ops().stream().map(GrantedServer::kept).toList(), 0);
    }
    return new PushAnswer(rescues.keep(study, push, asker, millis), 0);
  }
}
