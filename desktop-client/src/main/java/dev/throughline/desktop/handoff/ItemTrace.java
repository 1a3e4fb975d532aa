package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.TraceDesk;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.handoff.ItemCheck;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import java.util.List;

/** What a claim on the page of a handoff is traced to. UI thread only. */
final class ItemTrace {
  private final TraceDesk traces;

  ItemTrace(TraceDesk traces) {
    this.traces = traces;
  }

  /** Traces what shows that an item holds. */
  void follow(ItemCheck check, HandoffDetail now) {
    List<RecordId> own =
        check.proofs().stream().map(Proof::source).flatMap(source -> source.stream()).toList();
    if (own.isEmpty()) {
      all(now);
    } else {
      traces.follow(Texts.text("trace.which.item", check.item().code()), own);
    }
  }

  /** Traces the evidence of the idea. */
  void all(HandoffDetail now) {
    traces.follow(Texts.text("trace.which"), now.sources());
  }
}
