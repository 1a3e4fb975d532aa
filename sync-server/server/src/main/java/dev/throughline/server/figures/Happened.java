package dev.throughline.server.figures;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.server.log.Committed;
import dev.throughline.server.log.LogEntry;
import dev.throughline.server.log.Payload;
import dev.throughline.server.log.Plan;
import dev.throughline.server.sync.ServerDesk;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Counts what this server has taken in, once it is durable and beside the push. Several servers
 * count each their own.
 */
@Component
final class Happened implements Committed {
  private static final Logger log = LoggerFactory.getLogger(Happened.class);
  private static final Set<String> KINDS =
      Set.of(Idea.KIND.name(), Approval.KIND.name(), Release.KIND.name());

  private final ObjectProvider<ServerDesk> desks;
  private final Counters counters;
  private final FigureConfiguration.Aside aside;

  Happened(ObjectProvider<ServerDesk> desks, Counters counters, FigureConfiguration.Aside aside) {
    this.desks = desks;
    this.counters = counters;
    this.aside = aside;
  }

  @Override
  public void committed(WorkspaceId workspace, Plan plan) {
    List<LogEntry> entries =
        plan.commits().stream()
            .flatMap(commit -> commit.entries().stream())
            .filter(entry -> KINDS.contains(entry.kind()))
            .toList();
    if (!entries.isEmpty()) {
      aside.run(() -> look(workspace, plan.push().device(), entries));
    }
  }

  private void look(WorkspaceId workspace, DeviceId device, List<LogEntry> entries) {
    ServerDesk desk = desks.getObject();
    try {
      ideas(desk, workspace, device, entries);
      for (LogEntry entry : entries) {
        if (entry.kind().equals(Approval.KIND.name())) {
          approval(desk, workspace, entry);
        } else if (entry.kind().equals(Release.KIND.name())) {
          release(desk, workspace, entry);
        }
      }
    } catch (RuntimeException e) {
      log.warn("Something that happened was not counted ({}).", e.getClass().getSimpleName());
    }
  }

  /** Those of which these entries are the first. */
  private void ideas(
      ServerDesk desk, WorkspaceId workspace, DeviceId device, List<LogEntry> entries) {
    List<LogEntry> ideas =
        entries.stream().filter(entry -> entry.kind().equals(Idea.KIND.name())).toList();
    Set<RecordId> records = ideas.stream().map(LogEntry::record).collect(Collectors.toSet());
    Set<Long> numbers = ideas.stream().map(LogEntry::seq).collect(Collectors.toSet());
    long fresh =
        desk.begun(workspace, records).stream().filter(one -> numbers.contains(one.seq())).count();
    if (fresh > 0) {
      counters.ideas(desk.isByHand(workspace, device), fresh);
    }
  }

  private void approval(ServerDesk desk, WorkspaceId workspace, LogEntry entry) {
    FieldMap said = fields(entry);
    long metAt = said.whole(Approval.MET_AT).orElse(0L);
    if (metAt == 0 || ApprovalState.of(said.text(Approval.STATE)) != ApprovalState.MET) {
      return;
    }
    desk.find(workspace, List.of(entry.record())).stream()
        .map(found -> Approval.from(found.id(), found.fields()))
        // Another version may have been submitted in the meantime.
        .filter(now -> now.openedAt() <= metAt)
        .forEach(now -> counters.approved(now.policy(), metAt - now.openedAt()));
  }

  private void release(ServerDesk desk, WorkspaceId workspace, LogEntry entry) {
    FieldMap said = fields(entry);
    if (said.text(Release.STATE).equals(ReleaseState.ROLLED_BACK.wireName())) {
      counters.rolledBack();
    }
    long verifiedAt = said.whole(Release.VERIFIED_AT).orElse(0L);
    if (verifiedAt == 0) {
      return;
    }
    List<RecordId> packets =
        desk.find(workspace, List.of(entry.record())).stream()
            .flatMap(found -> Release.from(found.id(), found.fields()).packet().stream())
            .toList();
    // An approval is opened by the very entry its packet comes in with.
    desk.begun(workspace, packets)
        .forEach(packet -> counters.verified(verifiedAt - packet.atMillis()));
  }

  private static FieldMap fields(LogEntry entry) {
    return new FieldMap(Payload.of(entry.payload()).fields());
  }
}
