package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.sync.Change;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells from the changes of one pull what others did. */
final class ArrivalReading {
  private ArrivalReading() {}

  private record Key(String author, RecordId record, String kind) {}

  /**
   * The latest of each, as far as they are kept; {@code known} are the records as they were before.
   * Of what stands no later in the log than {@code newsAfter} only removals count, because the
   * trash names who removed what is in it.
   */
  static Collection<Arrival> of(
      List<Change> changes, long newsAfter, Map<RecordId, RecordView> known, String ownDevice) {
    Map<Key, Arrival> latest = new HashMap<>();
    for (Change change : changes) {
      boolean isOthers = !change.device().equals(ownDevice) && !change.device().equals("server");
      boolean isNews = change.seq() > newsAfter || change.trashed();
      if (isOthers && isNews) {
        Optional<RecordView> before = Optional.ofNullable(known.get(change.record()));
        RecordId whole = whole(change, before);
        latest.put(
            new Key(change.author(), whole, change.kind()),
            new Arrival(
                change.author(),
                whole,
                change.kind(),
                before.isEmpty(),
                change.seq(),
                change.atMillis()));
      }
    }
    return newest(latest.values());
  }

  /** No more than are kept: a first pull brings many times that. */
  private static Collection<Arrival> newest(Collection<Arrival> all) {
    return all.size() <= Arrivals.KEPT_MAX
        ? all
        : all.stream()
            .sorted(Comparator.comparingLong(Arrival::seq).reversed())
            .limit(Arrivals.KEPT_MAX)
            .toList();
  }

  private static RecordId whole(Change change, Optional<RecordView> before) {
    Optional<Kind> kind = Kinds.named(change.kind());
    boolean isPart =
        kind.flatMap(k -> k.field(k.rank()))
            .filter(field -> field.type() instanceof FieldType.Number)
            .isPresent();
    if (!isPart) {
      return change.record();
    }
    String parent = kind.map(Kind::parent).orElse("");
    return new FieldMap(change.fields())
        .reference(parent)
        .or(() -> before.flatMap(view -> new FieldMap(view.fields()).reference(parent)))
        .orElse(change.record());
  }
}
