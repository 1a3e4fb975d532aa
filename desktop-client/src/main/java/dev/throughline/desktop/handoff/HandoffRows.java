package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.IdeaWords;
import dev.throughline.desktop.idea.TeamNames;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.release.Release;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads the list of handoffs. Not on the UI thread. */
final class HandoffRows {
  /** Drafts first, the newest of each first. */
  private static final Comparator<HandoffRow> ORDER =
      Comparator.comparing(HandoffRow::stage)
          .thenComparing(HandoffRow::id, Comparator.reverseOrder());

  private final LocalStore store;

  HandoffRows(LocalStore store) {
    this.store = store;
  }

  List<HandoffRow> read() {
    List<Handoff> all =
        store.findAll(store.newestIds(Handoff.KIND.name())).values().stream()
            .map(view -> Handoff.from(view.id(), view.fields()))
            .toList();
    Map<RecordId, RecordView> ideas =
        store.findAll(all.stream().flatMap(one -> one.idea().stream()).distinct().toList());
    // Documents of packets are long; their ids say enough.
    Set<RecordId> packets = new HashSet<>(store.newestIds(Packet.KIND.name()));
    Map<RecordId, String> people = TeamNames.of(store);
    Map<RecordId, Long> versions = new HashMap<>();
    all.forEach(one -> versions.put(one.id(), version(one.id(), packets)));
    Map<RecordId, RecordView> releases =
        store.findAll(
            versions.entrySet().stream()
                .filter(its -> its.getValue() > 0)
                .map(its -> release(its.getKey(), its.getValue()))
                .toList());
    return all.stream()
        .map(one -> row(one, ideas, versions.getOrDefault(one.id(), 0L), releases, people))
        .sorted(ORDER)
        .toList();
  }

  private static RecordId release(RecordId handoff, long version) {
    return Release.idOf(Packet.idOf(handoff, version));
  }

  private static long version(RecordId handoff, Set<RecordId> packets) {
    long version = 0;
    while (packets.contains(Packet.idOf(handoff, version + 1))) {
      version++;
    }
    return version;
  }

  private static HandoffRow row(
      Handoff handoff,
      Map<RecordId, RecordView> ideas,
      long version,
      Map<RecordId, RecordView> releases,
      Map<RecordId, String> people) {
    String idea =
        handoff
            .idea()
            .map(ideas::get)
            .filter(Objects::nonNull)
            .map(view -> IdeaWords.title(Idea.from(view.id(), view.fields())))
            .orElse("");
    return new HandoffRow(
        handoff.id(),
        HandoffWords.title(handoff.title()),
        idea,
        version == 0 ? HandoffRow.Stage.DRAFT : HandoffRow.Stage.SUBMITTED,
        version,
        Optional.ofNullable(releases.get(release(handoff.id(), version)))
            .map(view -> Release.from(view.id(), view.fields()).state()),
        handoff.owner().map(people::get).filter(Objects::nonNull).orElse(""));
  }
}
