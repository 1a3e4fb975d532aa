package dev.throughline.trials.sim;

import dev.throughline.desktop.journal.JournalEntry;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.sync.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** When people settled what was kept aside, beside when operations left; told by the journals. */
final class Settled {
  private final List<Told> all = new ArrayList<>();

  /** What one journal tells up to the end of the time under a name: where each number stands. */
  private record Told(
      DeviceId name, Set<OpId> ops, Map<Long, Integer> dropped, Map<Long, Integer> sent) {
    Told(DeviceId name) {
      this(name, new HashSet<>(), new HashMap<>(), new HashMap<>());
    }

    /** What was told goes on under another name. */
    Told as(DeviceId other) {
      return new Told(other, new HashSet<>(ops), new HashMap<>(dropped), new HashMap<>(sent));
    }

    boolean isBefore(long keptAside, long operation) {
      int at = dropped.getOrDefault(keptAside, Integer.MAX_VALUE);
      return at < sent.getOrDefault(operation, 0);
    }
  }

  Settled(List<Device> devices) {
    devices.forEach(device -> read(device.journal().written()));
  }

  private void read(List<JournalEntry> journal) {
    Told told = new Told(new DeviceId(new UUID(0, 0)));
    for (int i = 0; i < journal.size(); i++) {
      switch (journal.get(i)) {
        case JournalEntry.Identity(var device, _) -> {
          if (!device.equals(told.name())) {
            told = told.as(device);
            all.add(told);
          }
        }
        case JournalEntry.Recorded(_, var ops) -> keep(told, ops);
        case JournalEntry.Resent(_, var ops, var numbers) -> {
          keep(told, ops);
          note(told.dropped(), numbers, i);
        }
        case JournalEntry.Discarded(var numbers) -> note(told.dropped(), numbers, i);
        case JournalEntry.Sent(var numbers) -> note(told.sent(), numbers, i);
        default -> {}
      }
    }
  }

  private static void keep(Told told, List<Op> ops) {
    ops.forEach(op -> told.ops().add(op.id()));
  }

  private static void note(Map<Long, Integer> of, List<Long> numbers, int at) {
    numbers.forEach(number -> of.putIfAbsent(number, at));
  }

  /**
   * Whether a device still waited for an operation of its own that was kept aside, when another
   * left. Two copies of a profile may have gone under one name; then one of them tells. What the
   * other copy alone did is none of its own, and nobody waits for what was folded into it.
   */
  boolean isAwaited(DeviceId device, Op keptAside, Op operation) {
    List<Told> own =
        all.stream()
            .filter(told -> told.name().equals(device))
            .filter(told -> told.ops().containsAll(List.of(keptAside.id(), operation.id())))
            .toList();
    return !own.isEmpty()
        && keptAside.opNo() < operation.opNo()
        && own.stream().noneMatch(told -> told.isBefore(keptAside.opNo(), operation.opNo()));
  }
}
