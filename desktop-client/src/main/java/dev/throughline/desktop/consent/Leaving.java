package dev.throughline.desktop.consent;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.consent.ConsentLack;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Debrief;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Person;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What may leave the application with an export: everything but words that the person behind them
 * did not agree to have quoted, and but people and what they may see. One instance goes with one
 * export and remembers what it held back. Not on the UI thread.
 */
public final class Leaving {
  /**
   * Who may see what is this server's business, and means nothing in another place. Keys of
   * recordings stay too: in a file they would outlast every erasure.
   */
  private static final Set<String> STAYS =
      Set.of(Person.KIND.name(), Grant.KIND.name(), Rescue.KIND.name(), MediaKey.KIND.name());

  /** Where a recording lies sealed, and under what, means nothing without its key. */
  private static final List<String> SEALED =
      List.of(Recording.DEVICE, Recording.KEY, Recording.ORIGINAL, Recording.PROXY);

  private final Provenance provenance;
  private final Rulings rulings;
  private final Map<RecordId, Ruling> known = new HashMap<>();
  private final Map<RecordId, Ruling> withheld = new TreeMap<>();

  public Leaving(LocalStore store, Rulings rulings) {
    this.provenance = new Provenance(store);
    this.rulings = rulings;
  }

  /**
   * A record as it may leave.
   *
   * @param withheld fields it lacks, which say nothing of whether they have a value
   */
  public record Released(RecordView record, List<String> withheld) {
    public Released {
      withheld = List.copyOf(withheld);
    }
  }

  /** A record as it may leave; empty when nothing of it may. */
  public Optional<Released> of(RecordView record) {
    if (STAYS.contains(record.kind())) {
      return Optional.empty();
    }
    return switch (provenance.of(record)) {
      case Provenance.Source.Elsewhere _ -> whole(record);
      case Provenance.Source.Unknown(Wording wording) ->
          ConsentLack.NOBODY.holdsBack(wording) ? Optional.empty() : whole(record);
      case Provenance.Source.OfPerson(RecordId participant, Wording wording) ->
          withholds(rulings.ofPerson(participant, wording), wording)
              ? Optional.empty()
              : whole(record);
      case Provenance.Source.Of(RecordId interview, Wording wording) -> {
        if (record.kind().equals(Interview.KIND.name())) {
          yield holdsBack(interview, wording) ? withoutDebrief(record) : whole(record);
        }
        if (withholds(ruling(interview), wording)) {
          yield Optional.empty();
        }
        yield record.kind().equals(Recording.KIND.name()) ? without(record, SEALED) : whole(record);
      }
    };
  }

  private boolean holdsBack(RecordId interview, Wording wording) {
    return ruling(interview).holdsBack(wording);
  }

  private boolean withholds(Ruling ruling, Wording wording) {
    boolean stays = ruling.holdsBack(wording);
    if (stays) {
      withheld.putIfAbsent(ruling.interview(), ruling);
    }
    return stays;
  }

  /**
   * The interviews of which words were held back so far, in the order of their ids; participants
   * among them, where what was said of them is from none in particular.
   */
  public List<Ruling> withheld() {
    return new ArrayList<>(withheld.values());
  }

  /** Why words of an interview were held back so far, as a sentence; empty when none were. */
  public String why(RecordId interview) {
    return Optional.ofNullable(withheld.get(interview)).map(rulings::sentence).orElse("");
  }

  private Ruling ruling(RecordId interview) {
    return known.computeIfAbsent(interview, rulings::of);
  }

  private void remember(RecordId interview) {
    withheld.put(interview, ruling(interview));
  }

  private static Optional<Released> whole(RecordView record) {
    return Optional.of(new Released(record, List.of()));
  }

  private Optional<Released> withoutDebrief(RecordView record) {
    FieldMap before = new FieldMap(record.fields());
    if (Debrief.FIELDS.stream().anyMatch(field -> !before.text(field).isBlank())) {
      remember(record.id());
    }
    return without(record, Debrief.FIELDS);
  }

  private static Optional<Released> without(RecordView record, List<String> withheld) {
    TreeMap<String, Value> fields = new TreeMap<>(record.fields());
    withheld.forEach(fields::remove);
    RecordView rest =
        new RecordView(
            record.id(),
            record.kind(),
            record.workspace(),
            record.seq(),
            record.trashed(),
            fields,
            record.waiting(),
            record.changedAtMillis());
    return Optional.of(new Released(rest, withheld));
  }
}
