package dev.throughline.trials.sim;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides a conflict: what is shown stays, or what was kept is put in its place. */
final class Resolving {
  private Resolving() {}

  static List<Draft> of(RecordView conflict, List<RecordView> views, Dice dice) {
    List<Draft> drafts = new ArrayList<>();
    drafts.add(new Draft.Set(conflict.id(), "conflict", Map.of("state", Value.text("resolved"))));
    if (dice.chance(60)) {
      String field = text(conflict, "field");
      String record = text(conflict, "record");
      views.stream()
          .filter(view -> view.id().toString().equals(record))
          .map(view -> takeBack(view, field, conflict.fields().getOrDefault("kept", Value.NOTHING)))
          .forEach(drafts::add);
    }
    return drafts;
  }

  private static Draft takeBack(RecordView view, String field, Value kept) {
    return field.equals("trash")
        ? new Draft.Move(view.id(), view.kind(), Action.TRASH)
        : new Draft.Set(view.id(), view.kind(), Map.of(field, kept));
  }

  private static String text(RecordView view, String name) {
    return view.fields().get(name) instanceof Value.Text(String text) ? text : "";
  }
}
