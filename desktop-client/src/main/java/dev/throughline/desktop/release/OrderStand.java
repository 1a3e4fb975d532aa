package dev.throughline.desktop.release;

import dev.throughline.desktop.approval.SignCase;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.release.RollbackOrder.Words;
import java.util.List;
import java.util.Optional;

/**
 * An order that is not over.
 *
 * @param failed what the checks look at that failed
 * @param signing where its signing stands; empty while the server has not opened it
 */
record OrderStand(
    RollbackOrder order, Words words, List<String> failed, Optional<SignCase> signing) {
  RecordId id() {
    return order.id();
  }

  /** Whether it was carried out at once and nobody has stood behind it yet. */
  boolean isUnratified() {
    return words.purpose() == Purpose.EMERGENCY
        && signing.map(its -> its.approval().isOpen()).orElse(true);
  }
}
