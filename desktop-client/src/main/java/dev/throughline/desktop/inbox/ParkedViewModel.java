package dev.throughline.desktop.inbox;

import dev.throughline.desktop.platform.AtomicFile;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One case of work the server keeps aside, and what can be done with it. UI thread only. */
final class ParkedViewModel {
  private final InboxParts parts;
  private final ParkedCase what;

  ParkedViewModel(InboxParts parts, ParkedCase what) {
    this.parts = parts;
    this.what = what;
  }

  ParkedCase what() {
    return what;
  }

  /** When it was made, such as "today 09:12". */
  String since() {
    return parts.around().time().at(what.since());
  }

  /** Opens the record with the value in place; what is changed there goes out by itself. */
  void fix() {
    parts.exits().open().accept(what.record());
  }

  void history() {
    parts.exits().history().accept(what.record());
  }

  void sendAgain() {
    save(() -> parts.ledger().sendAgain(what.ops(), false), "inbox.parked.sent");
  }

  /** Confirms a removal the server wanted a word for. */
  void remove() {
    int count = what.ops().size();
    parts
        .exits()
        .asks()
        .accept(
            Question.of(
                Texts.count("inbox.parked.remove.ask", count),
                Texts.text("inbox.parked.remove.line"),
                Texts.count("inbox.parked.remove.yes", count),
                () -> save(() -> parts.ledger().sendAgain(what.ops(), true), "inbox.parked.sent")));
  }

  /** Takes a removal back: everything stays. */
  void keep() {
    save(() -> parts.ledger().discard(what.ops()), "inbox.parked.kept");
  }

  /** Asks, showing what would be lost; an export comes before. */
  void discard(Runnable export) {
    String shown =
        what.changes().stream()
            .map(line -> Texts.text("inbox.parked.shown", line.name(), line.value()))
            .collect(Collectors.joining("\n\n"));
    parts
        .exits()
        .asks()
        .accept(
            new Question(
                Texts.text("inbox.parked.discard.ask", what.title()),
                List.of(Texts.text("inbox.parked.discard.line")),
                shown,
                new Toast.Action(
                    Texts.text("inbox.parked.discard"),
                    () -> save(() -> parts.ledger().discard(what.ops()), "inbox.parked.discarded")),
                Optional.of(new Toast.Action(Texts.text("inbox.parked.export.first"), export))));
  }

  private void save(Supplier<SaveResult> work, String done) {
    parts
        .around()
        .background()
        .run(
            () -> {
              SaveResult result = work.get();
              parts.around().ui().run(() -> told(result, done));
            });
  }

  private void told(SaveResult result, String done) {
    parts
        .around()
        .toasts()
        .accept(
            switch (result) {
              case SaveResult.Saved _ -> Toast.done(Texts.text(done), what.title());
              case SaveResult.NotSaved(String code, String sentence) ->
                  Toast.failed(
                      Texts.text("interviews.notSaved"),
                      Texts.text("interviews.withCode", sentence, code));
            });
  }

  /** A name for the file of an export. */
  String fileName() {
    return Texts.text("inbox.parked.file") + ".json";
  }

  /** Writes everything that is kept aside here, values whole, to a file. */
  void export(Path file) {
    parts
        .around()
        .background()
        .run(
            () -> {
              Toast toast = written(file);
              parts.around().ui().run(() -> parts.around().toasts().accept(toast));
            });
  }

  private Toast written(Path file) {
    Optional<String> heldBack = heldBack();
    if (heldBack.isPresent()) {
      return Toast.failed(
          Texts.text("inbox.parked.notExported"),
          Texts.text("inbox.parked.heldBack", heldBack.get()));
    }
    try {
      AtomicFile.write(file, WireFormat.VALUE.encode(document(), Encoding.JSON));
      return Toast.done(Texts.text("inbox.parked.exported"), file.toString());
    } catch (IOException _) {
      return Toast.failed(
          Texts.text("inbox.parked.notExported"), Texts.text("inbox.parked.notExported.line"));
    }
  }

  /** Why words in it may not leave; they stay here, where they can be sent or discarded. */
  private Optional<String> heldBack() {
    return what.ops().stream()
        .map(waiting -> waiting.op().record())
        .distinct()
        .flatMap(record -> parts.clips().whyHeldBack(record).stream())
        .findFirst();
  }

  private Value document() {
    return new Value.Entries(
        Map.of(
            "what", Value.text(what.title()),
            "belongsTo", Value.text(what.belongsTo()),
            "why", Value.text(what.why()),
            "changes",
                new Value.Items(
                    what.changes().stream()
                        .map(
                            line ->
                                (Value)
                                    new Value.Entries(
                                        Map.of(
                                            "name", Value.text(line.name()),
                                            "value", Value.text(line.value()))))
                        .toList()),
            "operations",
                new Value.Items(
                    what.ops().stream()
                        .map(Waiting::op)
                        .map(op -> WireFormat.OP.write(op))
                        .toList())));
  }
}
