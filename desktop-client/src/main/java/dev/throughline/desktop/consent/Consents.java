package dev.throughline.desktop.consent;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads consent records and says what a change to one would write. Not on the UI thread. */
public final class Consents {
  private final LocalStore store;

  public Consents(LocalStore store) {
    this.store = store;
  }

  /** What a person agreed to, with the records for single interviews after the general one. */
  public List<Consent> of(RecordId participant) {
    return store.children(Consent.KIND.name(), participant).stream()
        .map(view -> Consent.from(view.id(), view.fields()))
        .sorted(java.util.Comparator.comparing(consent -> consent.interview().isPresent()))
        .toList();
  }

  /** What holds for an interview: its own record, else the person's general one. */
  public Optional<Consent> holding(RecordId participant, Optional<RecordId> interview) {
    List<Consent> all = of(participant);
    Optional<Consent> own =
        all.stream()
            .filter(consent -> consent.interview().isPresent())
            .filter(consent -> consent.interview().equals(interview))
            .findFirst();
    return own.or(() -> all.stream().filter(consent -> consent.interview().isEmpty()).findFirst());
  }

  /**
   * What sets fields of a consent record; makes the record when there is none yet.
   *
   * @param interview the only interview it holds for; empty for all of the person's
   */
  public Draft set(RecordId participant, Optional<RecordId> interview, Map<String, Value> fields) {
    return set(participant, interview, fields, Map.of());
  }

  /**
   * The same from what the person started from.
   *
   * @param seen values of fields as they stood before the person
   */
  Draft set(
      RecordId participant,
      Optional<RecordId> interview,
      Map<String, Value> fields,
      Map<String, Value> seen) {
    RecordId id = Consent.idOf(participant, interview);
    Map<String, Value> all = new TreeMap<>(fields);
    if (store.find(id).isEmpty()) {
      all.put("participant", Value.text(participant.toString()));
      interview.ifPresent(only -> all.put("interview", Value.text(only.toString())));
    }
    return new Draft.Set(id, Consent.KIND.name(), all, seen);
  }

  /**
   * For whom something was asked and answered: participants, and interviews with a record of their
   * own.
   */
  public static Set<RecordId> answered(LocalStore store, Collection<RecordId> participants) {
    Set<RecordId> answered = new HashSet<>();
    store.childrenOf(Consent.KIND.name(), participants).stream()
        .map(view -> Consent.from(view.id(), view.fields()))
        .filter(Consent::isGivenOrRefused)
        .forEach(consent -> consent.interview().or(consent::participant).ifPresent(answered::add));
    return answered;
  }
}
