package dev.throughline.desktop.store;

import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Orphans;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What goes with parked operations, whichever way they go: everything of their groups, and what is
 * held back because it belongs to them. A child that stayed behind would be sent before its parent.
 */
final class Together {
  private final Predicate<RecordId> isAbsent;

  /** {@code isAbsent} tells whether the server has no such record. */
  Together(Predicate<RecordId> isAbsent) {
    this.isAbsent = isAbsent;
  }

  /**
   * The chosen operations and all that goes with them, oldest first.
   *
   * @param aside everything that is parked or held back, oldest first
   */
  List<Waiting> with(Set<Long> chosen, List<Waiting> aside) {
    Set<GroupId> groups = new HashSet<>();
    aside.stream()
        .filter(waiting -> chosen.contains(waiting.op().opNo()))
        .forEach(waiting -> groups.add(waiting.op().group()));
    int before;
    do {
      before = groups.size();
      Orphans orphans = new Orphans(isAbsent);
      for (Waiting waiting : aside) {
        boolean isChild = waiting.state() == WaitingState.HELD && orphans.isChild(waiting.op());
        if (isChild) {
          groups.add(waiting.op().group());
        }
        if (groups.contains(waiting.op().group())) {
          orphans.parked(waiting.op());
        }
      }
    } while (groups.size() > before);
    return aside.stream().filter(waiting -> groups.contains(waiting.op().group())).toList();
  }
}
