package dev.throughline.desktop.participant;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people do with participants. Not on the UI thread. */
public final class Participants {
  private final Ledger ledger;
  private final LocalStore store;

  public Participants(Ledger ledger) {
    this.ledger = ledger;
    this.store = ledger.store();
  }

  /** A draft for a new participant, to be saved with what brings them in. */
  public Draft.Set draft(
      RecordId id, Optional<RecordId> study, String pseudonym, Map<String, String> attributes) {
    Map<String, Value> fields = new TreeMap<>();
    study.ifPresent(s -> fields.put("study", Value.text(s.toString())));
    fields.put("pseudonym", Value.text(line(pseudonym)));
    fields.put("attributes", pairs(attributes));
    return new Draft.Set(id, Participant.KIND.name(), fields);
  }

  RecordId newRecord() {
    return ledger.newRecord();
  }

  public Optional<Participant> find(RecordId id) {
    return store
        .find(id)
        .filter(view -> view.kind().equals(Participant.KIND.name()))
        .map(view -> Participant.from(view.id(), view.fields()));
  }

  /** Everybody who is not in the trash, by pseudonym. */
  public List<Participant> all() {
    List<RecordId> ids = store.newestIds(Participant.KIND.name());
    return store.findAll(ids).values().stream()
        .map(view -> Participant.from(view.id(), view.fields()))
        .sorted(
            Comparator.comparing(Participant::pseudonym, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Participant::id))
        .toList();
  }

  /** Who goes by that pseudonym, in that study if several do; the oldest of those. */
  public Optional<Participant> named(String pseudonym, Optional<RecordId> study) {
    String wanted = line(pseudonym);
    return all().stream()
        .filter(person -> person.pseudonym().strip().equalsIgnoreCase(wanted))
        .min(
            Comparator.comparing((Participant person) -> !person.study().equals(study))
                .thenComparing(Participant::id));
  }

  Draft.Set rename(RecordId id, String before, String pseudonym) {
    return new Draft.Set(
        id,
        Participant.KIND.name(),
        Map.of("pseudonym", Value.text(line(pseudonym))),
        Map.of("pseudonym", Value.text(line(before))));
  }

  /** Writes the attributes as they are now with one of them changed, added or taken away. */
  Draft.Set change(RecordId id, AttributeChange change) {
    Map<String, String> now =
        store
            .find(id)
            .map((RecordView view) -> Participant.from(id, view.fields()).attributes())
            .orElseGet(TreeMap::new);
    return new Draft.Set(
        id,
        Participant.KIND.name(),
        Map.of("attributes", pairs(change.in(now))),
        Map.of("attributes", pairs(change.seenIn(now))));
  }

  private static Value.Entries pairs(Map<String, String> attributes) {
    Map<String, Value> pairs = new TreeMap<>();
    attributes.forEach((name, value) -> pairs.put(line(name), Value.text(line(value))));
    return new Value.Entries(new TreeMap<>(pairs));
  }

  private static String line(String text) {
    return PlainText.clean(text).strip();
  }
}
