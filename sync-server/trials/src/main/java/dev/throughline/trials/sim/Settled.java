package dev.throughline.trials.sim;

import dev.throughline.desktop.journal.JournalEntry;
import dev.throughline.model.id.DeviceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When people settled what was kept aside, beside when operations left; told by the journals. */
final class Settled {
  private final Map<DeviceId, Map<Long, Integer>> dropped = new HashMap<>();
  private final Map<DeviceId, Map<Long, Integer>> sent = new HashMap<>();

  Settled(List<Device> devices) {
    for (Device device : devices) {
      device
          .life()
          .flatMap(life -> life.ledger().store().device())
          .ifPresent(id -> read(id, device.journal().written()));
    }
  }

  private void read(DeviceId device, List<JournalEntry> journal) {
    for (int i = 0; i < journal.size(); i++) {
      switch (journal.get(i)) {
        case JournalEntry.Resent(_, _, var numbers) -> note(dropped, device, numbers, i);
        case JournalEntry.Discarded(var numbers) -> note(dropped, device, numbers, i);
        case JournalEntry.Sent(var numbers) -> note(sent, device, numbers, i);
        default -> {}
      }
    }
  }

  private static void note(
      Map<DeviceId, Map<Long, Integer>> all, DeviceId device, List<Long> numbers, int at) {
    Map<Long, Integer> of = all.computeIfAbsent(device, _ -> new HashMap<>());
    numbers.forEach(number -> of.putIfAbsent(number, at));
  }

  /** Whether the first operation was settled when the second left. */
  boolean isBefore(DeviceId device, long keptAside, long operation) {
    int at = dropped.getOrDefault(device, Map.of()).getOrDefault(keptAside, Integer.MAX_VALUE);
    return at < sent.getOrDefault(device, Map.of()).getOrDefault(operation, 0);
  }
}
