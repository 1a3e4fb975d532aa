package dev.throughline.desktop.idea;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Assumption;
import dev.throughline.model.idea.Decision;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.score.Score;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What people do with ideas and with what is below them. Not on the UI thread. */
public final class Ideas {
  private final Ledger ledger;
  private final LocalStore store;
  private final InstantSource clock;

  public Ideas(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.store = ledger.store();
    this.clock = clock;
  }

  /** The id of a record that is to be made. */
  public RecordId newRecord() {
    return ledger.newRecord();
  }

  /** A new idea of whoever makes it. */
  public Draft make(RecordId id, String title, Optional<RecordId> study) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put(Idea.TITLE, Value.text(line(title, Idea.TITLE_LENGTH_MAX)));
    fields.put(Idea.STATUS, Value.text(IdeaStatus.BACKLOG.wireName()));
    study.ifPresent(its -> fields.put(Idea.STUDY, reference(its)));
    store.rights().person().ifPresent(person -> fields.put(Idea.OWNER, reference(person)));
    return new Draft.Set(id, Idea.KIND.name(), fields);
  }

  /**
   * Sets one field.
   *
   * @param before what the person saw; others' newer value is kept beside theirs
   */
  static Draft set(Kind kind, RecordId id, String field, Value before, Value after) {
    return new Draft.Set(id, kind.name(), Map.of(field, after), Map.of(field, before));
  }

  static Draft move(RecordId idea, IdeaStatus from, IdeaStatus to) {
    return set(
        Idea.KIND, idea, Idea.STATUS, Value.text(from.wireName()), Value.text(to.wireName()));
  }

  /** Links an idea to what it rests on; a link that was there before comes back. */
  public List<Draft> link(RecordId idea, RecordId source, String sourceKind, Stance stance) {
    Evidence fresh = Evidence.of(idea, source, sourceKind, Evidence.IMPORTANCE_USUAL, stance);
    Optional<RecordView> before = store.find(fresh.id());
    List<Draft> drafts = new ArrayList<>();
    if (before.filter(RecordView::trashed).isPresent()) {
      drafts.add(new Draft.Move(fresh.id(), Evidence.KIND.name(), Action.RESTORE));
    }
    if (before.isEmpty()) {
      drafts.add(new Draft.Set(fresh.id(), Evidence.KIND.name(), fresh.toFields()));
    } else {
      // Where it leads is said again, should somebody have pointed it elsewhere.
      Map<String, Value> again = new TreeMap<>(fresh.toFields());
      again.remove(Evidence.IMPORTANCE);
      drafts.add(new Draft.Set(fresh.id(), Evidence.KIND.name(), again));
    }
    return drafts;
  }

  static Draft remove(RecordId id, Kind kind) {
    return new Draft.Move(id, kind.name(), Action.TRASH);
  }

  /** Scores an idea anew; what it was scored before stays. */
  Draft score(RecordId idea, String name, String formula, SortedMap<String, String> inputs) {
    Score score =
        new Score(
            ledger.newRecord(),
            Optional.of(idea),
            line(name, Score.NAME_LENGTH_MAX),
            formula.strip(),
            inputs,
            store.rights().person(),
            clock.millis());
    return new Draft.Set(score.id(), Score.KIND.name(), score.toFields());
  }

  Draft assume(RecordId idea, String text) {
    return fresh(
        Assumption.KIND,
        Map.of(
            Assumption.IDEA,
            reference(idea),
            Assumption.TEXT,
            Value.text(line(text, Assumption.TEXT_LENGTH_MAX))));
  }

  Draft task(RecordId idea, String title) {
    return fresh(
        DiscoveryTask.KIND,
        Map.of(
            DiscoveryTask.IDEA,
            reference(idea),
            DiscoveryTask.TITLE,
            Value.text(line(title, DiscoveryTask.TITLE_LENGTH_MAX))));
  }

  Draft decide(RecordId idea, String text, String rationale) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put(Decision.IDEA, reference(idea));
    fields.put(Decision.TEXT, Value.text(line(text, Decision.TEXT_LENGTH_MAX)));
    fields.put(Decision.RATIONALE, Value.text(PlainText.clean(rationale).strip()));
    fields.put(Decision.AT, Value.whole(clock.millis()));
    store.rights().person().ifPresent(person -> fields.put(Decision.BY, reference(person)));
    return fresh(Decision.KIND, fields);
  }

  private Draft fresh(Kind kind, Map<String, Value> fields) {
    return new Draft.Set(ledger.newRecord(), kind.name(), fields);
  }

  /** Lets an idea go on in another one; what belongs to it counts there. */
  static Draft merge(RecordId idea, Optional<RecordId> before, RecordId into) {
    return set(Idea.KIND, idea, Idea.MERGED_INTO, reference(before), reference(into));
  }

  /** Takes a merge apart. */
  static Draft split(Idea idea) {
    return set(Idea.KIND, idea.id(), Idea.MERGED_INTO, reference(idea.mergedInto()), Value.NOTHING);
  }

  /** Saves what was typed into a long text. */
  SaveResult save(Kind kind, RecordId id, String field, String before, String after) {
    return ledger.record(List.of(new Draft.Text(id, kind.name(), field, before, after)));
  }

  /** Brings the store up to the journal after a save that failed half-way. */
  SaveResult catchUp() {
    return ledger.record(List.of());
  }

  /** Where ideas are. */
  public LocalStore store() {
    return store;
  }

  public static Value reference(Optional<RecordId> record) {
    return record.map(Ideas::reference).orElse(Value.NOTHING);
  }

  public static Value reference(RecordId record) {
    return Value.text(record.toString());
  }

  /** One line as a field takes it. */
  public static String line(String text, int lengthMax) {
    String line = PlainText.clean(text).replaceAll("\\s+", " ").strip();
    return line.length() <= lengthMax
        ? line
        : line.substring(0, line.offsetByCodePoints(0, safe(line, lengthMax)));
  }

  /** So many whole characters as fit. */
  private static int safe(String line, int lengthMax) {
    int end = Character.isHighSurrogate(line.charAt(lengthMax - 1)) ? lengthMax - 1 : lengthMax;
    return line.codePointCount(0, end);
  }
}
