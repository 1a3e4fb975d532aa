package dev.throughline.server.release;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.server.log.Committed;
import dev.throughline.server.log.LogEntry;
import dev.throughline.server.log.Payload;
import dev.throughline.server.log.Plan;
import dev.throughline.server.sync.ServerDesk;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Starts the workflow of every handoff that has something to wait for: when something happens to
 * it, and from time to time, so that an engine that forgot everything learns it again.
 */
@Component
final class Rounds implements Committed {
  private static final Set<String> KINDS = Set.of(Approval.KIND.name(), Release.KIND.name());
  private static final List<String> WAITING =
      Stream.of(ApprovalState.OPEN, ApprovalState.MET).map(ApprovalState::wireName).toList();
  private static final List<String> UNDER_WAY =
      Stream.of(
              ReleaseState.CHECKING,
              ReleaseState.REGISTERING,
              ReleaseState.ACTIVATING,
              ReleaseState.TESTING,
              ReleaseState.FAILED,
              ReleaseState.ROLLING_BACK)
          .map(ReleaseState::wireName)
          .toList();

  private final ObjectProvider<ServerDesk> desk;
  private final ObjectProvider<Courses> courses;
  private final ReleaseConfiguration.Later nudging;
  private boolean isFirst = true;

  /** 1 while the engine answers, 0 while it does not; not a number where there is none. */
  private volatile double running = Double.NaN;

  Rounds(
      ObjectProvider<ServerDesk> desk,
      ObjectProvider<Courses> courses,
      ReleaseConfiguration.Later nudging,
      MeterRegistry meters) {
    this.desk = desk;
    this.courses = courses;
    this.nudging = nudging;
    Gauge.builder("throughline.workflow.running", this, its -> its.running).register(meters);
  }

  @Override
  public void committed(WorkspaceId workspace, Plan plan) {
    Set<String> handoffs =
        plan.commits().stream()
            .flatMap(commit -> commit.entries().stream())
            .filter(entry -> KINDS.contains(entry.kind()))
            .map(Rounds::handoff)
            .filter(handoff -> !handoff.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!handoffs.isEmpty()) {
      nudging.run(
          () ->
              courses.ifAvailable(
                  its -> handoffs.forEach(handoff -> its.nudge(workspace, handoff))));
    }
  }

  private static String handoff(LogEntry entry) {
    return new FieldMap(Payload.of(entry.payload()).fields()).text(Approval.HANDOFF);
  }

  /** Looks at everything that waits; the first time at everything there is. */
  @Scheduled(initialDelay = 1_000, fixedDelay = 60_000)
  void go() {
    courses.ifAvailable(
        its -> {
          boolean isRunning = its.isRunning();
          running = isRunning ? 1 : 0;
          if (isRunning) {
            desk.getObject()
                .workspaces()
                .forEach(workspace -> all(workspace).forEach(of -> its.ensure(workspace, of)));
            isFirst = false;
          }
        });
  }

  private Set<String> all(WorkspaceId workspace) {
    Set<String> handoffs = new TreeSet<>();
    handoffs.addAll(said(workspace, Approval.KIND.name(), Approval.STATE, WAITING));
    handoffs.addAll(said(workspace, Release.KIND.name(), Release.STATE, UNDER_WAY));
    handoffs.removeIf(String::isEmpty);
    return handoffs;
  }

  private List<String> said(WorkspaceId workspace, String kind, String field, List<String> states) {
    return desk.getObject()
        .said(workspace, kind, Approval.HANDOFF, field, isFirst ? List.of() : states);
  }
}
