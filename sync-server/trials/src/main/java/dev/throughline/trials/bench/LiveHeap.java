package dev.throughline.trials.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The most this process's heap held after any collection since {@link #watch}, over what it held
 * then. What a collection has not got to yet counts as held.
 */
final class LiveHeap {
  private static final double MEGA = 1 << 20;

  /** Where objects begin; after a collection nothing in it is old. */
  private static final String NEW = "Eden";

  private final Set<String> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .filter(name -> !name.contains(NEW))
          .collect(Collectors.toSet());
  private final AtomicLong most = new AtomicLong();
  private final AtomicLong collections = new AtomicLong();
  private final long before;

  private LiveHeap() {
    System.gc();
    before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    for (var collector : ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class)) {
      ((NotificationEmitter) collector)
          .addNotificationListener((told, _) -> note(told), null, null);
    }
  }

  /** Begins to watch; clears the heap first. */
  static LiveHeap watch() {
    return new LiveHeap();
  }

  private void note(Notification told) {
    if (told.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      Map<String, MemoryUsage> after =
          GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData())
              .getGcInfo()
              .getMemoryUsageAfterGc();
      long held =
          after.entrySet().stream()
              .filter(pool -> pools.contains(pool.getKey()))
              .mapToLong(pool -> pool.getValue().getUsed())
              .sum();
      most.accumulateAndGet(held, Math::max);
      collections.incrementAndGet();
    }
  }

  /** In megabytes. */
  double extra() {
    return (most.get() - before) / MEGA;
  }

  /** Of how many collections. */
  long collections() {
    return collections.get();
  }
}
