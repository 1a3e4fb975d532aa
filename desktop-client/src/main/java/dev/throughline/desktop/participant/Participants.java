package dev.throughline.desktop.participant;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people do with participants. Not on the UI thread. */
public final class Participants {
  private final Ledger ledger;

  public Participants(Ledger ledger) {
    this.ledger = ledger;
  }

  /** A draft for a new participant, to be saved with the interview that brings them in. */
  public Draft.Set draft(
      RecordId id, Optional<RecordId> study, String pseudonym, Map<String, String> attributes) {
    Map<String, Value> fields = new TreeMap<>();
    study.ifPresent(s -> fields.put("study", Value.text(s.toString())));
    fields.put("pseudonym", Value.text(pseudonym));
    Map<String, Value> pairs = new TreeMap<>();
    attributes.forEach((name, value) -> pairs.put(name, Value.text(value)));
    fields.put("attributes", new Value.Entries(pairs));
    return new Draft.Set(id, Participant.KIND.name(), fields);
  }

  public Optional<Participant> find(RecordId id) {
    return ledger.store().find(id).map(view -> Participant.from(view.id(), view.fields()));
  }

  /** The pseudonym used for the interview; makes the participant when there is none yet. */
  public SaveResult rename(RecordId id, String pseudonym) {
    return ledger.record(
        List.of(
            new Draft.Set(
                id, Participant.KIND.name(), Map.of("pseudonym", Value.text(pseudonym)))));
  }
}
