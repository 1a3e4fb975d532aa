package dev.throughline.desktop.inbox;

import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.RescuedOps;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reads the rescued work that one may decide about. Not on the UI thread. */
final class Rescues {
  private final RecordNames names;
  private final OpLines lines;

  private Rescues(RecordNames names) {
    this.names = names;
    this.lines = new OpLines(names);
  }

  /** What waits for an owner, or what was decided; the latest first. */
  static List<RescueCase> read(LocalStore store, RecordNames names, boolean open) {
    Rescues rescues = new Rescues(names);
    return store.newest(Rescue.KIND.name(), 0, LocalStore.PAGE_MAX).stream()
        .filter(view -> view.workspace().equals(store.home()))
        .map((RecordView view) -> Rescue.from(view.id(), view.fields()))
        .filter(rescue -> rescue.state().equals(Rescue.OPEN) == open)
        .map(rescues::told)
        .sorted(Comparator.comparingLong(RescueCase::atMillis).reversed())
        .toList();
  }

  private RescueCase told(Rescue rescue) {
    List<Op> ops = RescuedOps.from(rescue.ops());
    return new RescueCase(
        rescue.id(),
        rescue.study().map(names::about).orElse(""),
        rescue.author(),
        rescue.atMillis(),
        ops.stream()
            .flatMap(op -> lines.of(op, Rescues::value).stream().map(line -> in(op, line)))
            .limit(OpLines.MAX)
            .toList(),
        ops.size(),
        rescue.state(),
        rescue.why());
  }

  /** Several interviews may be in one rescue, so each line says which it is about. */
  private ParkedCase.Line in(Op op, ParkedCase.Line line) {
    String about = names.about(op.record());
    return about.isBlank()
        ? line
        : new ParkedCase.Line(
            Texts.text("inbox.rescued.in", about, line.name().toLowerCase(Locale.ENGLISH)),
            line.value());
  }

  /** An edit of a text is told as the text its author saw. */
  private static Value value(Op op, String field, FieldChange change) {
    return switch (change) {
      case FieldChange.Put(Value value) -> value;
      case FieldChange.TextEdit edit -> text(edit);
      case FieldChange.SetEdit edit -> edit.applyTo(Value.NOTHING);
      case FieldChange.Count(long delta) -> Value.whole(delta);
    };
  }

  /** What does not fit its own base says nothing; it will not be taken in either. */
  private static Value text(FieldChange.TextEdit edit) {
    try {
      return edit.base() instanceof TextBase.Inline(String base)
          ? Value.text(edit.applyTo(base))
          : Value.NOTHING;
    } catch (IllegalArgumentException _) {
      return Value.NOTHING;
    }
  }
}
