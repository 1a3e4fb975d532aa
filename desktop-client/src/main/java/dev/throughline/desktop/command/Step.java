package dev.throughline.desktop.command;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one command did, under the name people know it by. */
record Step(String label, List<Reversal> changes) {
  Step {
    changes = List.copyOf(changes);
  }

  /** What drafts are about to do to the store as it is now. */
  static Step of(String label, List<Draft> drafts, LocalStore store) {
    List<Reversal> changes = new ArrayList<>();
    for (Draft draft : drafts) {
      Optional<RecordView> before = store.find(draft.record());
      switch (draft) {
        case Draft.Set set -> set(set, before, changes);
        case Draft.Text(var record, String kind, String field, String from, String to) -> {
          if (!from.equals(to)) {
            changes.add(new Reversal.Passage(record, kind, field, from, to));
          }
        }
        case Draft.Move(var record, String kind, Action action) -> {
          boolean isTrashed = before.map(RecordView::trashed).orElse(false);
          if (action != Action.EDIT && isTrashed != (action == Action.TRASH)) {
            changes.add(new Reversal.Move(record, kind, action));
          }
        }
      }
    }
    return new Step(label, changes);
  }

  private static void set(Draft.Set set, Optional<RecordView> before, List<Reversal> changes) {
    if (before.isEmpty()) {
      changes.add(new Reversal.Birth(set.record(), set.kind(), set.fields()));
      return;
    }
    new TreeMap<>(set.fields())
        .forEach(
            (name, after) -> {
              Value was = Reversal.value(before.get(), name);
              if (!was.equals(after)) {
                changes.add(change(set, name, was, after));
              }
            });
  }

  private static Reversal change(Draft.Set set, String name, Value was, Value after) {
    boolean isLong =
        Kinds.named(set.kind())
            .flatMap(kind -> kind.field(name))
            .map(Field::merge)
            .filter(MergePolicy.TEXT::equals)
            .isPresent();
    return isLong && was instanceof Value.Text(String from) && after instanceof Value.Text(var to)
        ? new Reversal.Passage(set.record(), set.kind(), name, from, to)
        : new Reversal.Field(set.record(), set.kind(), name, was, after);
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /** What takes this step back, as far as nobody changed it since. */
  record Back(List<Draft> drafts, Step again, boolean isWhole) {}

  Back back(LocalStore store) {
    List<Draft> drafts = new ArrayList<>();
    List<Reversal> again = new ArrayList<>();
    boolean isWhole = true;
    for (Reversal change : changes.reversed()) {
      Optional<Reversal.Back> back = store.find(change.record()).flatMap(change::back);
      if (back.isPresent()) {
        drafts.add(back.get().draft());
        again.add(back.get().again());
      } else if (change instanceof Reversal.Birth) {
        // What was made together goes together: a record somebody filled since keeps the rest.
        return new Back(List.of(), new Step(label, List.of()), false);
      } else {
        isWhole = false;
      }
    }
    return new Back(joined(drafts), new Step(label, again), isWhole);
  }

  /** The values of this step that somebody changed since, as they were, became and are now. */
  List<Difference> differences(LocalStore store) {
    List<Difference> differences = new ArrayList<>();
    for (Reversal change : changes) {
      Optional<RecordView> now = store.find(change.record());
      if (now.flatMap(change::back).isEmpty()) {
        now.ifPresent(view -> differences.addAll(differences(change, view)));
      }
    }
    return differences;
  }

  private static List<Difference> differences(Reversal change, RecordView now) {
    return switch (change) {
      case Reversal.Field(RecordId id, String kind, String field, Value before, Value after) ->
          List.of(new Difference(id, kind, field, before, after, Reversal.value(now, field)));
      case Reversal.Passage(RecordId id, String kind, String field, String before, String after) ->
          List.of(
              new Difference(
                  id,
                  kind,
                  field,
                  Value.text(before),
                  Value.text(after),
                  Reversal.value(now, field)));
      case Reversal.Birth birth when !now.trashed() -> filledSince(birth, now);
      case Reversal.Birth _, Reversal.Move _ -> List.of();
    };
  }

  /** What a record that was made holds now and did not then. */
  private static List<Difference> filledSince(Reversal.Birth birth, RecordView now) {
    Set<String> names = new TreeSet<>(birth.fields().keySet());
    names.addAll(now.fields().keySet());
    List<Difference> differences = new ArrayList<>();
    for (String name : names) {
      Value then = birth.fields().getOrDefault(name, Value.NOTHING);
      Value current = Reversal.value(now, name);
      if (!then.equals(current)) {
        differences.add(new Difference(birth.record(), birth.kind(), name, then, then, current));
      }
    }
    return differences;
  }

  /** Fields of one record travel in one draft, so that they merge as one edit. */
  private static List<Draft> joined(List<Draft> drafts) {
    Map<RecordId, Draft.Set> sets = new LinkedHashMap<>();
    List<Draft> others = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft instanceof Draft.Set set) {
        sets.merge(set.record(), set, Step::join);
      } else {
        others.add(draft);
      }
    }
    List<Draft> all = new ArrayList<>(sets.values());
    all.addAll(others);
    return all;
  }

  private static Draft.Set join(Draft.Set one, Draft.Set other) {
    Map<String, Value> fields = new TreeMap<>(one.fields());
    fields.putAll(other.fields());
    return new Draft.Set(one.record(), one.kind(), fields);
  }
}
