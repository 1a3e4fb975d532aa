package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Removal;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Stops a pull that would remove much and that nobody confirmed, until a person has decided. What
 * was shown and what was decided survives a restart.
 */
public final class Brake {
  /** What a person decided about removals that were held back. */
  public enum Decision {
    /** Take them in. */
    APPLY,
    /** Take them in, and get all of it out of the trash again. */
    KEEP
  }

  private static final String HELD = "brakeHeld";
  private static final String DECISION = "brakeDecision";

  private final LocalStore store;
  private final Facts meta;
  private final Records records;
  private final Listings lists;
  private final Removals held;

  Brake(LocalStore store, StoreMedium medium) {
    this.store = store;
    this.meta = medium.facts();
    this.records = medium.records();
    this.lists = medium.listings();
    this.held = medium.removals();
  }

  /** What is held back and waits for a decision. */
  public Optional<HeldBack> held() {
    return store.read(
        () -> decided().isPresent() ? Optional.empty() : meta.get(HELD).flatMap(Brake::read));
  }

  /** Remembers what the person decided about what is held back now. */
  public void decide(Decision decision) {
    store.write(
        () -> {
          meta.put(DECISION, decision.name());
          return decision;
        });
  }

  /** Records to be got out of the trash again: those a person kept and a pull has removed. */
  public List<RecordId> toRestore() {
    return store.read(
        () -> {
          if (decided().filter(Decision.KEEP::equals).isEmpty() || !isTakenIn()) {
            return List.of();
          }
          return records.findAll(held.all()).values().stream()
              .filter(RecordView::trashed)
              .map(RecordView::id)
              .toList();
        });
  }

  /** Forgets a decision that was carried out; nothing while its pull is still to come. */
  public void release() {
    store.write(
        () -> {
          if (decided().isPresent() && isTakenIn()) {
            meta.put(DECISION, "");
            meta.put(HELD, "");
            held.clear();
          }
          return held;
        });
  }

  private boolean isTakenIn() throws SQLException {
    long upTo = meta.get(HELD).flatMap(Brake::read).map(HeldBack::upToSeq).orElse(0L);
    return meta.number("cursorSeq") >= upTo;
  }

  private Optional<Decision> decided() throws SQLException {
    return meta.get(DECISION).filter(name -> !name.isEmpty()).map(Decision::valueOf);
  }

  /** Answers what has to be decided first; remembers it. Runs in a transaction. */
  Optional<HeldBack> check(PullAnswer answer, Map<RecordId, RecordView> known) throws SQLException {
    Optional<Decision> decided = decided();
    Set<RecordId> agreed = decided.isPresent() ? held.all() : Set.of();
    List<Change> removals =
        answer.changes().stream()
            .filter(change -> change.trashed() && !change.deliberate())
            .filter(change -> isHere(known.get(change.record())))
            .filter(change -> !agreed.contains(change.record()))
            .toList();
    if (!isMass(removals.size())) {
      if (decided.isEmpty() && meta.get(HELD).filter(text -> !text.isEmpty()).isPresent()) {
        meta.put(HELD, "");
      }
      return Optional.empty();
    }
    HeldBack back = heldBack(removals, answer.cursor().seq());
    if (decided.isEmpty()) {
      held.clear();
    }
    held.put(removals.stream().map(Change::record).toList());
    meta.put(HELD, write(back));
    meta.put(DECISION, "");
    return Optional.of(back);
  }

  /** Most pulls remove nothing, and need no count of all there is. */
  private boolean isMass(int removed) throws SQLException {
    return removed > 0
        && Removal.isMass(removed, lists.live(Removal.SHARE * Removal.COUNT_MAX + 1));
  }

  private static boolean isHere(@org.jspecify.annotations.Nullable RecordView view) {
    return view != null && !view.trashed();
  }

  private static HeldBack heldBack(Collection<Change> removals, long upTo) {
    Map<String, Integer> authors = new HashMap<>();
    TreeMap<String, Integer> kinds = new TreeMap<>();
    long at = 0;
    for (Change change : removals) {
      authors.merge(change.author(), 1, Integer::sum);
      kinds.merge(change.kind(), 1, Integer::sum);
      at = Math.max(at, change.atMillis());
    }
    String most =
        authors.entrySet().stream()
            .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse("");
    return new HeldBack(most, authors.size() - 1, kinds, at, upTo);
  }

  private static String write(HeldBack back) {
    TreeMap<String, Value> kinds = new TreeMap<>();
    back.kinds().forEach((kind, count) -> kinds.put(kind, Value.whole(count)));
    Value value =
        new Value.Entries(
            Map.of(
                "author", Value.text(back.author()),
                "others", Value.whole(back.others()),
                "kinds", new Value.Entries(kinds),
                "at", Value.whole(back.atMillis()),
                "upTo", Value.whole(back.upToSeq())));
    return new String(WireFormat.VALUE.encode(value, Encoding.JSON), StandardCharsets.UTF_8);
  }

  private static Optional<HeldBack> read(String written) {
    if (written.isEmpty()
        || !(WireFormat.VALUE.decode(written.getBytes(StandardCharsets.UTF_8), Encoding.JSON)
            instanceof Value.Entries(var members))) {
      return Optional.empty();
    }
    FieldMap fields = new FieldMap(members);
    TreeMap<String, Integer> kinds = new TreeMap<>();
    if (members.get("kinds") instanceof Value.Entries(var counts)) {
      FieldMap of = new FieldMap(counts);
      counts.keySet().forEach(kind -> kinds.put(kind, of.whole(kind).orElse(0L).intValue()));
    }
    return Optional.of(
        new HeldBack(
            fields.text("author"),
            fields.whole("others").orElse(0L).intValue(),
            kinds,
            fields.whole("at").orElse(0L),
            fields.whole("upTo").orElse(0L)));
  }
}
