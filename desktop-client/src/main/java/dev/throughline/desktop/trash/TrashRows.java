package dev.throughline.desktop.trash;

import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.store.Arrival;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Person;
import dev.throughline.model.people.Rescue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the trash, the latest first. Not on the UI thread. */
final class TrashRows {
  private static final int ARRIVALS_MAX = 2_000;
  private static final int NAME_MAX = 90;

  /** Fields a record is told by, the best first. */
  private static final List<String> NAMED_BY =
      List.of("title", "pseudonym", "text", "notes", "source");

  /** Kinds nobody moves to the trash by hand. */
  private static final Set<Kind> NOT_WORK =
      Set.of(Conflict.KIND, Person.KIND, Grant.KIND, Rescue.KIND);

  private final RecordNames names;
  private final long knownFrom;
  private final Map<RecordId, Arrival> arrivals = new HashMap<>();

  private TrashRows(LocalStore store) {
    this.names = new RecordNames(store);
    List<Arrival> newest = store.arrivals(0, ARRIVALS_MAX);
    newest.forEach(arrival -> arrivals.putIfAbsent(arrival.record(), arrival));
    this.knownFrom = newest.size() < ARRIVALS_MAX ? 0 : newest.getLast().seq();
  }

  static List<TrashRow> read(LocalStore store) {
    TrashRows rows = new TrashRows(store);
    List<TrashRow> all = new ArrayList<>();
    for (Kind kind : Kinds.ALL) {
      if (!NOT_WORK.contains(kind)) {
        store.aside().trashed(kind.name()).forEach(view -> all.add(rows.row(view)));
      }
    }
    all.sort(
        Comparator.comparingLong(TrashRow::atMillis).reversed().thenComparing(TrashRow::record));
    return all;
  }

  private TrashRow row(RecordView view) {
    FieldMap fields = new FieldMap(view.fields());
    String name =
        NAMED_BY.stream()
            .map(fields::text)
            .filter(text -> !text.isBlank())
            .findFirst()
            .map(TrashRows::shortened)
            .orElseGet(() -> Texts.text("trash.unnamed"));
    return new TrashRow(
        view.id(),
        view.kind(),
        RecordNames.kind(view.kind()),
        name,
        belongsTo(view, fields),
        who(view),
        view.changedAtMillis());
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= NAME_MAX) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(NAME_MAX - 1)) ? NAME_MAX - 1 : NAME_MAX;
    return line.substring(0, end) + "…";
  }

  private String belongsTo(RecordView view, FieldMap fields) {
    return Kinds.up(view.kind()).flatMap(fields::reference).map(names::about).orElse("");
  }

  private String who(RecordView view) {
    if (view.waiting() > 0) {
      return Texts.text("trash.you");
    }
    Arrival last = arrivals.get(view.id());
    if (last == null || last.seq() != view.seq()) {
      // What others did lately is known; of parts of a whole only the whole is.
      boolean isOwn = view.seq() > knownFrom && !view.kind().equals("segment");
      return isOwn ? Texts.text("trash.you") : "";
    }
    return last.author().isBlank() ? Texts.text("outbox.someone") : last.author();
  }
}
