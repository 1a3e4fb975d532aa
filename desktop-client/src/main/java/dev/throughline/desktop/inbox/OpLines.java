package dev.throughline.desktop.inbox;

import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.outbox.ValueWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What an operation does, value by value, in words. */
final class OpLines {
  /** Changed values told one by one. */
  static final int MAX = 50;

  private final RecordNames names;
  private final ValueWords words;

  OpLines(RecordNames names) {
    this.names = names;
    this.words = new ValueWords(names);
  }

  /** Finds the value that a change leads to. */
  @FunctionalInterface
  interface Values {
    Value of(Op op, String field, FieldChange change);
  }

  List<ParkedCase.Line> of(Op op, Values values) {
    String kind = RecordNames.kind(op.kind());
    if (op.action() != Action.EDIT) {
      String what = op.action() == Action.TRASH ? "inbox.parked.trash" : "inbox.parked.restore";
      return List.of(new ParkedCase.Line(kind, Texts.text(what, names.about(op.record()))));
    }
    List<ParkedCase.Line> lines = new ArrayList<>();
    op.fields()
        .forEach(
            (name, change) ->
                lines.add(
                    new ParkedCase.Line(
                        Texts.text("inbox.parked.field", kind, RecordNames.field(op.kind(), name)),
                        words.of(op.kind(), name, values.of(op, name, change)))));
    return lines;
  }
}
