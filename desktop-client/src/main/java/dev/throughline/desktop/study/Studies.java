package dev.throughline.desktop.study;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.study.Study;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do with studies. Not on the UI thread. */
public final class Studies {
  /** Most studies a workspace lists. */
  public static final int LIST_MAX = 500;

  private final Ledger ledger;

  public Studies(Ledger ledger) {
    this.ledger = ledger;
  }

  /** A new study's id and what became of saving it. */
  public record Created(RecordId id, SaveResult result) {}

  public Created create(String title, String question) {
    RecordId id = ledger.newRecord();
    return new Created(id, ledger.record(List.of(draft(id, title, question))));
  }

  RecordId newRecord() {
    return ledger.newRecord();
  }

  Draft draft(RecordId id, String title, String question) {
    return new Draft.Set(
        id,
        Study.KIND.name(),
        Map.of("title", Value.text(title), "question", Value.text(question)));
  }

  Draft retitle(RecordId id, String before, String title) {
    return new Draft.Set(
        id,
        Study.KIND.name(),
        Map.of("title", Value.text(line(title))),
        Map.of("title", Value.text(line(before))));
  }

  /** Sets the question from what a person saw to what they made of it. */
  Draft ask(RecordId id, String before, String after) {
    return new Draft.Text(
        id, Study.KIND.name(), "question", before, PlainText.clean(after).strip());
  }

  private static String line(String text) {
    return PlainText.clean(text).strip();
  }

  public List<Study> all() {
    return ledger.store().newest(Study.KIND.name(), 0, LIST_MAX).stream()
        .map(view -> Study.from(view.id(), view.fields()))
        .sorted(Comparator.comparing(Study::title))
        .toList();
  }

  public Optional<Study> find(RecordId id) {
    return ledger
        .store()
        .find(id)
        .filter(view -> !view.trashed() && view.kind().equals(Study.KIND.name()))
        .map((RecordView view) -> Study.from(view.id(), view.fields()));
  }
}
