package dev.throughline.trials.sim;

import dev.throughline.desktop.journal.JournalEntry;
import dev.throughline.model.id.DeviceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When people settled what was kept aside, beside when operations left; told by the journals. */
final class Settled {
  private final List<Told> all = new ArrayList<>();

  /** What one journal tells, under whatever names the profile went: where each number stands. */
  private record Told(Set<DeviceId> names, Map<Long, Integer> dropped, Map<Long, Integer> sent) {
    boolean isBefore(long keptAside, long operation) {
      int at = dropped.getOrDefault(keptAside, Integer.MAX_VALUE);
      return at < sent.getOrDefault(operation, 0);
    }
  }

  Settled(List<Device> devices) {
    devices.forEach(device -> all.add(read(device.journal().written())));
  }

  private static Told read(List<JournalEntry> journal) {
    Told told = new Told(new HashSet<>(), new HashMap<>(), new HashMap<>());
    for (int i = 0; i < journal.size(); i++) {
      switch (journal.get(i)) {
        case JournalEntry.Identity(var device, _) -> told.names().add(device);
        case JournalEntry.Resent(_, _, var numbers) -> note(told.dropped(), numbers, i);
        case JournalEntry.Discarded(var numbers) -> note(told.dropped(), numbers, i);
        case JournalEntry.Sent(var numbers) -> note(told.sent(), numbers, i);
        default -> {}
      }
    }
    return told;
  }

  private static void note(Map<Long, Integer> of, List<Long> numbers, int at) {
    numbers.forEach(number -> of.putIfAbsent(number, at));
  }

  /**
   * Whether the first operation was settled when the second left. Two copies of a profile may have
   * gone under one name; then one of them tells.
   */
  boolean isBefore(DeviceId device, long keptAside, long operation) {
    return all.stream()
        .filter(told -> told.names().contains(device))
        .anyMatch(told -> told.isBefore(keptAside, operation));
  }
}
