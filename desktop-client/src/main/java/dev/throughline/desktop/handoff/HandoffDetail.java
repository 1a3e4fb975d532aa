package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.ItemReviews;
import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.release.ReleasesNow;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.Finding;
import dev.throughline.model.handoff.ItemCheck;
import dev.throughline.model.handoff.ManifestDiff.Difference;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.Section;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.plan.Mvp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A handoff as its page shows it.
 *
 * @param last the version that was submitted last
 * @param changes what was edited since
 * @param mvps those of the idea, one of which is handed off
 * @param signing where its signing stands
 * @param reviews what those who are asked say of its items
 * @param releases what became of the versions that were signed
 * @param seats how many people the rule asks that would count, were it submitted now
 * @param kernelTakes how many approvals Kernel takes before it lets something out; 0 when not known
 * @param seen the log entry up to which all of this is
 * @param isVoid whether the server takes no signature on the last version any more
 * @param names what the records are called that proofs point to, and sources that changed
 */
record HandoffDetail(
    Bundle bundle,
    List<ItemCheck> items,
    List<Finding> findings,
    Optional<Packet> last,
    List<Difference> changes,
    List<Mvp> mvps,
    SortedMap<RecordId, String> people,
    Map<RecordId, String> names,
    Optional<SignCase> signing,
    ItemReviews reviews,
    ReleasesNow releases,
    int seats,
    int kernelTakes,
    long seen,
    boolean isVoid) {
  List<ItemCheck> of(Section section) {
    return items.stream().filter(one -> one.item().section() == section).toList();
  }

  Optional<ItemCheck> item(RecordId id) {
    return items.stream().filter(one -> one.item().id().equals(id)).findFirst();
  }

  Optional<ChecklistItem> item(Optional<RecordId> id) {
    return id.flatMap(this::item).map(ItemCheck::item);
  }

  /** What the evidence points to. */
  List<RecordId> sources() {
    return bundle.claims().stream().flatMap(one -> one.link().source().stream()).toList();
  }

  /** Whether Kernel will keep it waiting although everybody asked here has signed. */
  boolean isTooFewForKernel() {
    return kernelTakes > seats;
  }

  long readyCount() {
    return items.stream().filter(ItemCheck::isReady).count();
  }

  /** The version a submission makes now. */
  long nextVersion() {
    return last.map(Packet::version).orElse(0L) + 1;
  }

  /** Who submitted a packet: by its own word, else by that of the server that took it in. */
  Optional<RecordId> submitter(Packet packet) {
    return packet
        .by()
        .or(
            () ->
                signing
                    .filter(its -> its.subject().id().equals(packet.id()))
                    .flatMap(its -> its.approval().requester()));
  }

  /** What evidence and proofs of the last version point to and is another one since. */
  List<String> moved() {
    return signing
        .filter(its -> last.map(Packet::id).equals(Optional.of(its.subject().id())))
        .map(SignCase::approval)
        .map(its -> its.changedSince(its.revision()))
        .orElse(Set.of())
        .stream()
        .map(source -> names.getOrDefault(source, ""))
        .filter(name -> !name.isBlank())
        .toList();
  }

  /** What whoever looks can still stop, or take their go back from. */
  Optional<SignCase> toStop() {
    return Stream.concat(releases.signing().stream(), signing.stream())
        .filter(its -> its.isStoppable() && !its.waitsForMe())
        .findFirst();
  }

  /** What waits for the answer of whoever looks: what is out comes before what is to go out. */
  Optional<SignCase> toSign() {
    return Stream.concat(releases.signing().stream(), signing.stream())
        .filter(SignCase::waitsForMe)
        .findFirst();
  }

  /** Whether the last version is on its way, or was, and nothing was edited since. */
  boolean isSent() {
    return !isFresh() && last.filter(releases::isAbout).isPresent();
  }

  /** Whether there is anything that was not submitted yet. */
  boolean isFresh() {
    return last.isEmpty() || !changes.isEmpty() || isVoid;
  }

  boolean isSubmittable() {
    return findings.isEmpty() && isFresh();
  }
}
