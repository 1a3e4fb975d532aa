package dev.throughline.desktop.study;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.study.Study;
import dev.throughline.model.value.Value;
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
    SaveResult result =
        ledger.record(
            List.of(
                new Draft.Set(
                    id,
                    Study.KIND.name(),
                    Map.of("title", Value.text(title), "question", Value.text(question)))));
    return new Created(id, result);
  }

  public List<Study> all() {
    return ledger.store().newest(Study.KIND.name(), 0, LIST_MAX).stream()
        .map(view -> Study.from(view.id(), view.fields()))
        .sorted(java.util.Comparator.comparing(Study::title))
        .toList();
  }

  public Optional<Study> find(RecordId id) {
    return ledger
        .store()
        .find(id)
        .filter(view -> !view.trashed())
        .map((RecordView view) -> Study.from(view.id(), view.fields()));
  }
}
