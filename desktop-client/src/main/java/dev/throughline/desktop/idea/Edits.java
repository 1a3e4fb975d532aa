package dev.throughline.desktop.idea;

import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Changes records that stand on a page line by line, each change a step that can be taken back. The
 * names of steps are keys of texts. UI thread only.
 */
public final class Edits {
  private final Ideas ideas;
  private final Steps steps;

  public Edits(Ideas ideas, Steps steps) {
    this.ideas = ideas;
    this.steps = steps;
  }

  /**
   * Does something in one step.
   *
   * @param otherwise called when it could not be saved, so that what was typed stays
   */
  public void run(String label, Supplier<List<Draft>> drafts, Runnable otherwise) {
    steps.run(Texts.text(label), drafts, () -> {}, otherwise);
  }

  /**
   * Sets a field, unless it holds that already.
   *
   * @param before what the person saw; others' newer value is kept beside theirs
   */
  public void set(
      String label, Kind kind, RecordId record, String field, Value before, Value after) {
    set(label, kind, record, field, before, after, Map.of());
  }

  /** The same with fields that the record has whoever makes it. */
  void set(
      String label,
      Kind kind,
      RecordId record,
      String field,
      Value before,
      Value after,
      Map<String, Value> with) {
    if (!before.equals(after)) {
      Map<String, Value> fields = new TreeMap<>(with);
      fields.put(field, after);
      run(
          label,
          () -> List.of(new Draft.Set(record, kind.name(), fields, Map.of(field, before))),
          () -> {});
    }
  }

  /** Moves a record to the trash. */
  public void remove(String label, Kind kind, RecordId record) {
    run(label, () -> List.of(new Draft.Move(record, kind.name(), Action.TRASH)), () -> {});
  }

  /**
   * Makes a record below another.
   *
   * @param otherwise called when it could not be saved, so that what was typed stays
   */
  public RecordId make(
      String label, Kind kind, RecordId above, Map<String, Value> fields, Runnable otherwise) {
    RecordId made = ideas.newRecord();
    Map<String, Value> all = new TreeMap<>(fields);
    all.put(kind.parent(), Ideas.reference(above));
    run(label, () -> List.of(new Draft.Set(made, kind.name(), all)), otherwise);
    return made;
  }

  /** Names whoever works here in a field, where people sign in. */
  public void own(Map<String, Value> fields, String owner) {
    ideas.store().rights().person().ifPresent(person -> fields.put(owner, Ideas.reference(person)));
  }
}
