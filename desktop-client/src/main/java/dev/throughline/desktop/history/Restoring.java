package dev.throughline.desktop.history;

import dev.throughline.desktop.command.Difference;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Goes back to an earlier version as an ordinary edit. Not on the UI thread. */
final class Restoring {
  private final UndoLog undo;
  private final LocalStore store;

  Restoring(UndoLog undo, LocalStore store) {
    this.undo = undo;
    this.store = store;
  }

  /** What became of going back. */
  sealed interface Restored {
    record Done() implements Restored {}

    /** The record holds these values already. */
    record Same() implements Restored {}

    /** Fields that changed since they were shown; nothing was written. */
    record Moved(List<Difference> differences) implements Restored {
      public Moved {
        differences = List.copyOf(differences);
      }
    }

    record NotSaved(String code, String sentence) implements Restored {}
  }

  /**
   * Gives the record the values of an earlier version.
   *
   * @param seen the fields as they were when the person looked
   */
  Restored restore(String label, RecordId id, Map<String, Value> version, Map<String, Value> seen) {
    synchronized (undo) {
      Optional<RecordView> view = store.find(id);
      if (view.isEmpty()) {
        return new Restored.Same();
      }
      Map<String, Value> wanted = different(view.get().fields(), version);
      List<Difference> moved = moved(view.get(), wanted, seen);
      if (!moved.isEmpty()) {
        return new Restored.Moved(moved);
      }
      List<Draft> drafts = drafts(view.get(), wanted);
      if (drafts.isEmpty()) {
        return new Restored.Same();
      }
      return switch (undo.run(label, drafts)) {
        case SaveResult.Saved _ -> new Restored.Done();
        case SaveResult.NotSaved(String code, String sentence) ->
            new Restored.NotSaved(code, sentence);
      };
    }
  }

  /** The values of the version that are others now. */
  static Map<String, Value> different(Map<String, Value> now, Map<String, Value> version) {
    Map<String, Value> different = new TreeMap<>();
    version.forEach(
        (field, value) -> {
          if (!now.getOrDefault(field, Value.NOTHING).equals(value)) {
            different.put(field, value);
          }
        });
    return different;
  }

  private static List<Difference> moved(
      RecordView view, Map<String, Value> wanted, Map<String, Value> seen) {
    List<Difference> moved = new ArrayList<>();
    wanted.forEach(
        (field, value) -> {
          Value now = view.fields().getOrDefault(field, Value.NOTHING);
          Value then = seen.getOrDefault(field, Value.NOTHING);
          if (!now.equals(then)) {
            moved.add(new Difference(view.id(), view.kind(), field, value, then, now));
          }
        });
    return moved;
  }

  private static List<Draft> drafts(RecordView view, Map<String, Value> wanted) {
    List<Draft> drafts = new ArrayList<>();
    Map<String, Value> plain = new TreeMap<>();
    wanted.forEach(
        (field, value) -> {
          Value now = view.fields().getOrDefault(field, Value.NOTHING);
          if (isText(view.kind(), field)
              && now instanceof Value.Text(String from)
              && value instanceof Value.Text(String to)) {
            drafts.add(new Draft.Text(view.id(), view.kind(), field, from, to));
          } else {
            plain.put(field, value);
          }
        });
    if (!plain.isEmpty()) {
      drafts.add(new Draft.Set(view.id(), view.kind(), plain));
    }
    if (drafts.isEmpty() && view.trashed()) {
      drafts.add(new Draft.Move(view.id(), view.kind(), Action.RESTORE));
    }
    return drafts;
  }

  private static boolean isText(String kind, String field) {
    return Kinds.named(kind)
        .flatMap(known -> known.field(field))
        .filter(known -> known.merge() == MergePolicy.TEXT)
        .isPresent();
  }
}
