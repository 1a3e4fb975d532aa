package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.IdeaWords;
import dev.throughline.desktop.idea.TeamNames;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    return all.stream().map(one -> row(one, ideas, packets, people)).sorted(ORDER).toList();
  }

  private static HandoffRow row(
      Handoff handoff,
      Map<RecordId, RecordView> ideas,
      Set<RecordId> packets,
      Map<RecordId, String> people) {
    long version = 0;
    while (packets.contains(Packet.idOf(handoff.id(), version + 1))) {
      version++;
    }
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
        handoff.owner().map(people::get).filter(Objects::nonNull).orElse(""));
  }
}
