package dev.throughline.server.figures;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.release.Waits;
import dev.throughline.server.sync.ServerDesk;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How things stand in all workspaces, read from the records: true after a restart too.
 *
 * @param ages of open approvals in milliseconds, the youngest first
 * @param packets how many of them are of handoffs
 * @param rules how many of them are of rules of signing; the others are of orders
 * @param releases how many there are in each state
 * @param stuck for each thing that releases wait for, how long each has been in its state
 * @param orders how many wait for signatures or to be carried out
 * @param unratified how old emergencies are that wait for others to stand behind them
 */
record Now(
    List<Long> ages,
    long packets,
    long rules,
    Map<ReleaseState, Long> releases,
    Map<Waits, List<Long>> stuck,
    Map<Purpose, Long> orders,
    List<Long> unratified) {
  /** What comes from elsewhere; checks and signatures are people's. */
  static final List<Waits> ELSEWHERE =
      List.of(Waits.SENTINEL, Waits.KERNEL, Waits.KERNEL_QUORUM, Waits.KERNEL_REFUSAL);

  private static final List<String> ALIVE =
      Stream.of(ApprovalState.OPEN, ApprovalState.MET).map(ApprovalState::wireName).toList();

  private static final double P95 = 0.95;

  static Now read(ServerDesk desk, long nowMillis) {
    Reading reading = new Reading(desk, nowMillis);
    desk.workspaces().forEach(reading::add);
    reading.ages.sort(null);
    return new Now(
        reading.ages,
        reading.packets,
        reading.rules,
        reading.releases,
        reading.stuck,
        reading.orders,
        reading.unratified);
  }

  private static final class Reading {
    private final ServerDesk desk;
    private final long nowMillis;
    private final List<Long> ages = new ArrayList<>();
    private final Map<ReleaseState, Long> releases = new EnumMap<>(ReleaseState.class);
    private final Map<Waits, List<Long>> stuck = new EnumMap<>(Waits.class);
    private final Map<Purpose, Long> orders = new EnumMap<>(Purpose.class);
    private final List<Long> unratified = new ArrayList<>();
    private long packets;
    private long rules;

    Reading(ServerDesk desk, long nowMillis) {
      this.desk = desk;
      this.nowMillis = nowMillis;
    }

    void add(WorkspaceId workspace) {
      List<Approval> alive =
          desk.holding(workspace, Approval.KIND.name(), Approval.STATE, ALIVE).stream()
              .map(found -> Approval.from(found.id(), found.fields()))
              .toList();
      Map<RecordId, Purpose> purposes = purposes(workspace, alive);
      for (Approval one : alive) {
        Optional<Purpose> purpose = one.packet().filter(purposes::containsKey).map(purposes::get);
        purpose.ifPresent(its -> orders.merge(its, 1L, Long::sum));
        if (one.isOpen()) {
          ages.add(age(one.openedAt()));
          boolean isRule = one.packet().isPresent() && one.packet().equals(one.handoff());
          rules += isRule ? 1 : 0;
          packets += purpose.isEmpty() && !isRule ? 1 : 0;
          purpose
              .filter(its -> its == Purpose.EMERGENCY)
              .ifPresent(_ -> unratified.add(age(one.openedAt())));
        }
      }
      releases(workspace);
    }

    private void releases(WorkspaceId workspace) {
      desk.counts(workspace, Release.KIND.name(), Release.STATE)
          .forEach((state, count) -> releases.merge(ReleaseState.of(state), count, Long::sum));
      desk
          .holding(
              workspace,
              Release.KIND.name(),
              Release.WAITS,
              ELSEWHERE.stream().map(Waits::wireName).toList())
          .stream()
          .map(found -> Release.from(found.id(), found.fields()))
          .forEach(
              one ->
                  stuck.computeIfAbsent(one.waits(), _ -> new ArrayList<>()).add(age(one.since())));
    }

    private Map<RecordId, Purpose> purposes(WorkspaceId workspace, List<Approval> alive) {
      List<RecordId> subjects = alive.stream().flatMap(one -> one.packet().stream()).toList();
      return desk.find(workspace, subjects).stream()
          .map(found -> RollbackOrder.from(found.id(), found.fields()))
          .filter(order -> order.words().isPresent())
          .collect(
              Collectors.toMap(
                  RollbackOrder::id,
                  order -> order.words().orElseThrow().purpose(),
                  (one, _) -> one,
                  TreeMap::new));
    }

    private long age(long atMillis) {
      return Math.max(0, nowMillis - atMillis);
    }
  }

  long openOrders() {
    return ages.size() - packets - rules;
  }

  /** The age that 95 of 100 open approvals do not exceed; 0 when none is open. */
  long slow() {
    return ages.isEmpty() ? 0 : ages.get((int) Math.ceil(P95 * ages.size()) - 1);
  }

  static long oldest(List<Long> ages) {
    return ages.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
