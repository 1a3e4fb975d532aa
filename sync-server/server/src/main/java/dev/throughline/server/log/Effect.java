package dev.throughline.server.log;

import dev.throughline.model.sync.RecordState;
import java.util.List;

/**
 * All that the pushes of one transaction lead to, ready to be written.
 *
 * @param plans one a push, in the order in which they were taken
 * @param created states of records that had none
 * @param updated states of records that had one
 * @param head the end of the log afterwards
 */
public record Effect(
    List<Plan> plans, List<RecordState> created, List<RecordState> updated, Head head) {
  public Effect {
    plans = List.copyOf(plans);
    created = List.copyOf(created);
    updated = List.copyOf(updated);
  }

  /** The events that are chained with it, in order. */
  public List<byte[]> audit() {
    return plans.stream().flatMap(plan -> plan.audit().stream()).toList();
  }

  /** Whether the log grows. */
  public boolean hasEntries() {
    return plans.stream().anyMatch(plan -> !plan.commits().isEmpty());
  }
}
