package dev.throughline.desktop.release;

import dev.throughline.model.approval.PolicySet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.RollbackOrder.Words;
import java.util.List;

/**
 * The version that is out, for whoever wants to take it back.
 *
 * @param to the version that comes back then; 0 for none
 * @param failed the checks it failed
 * @param failedTexts what these look at
 * @param hasComeBack whether it was brought back by signatures: then no emergency is enough
 * @param rules those that count
 */
public record Aim(
    RecordId handoff,
    String title,
    Release release,
    long version,
    long to,
    List<RecordId> failed,
    List<String> failedTexts,
    boolean hasComeBack,
    PolicySet rules) {
  /** What an order about it says. */
  Words words(Purpose purpose, long number, String reason) {
    return new Words(
        handoff, release.id(), release.generation(), version, purpose, number, to, reason, failed);
  }
}
