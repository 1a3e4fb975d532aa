package dev.throughline.server.sync;

import dev.throughline.model.sync.Merge;
import dev.throughline.server.log.Aftermath;
import dev.throughline.server.log.Committed;
import dev.throughline.server.log.RandomBytes;
import dev.throughline.server.log.Rescues;
import dev.throughline.server.log.Served;
import dev.throughline.server.log.ServerHand;
import dev.throughline.server.log.SyncCore;
import dev.throughline.server.people.Callers;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings workspaces up. */
@Component
final class WorkspaceRuntimes {
  private final ChangeLog log;
  private final Hints hints;
  private final SyncMetrics metrics;
  private final Callers callers;
  private final InstantSource clock;
  private final RandomBytes random;
  private final Aftermath aftermath;
  private final List<Committed> listeners;

  WorkspaceRuntimes(
      ChangeLog log,
      Hints hints,
      SyncMetrics metrics,
      Callers callers,
      InstantSource clock,
      RandomBytes random,
      List<Aftermath> aftermaths,
      List<Committed> listeners) {
    this.log = log;
    this.hints = hints;
    this.metrics = metrics;
    this.callers = callers;
    this.clock = clock;
    this.random = random;
    this.aftermath = Aftermath.all(aftermaths);
    this.listeners = List.copyOf(listeners);
  }

  WorkspaceRuntime open(Served served) {
    var id = served.workspace();
    SyncCore core =
        new SyncCore(log, served, clock, random, Merge::apply, aftermath, callers.notice());
    ChangeIntake intake = new ChangeIntake(core, hints, metrics, listeners);
    ServerHand hand = new ServerHand(intake::take, log, id, clock, random);
    hints.headMoved(id, log.inTransaction(id, () -> log.head(id)).seq());
    return new WorkspaceRuntime(served, core, intake, hand, new Rescues(log, id, hand));
  }
}
