package dev.throughline.trials.memory;

import dev.throughline.desktop.store.Arrival;
import dev.throughline.desktop.store.Arrivals;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Arrivals in memory. */
record MemoryArrivals(MemoryMedium medium) implements Arrivals {
  private static final Comparator<Arrival> LATEST_FIRST =
      Comparator.comparingLong(Arrival::seq).reversed();

  @Override
  public void put(Collection<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return;
    }
    TreeMap<String, Arrival> rows = medium.changing().arrivals();
    for (Arrival arrival : arrivals) {
      rows.put(arrival.author() + "/" + arrival.record() + "/" + arrival.kind(), arrival);
    }
    List<Arrival> all = rows.values().stream().sorted(LATEST_FIRST).toList();
    if (all.size() > KEPT_MAX) {
      long oldest = all.get(KEPT_MAX).seq();
      rows.values().removeIf(arrival -> arrival.seq() < oldest);
    }
  }

  @Override
  public List<Arrival> after(long seq, int countMax) {
    return medium.rows().arrivals().values().stream()
        .filter(arrival -> arrival.seq() > seq)
        .sorted(LATEST_FIRST)
        .limit(countMax)
        .toList();
  }
}
