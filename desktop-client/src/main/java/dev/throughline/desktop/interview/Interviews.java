package dev.throughline.desktop.interview;

import dev.throughline.desktop.sample.Samples;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import dev.throughline.model.sync.Action;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What people do with interviews. Not on the UI thread. */
public final class Interviews {
  private final Ledger ledger;
  private final LocalStore store;
  private final InterviewRows rows;

  public Interviews(Ledger ledger) {
    this.ledger = ledger;
    this.store = ledger.store();
    this.rows = new InterviewRows(store);
  }

  /** A new interview's id and what became of saving it. */
  public record Created(RecordId id, RecordId memo, SaveResult result) {}

  /** Makes an interview with an empty page of notes. */
  public Created create(Optional<RecordId> study, String title, LocalDate date) {
    RecordId id = ledger.newRecord();
    RecordId memo = ledger.newRecord();
    Map<String, Value> fields = new TreeMap<>();
    study.ifPresent(s -> fields.put("study", Value.text(s.toString())));
    fields.put("title", Value.text(title));
    fields.put("date", Value.text(date.toString()));
    fields.put("status", Value.text(InterviewStatus.PLANNED.wireName()));
    SaveResult result =
        ledger.record(
            List.of(
                new Draft.Set(id, Interview.KIND.name(), fields),
                new Draft.Set(memo, Memo.KIND.name(), memoFields(id, ""))));
    return new Created(id, memo, result);
  }

  /** The fields of a new page of notes. */
  public static Map<String, Value> memoFields(RecordId interview, String notes) {
    return Map.of("interview", Value.text(interview.toString()), "notes", Value.text(notes));
  }

  /** Sets fields of an interview by their names in {@link Interview#KIND}. */
  public SaveResult set(RecordId id, Map<String, Value> fields) {
    return ledger.record(List.of(new Draft.Set(id, Interview.KIND.name(), fields)));
  }

  /** Sets who was interviewed; makes the participant when the interview has none. */
  public SaveResult setParticipant(Session session, String pseudonym) {
    Optional<RecordId> known = session.interview().participant();
    RecordId participant = known.orElseGet(ledger::newRecord);
    Map<String, Value> fields = new TreeMap<>(Map.of("pseudonym", Value.text(pseudonym)));
    if (known.isEmpty()) {
      session
          .interview()
          .study()
          .ifPresent(study -> fields.put("study", Value.text(study.toString())));
    }
    Draft.Set who = new Draft.Set(participant, Participant.KIND.name(), fields);
    Draft.Set link =
        new Draft.Set(
            session.interview().id(),
            Interview.KIND.name(),
            Map.of("participant", Value.text(participant.toString())));
    return ledger.record(List.of(link, who));
  }

  public SaveResult trash(RecordId id) {
    return ledger.record(List.of(new Draft.Move(id, Interview.KIND.name(), Action.TRASH)));
  }

  public SaveResult restore(RecordId id) {
    return ledger.record(List.of(new Draft.Move(id, Interview.KIND.name(), Action.RESTORE)));
  }

  /** Interviews, newest day first; pages of at most {@link LocalStore#PAGE_MAX}. */
  public List<InterviewRow> list(int skip, int countMax) {
    return rows.of(store.newest(Interview.KIND.name(), skip, countMax));
  }

  /** Every interview that is not in the trash, newest day first. */
  List<RecordId> ids() {
    return store.newestIds(Interview.KIND.name());
  }

  /** The lines of these interviews, as far as they are here and not in the trash. */
  List<InterviewRow> rows(Collection<RecordId> ids) {
    return rows.of(
        store.findAll(ids).values().stream()
            .filter(view -> view.kind().equals(Interview.KIND.name()) && !view.trashed())
            .toList());
  }

  /** The interviews whose line may show any of these records. */
  Set<RecordId> touchedBy(Collection<RecordId> changed) {
    return rows.touchedBy(changed);
  }

  void onChange(Consumer<RecordsChanged> listener) {
    store.onChange(listener);
  }

  public int count() {
    return store.count(Interview.KIND.name(), store.home())
        + store.count(Interview.KIND.name(), Samples.WORKSPACE);
  }

  /** Everything the session page of an interview shows; empty when it is gone. */
  public Optional<Session> open(RecordId id) {
    return store
        .find(id)
        .filter(view -> view.kind().equals(Interview.KIND.name()) && !view.trashed())
        .map(this::session);
  }

  private Session session(RecordView view) {
    Interview interview = Interview.from(view.id(), view.fields());
    Optional<RecordView> memo = memo(interview.id());
    return new Session(
        interview,
        interview.study().flatMap(store::find).map(v -> Study.from(v.id(), v.fields())),
        participant(interview),
        memo.map(RecordView::id).orElseGet(ledger::newRecord),
        memo.map(v -> Memo.from(v.id(), v.fields()).notes()).orElse(""),
        transcripts(interview.id()),
        view.workspace().equals(Samples.WORKSPACE),
        view.waiting() + memo.map(RecordView::waiting).orElse(0),
        kept(view.id(), memo));
  }

  private Optional<RecordView> memo(RecordId interview) {
    return store.children(Memo.KIND.name(), interview).stream().findFirst();
  }

  private Optional<Participant> participant(Interview interview) {
    return interview
        .participant()
        .flatMap(store::find)
        .map(view -> Participant.from(view.id(), view.fields()));
  }

  private List<Transcript> transcripts(RecordId interview) {
    return store.children(Transcript.KIND.name(), interview).stream()
        .map(view -> Transcript.from(view.id(), view.fields()))
        .toList();
  }

  private List<Conflict> kept(RecordId interview, Optional<RecordView> memo) {
    List<Conflict> kept = new ArrayList<>();
    for (RecordId id :
        memo.map(m -> List.of(interview, m.id())).orElseGet(() -> List.of(interview))) {
      store.children(Conflict.KIND.name(), id).stream()
          .map(view -> Conflict.from(view.id(), view.fields()))
          .forEach(kept::add);
    }
    return kept;
  }
}
