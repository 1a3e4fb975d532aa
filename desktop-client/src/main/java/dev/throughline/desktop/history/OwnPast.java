package dev.throughline.desktop.history;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What this computer itself knows of a record's past: unsent work and kept versions. */
final class OwnPast {
  private OwnPast() {}

  /** One's own work that is not on the server; empty when there is none. */
  static Optional<Revision> unsent(LocalStore store, RecordView view, String author) {
    List<Waiting> waiting = store.aside().unsettled(view.id());
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Value> base = store.aside().base(view.id());
    List<Revision.FieldLine> lines = new ArrayList<>();
    for (String field : new TreeSet<>(view.fields().keySet())) {
      Value before = base.getOrDefault(field, Value.NOTHING);
      Value after = view.fields().getOrDefault(field, Value.NOTHING);
      if (!before.equals(after)) {
        lines.add(new Revision.FieldLine(field, Optional.of(before), after));
      }
    }
    return Optional.of(
        new Revision(
            Revision.Kind.UNSENT,
            "unsent",
            author,
            store.device().map(Object::toString).orElse(""),
            waiting.getFirst().since(),
            waiting.getLast().op().hlc().millis(),
            lines,
            view.trashed() ? Optional.of(true) : Optional.empty(),
            view.fields()));
  }

  /** Values that were kept beside the shown one, for good. */
  static List<Revision> kept(LocalStore store, RecordId record) {
    return store.aside().conflictsOf(record).stream()
        .map(view -> Conflict.from(view.id(), view.fields()))
        .filter(conflict -> !conflict.field().equals("trash"))
        .map(OwnPast::kept)
        .toList();
  }

  private static Revision kept(Conflict conflict) {
    Conflict.Side side = conflict.kept();
    return new Revision(
        Revision.Kind.KEPT,
        "kept " + conflict.id(),
        side.author(),
        side.device(),
        side.atMillis(),
        side.atMillis(),
        List.of(
            new Revision.FieldLine(
                conflict.field(), Optional.of(conflict.shown().value()), side.value())),
        Optional.empty(),
        Map.of(conflict.field(), side.value()));
  }
}
