package dev.throughline.desktop.idea;

import dev.throughline.desktop.idea.Trace.Lead;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Traces claims to their sources; "back" leads to where one came from. UI thread only. */
public final class TraceDesk {
  private final IdeaParts parts;
  private final Chooser chooser;
  private final BiConsumer<RecordId, Optional<RecordId>> openSource;
  private final Consumer<RecordId> openRecord;

  /**
   * @param chooser lets people choose one of several sources
   * @param openSource shows an interview, at a turn if there is one
   * @param openRecord shows the page any record stands on
   */
  public TraceDesk(
      IdeaParts parts,
      Chooser chooser,
      BiConsumer<RecordId, Optional<RecordId>> openSource,
      Consumer<RecordId> openRecord) {
    this.parts = parts;
    this.chooser = chooser;
    this.openSource = openSource;
    this.openRecord = openRecord;
  }

  /** Reads what claims rest on, then calls back. */
  public void read(List<RecordId> sources, Consumer<List<Trace>> then) {
    parts
        .around()
        .background()
        .run(
            () -> {
              Traces reader = new Traces(parts.ideas().store(), parts.rulings());
              List<Trace> all = sources.stream().distinct().map(reader::of).toList();
              parts.around().ui().run(() -> then.accept(all));
            });
  }

  /**
   * Goes to the one source there is, or lets the person choose.
   *
   * @param question what they are asked then
   */
  public void follow(String question, List<RecordId> sources) {
    read(sources, all -> choose(question, all));
  }

  private void choose(String question, List<Trace> all) {
    if (all.isEmpty()) {
      say(Texts.text("trace.none"), Texts.text("trace.none.detail"));
    } else if (all.size() == 1) {
      go(all.getFirst());
    } else {
      chooser.choose(
          question,
          all.stream()
              .map(one -> new Chooser.Choice(one.icon(), one.words(), one.where(), () -> go(one)))
              .toList(),
          Optional.empty());
    }
  }

  /** Shows a source, or says why it does not open. */
  public void go(Trace trace) {
    switch (trace.lead()) {
      case Lead.Place(var interview, var turn) -> openSource.accept(interview, turn);
      case Lead.Elsewhere(var record) -> openRecord.accept(record);
      case Lead.Closed(var why) -> say(Texts.text("trace.closed"), why);
    }
  }

  private void say(String title, String detail) {
    parts.around().toasts().accept(new Toast(Toast.Kind.ATTENTION, title, detail, List.of()));
  }
}
