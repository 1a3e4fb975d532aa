package dev.throughline.desktop.interview;

import dev.throughline.desktop.memo.Memos;
import dev.throughline.desktop.memo.TextHome;
import dev.throughline.desktop.sample.Samples;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import dev.throughline.model.sync.Action;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
    Fresh fresh = fresh(study, title, date);
    return new Created(fresh.id(), fresh.memo(), ledger.record(fresh.drafts()));
  }

  /** A new interview that is not saved yet. */
  record Fresh(RecordId id, RecordId memo, List<Draft> drafts) {}

  /** What makes an interview with an empty page of notes. */
  Fresh fresh(Optional<RecordId> study, String title, LocalDate date) {
    RecordId id = ledger.newRecord();
    RecordId memo = ledger.newRecord();
    Map<String, Value> fields = new TreeMap<>();
    study.ifPresent(s -> fields.put("study", Value.text(s.toString())));
    fields.put("title", Value.text(title));
    fields.put("date", Value.text(date.toString()));
    fields.put("status", Value.text(InterviewStatus.PLANNED.wireName()));
    return new Fresh(
        id,
        memo,
        List.of(
            new Draft.Set(id, Interview.KIND.name(), fields),
            new Draft.Set(memo, Memo.KIND.name(), Memos.fields(id, ""))));
  }

  /** Sets fields of an interview by their names in {@link Interview#KIND}. */
  public SaveResult set(RecordId id, Map<String, Value> fields) {
    return ledger.record(List.of(new Draft.Set(id, Interview.KIND.name(), fields)));
  }

  /** Sets who was interviewed; makes the participant when the interview has none. */
  public SaveResult setParticipant(Session session, String pseudonym) {
    return ledger.record(
        participantDrafts(session, Map.of("pseudonym", Value.text(pseudonym)), Map.of()));
  }

  /**
   * What sets fields of who was interviewed; makes the participant when there is none yet.
   *
   * @param seen what the person started from
   */
  List<Draft> participantDrafts(
      Session session, Map<String, Value> fields, Map<String, Value> seen) {
    Interview interview = session.interview();
    if (interview.participant().isPresent()) {
      return List.of(
          new Draft.Set(interview.participant().get(), Participant.KIND.name(), fields, seen));
    }
    RecordId participant = ledger.newRecord();
    Map<String, Value> all = new TreeMap<>(fields);
    interview.study().ifPresent(study -> all.put("study", Value.text(study.toString())));
    Value link = Value.text(participant.toString());
    return List.of(
        new Draft.Set(interview.id(), Interview.KIND.name(), Map.of("participant", link)),
        new Draft.Set(participant, Participant.KIND.name(), all));
  }

  /** One long text of an interview, to type in. */
  TextHome text(RecordId id, String field) {
    return new TextHome() {
      @Override
      public String read() {
        return store.find(id).map(view -> new FieldMap(view.fields()).text(field)).orElse("");
      }

      @Override
      public SaveResult write(String before, String after) {
        return store.find(id).isEmpty()
            ? new SaveResult.NotSaved("SAV-05", Texts.text("session.debrief.gone"))
            : ledger.record(
                List.of(new Draft.Text(id, Interview.KIND.name(), field, before, after)));
      }

      @Override
      public SaveResult catchUp() {
        return ledger.record(List.of());
      }
    };
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

  /** The participants whose consent is among these records. */
  Set<RecordId> consenting(Collection<RecordId> changed) {
    return rows.consenting(changed);
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
    List<Conflict> kept = kept(interview, memo);
    return new Session(
        interview,
        interview.study().flatMap(store::find).map(v -> Study.from(v.id(), v.fields())),
        participant(interview),
        memo.map(RecordView::id).orElseGet(ledger::newRecord),
        memo.map(v -> Memo.from(v.id(), v.fields()).notes()).orElse(""),
        transcripts(interview.id()),
        view.workspace().equals(Samples.WORKSPACE),
        view.waiting() + memo.map(RecordView::waiting).orElse(0),
        kept,
        names(kept));
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

  /** Open conflicts in anything the page shows, turns included. */
  private List<Conflict> kept(Interview interview, Optional<RecordView> memo) {
    Set<RecordId> shown = new HashSet<>(Set.of(interview.id()));
    memo.ifPresent(view -> shown.add(view.id()));
    interview.participant().ifPresent(shown::add);
    transcripts(interview.id()).forEach(transcript -> shown.add(transcript.id()));
    Map<RecordId, RecordView> found = new TreeMap<>();
    store
        .childrenOf(Conflict.KIND.name(), shown)
        .forEach(conflict -> found.put(conflict.id(), conflict));
    for (RecordView conflict : store.newest(Conflict.KIND.name(), 0, LocalStore.PAGE_MAX)) {
      FieldMap fields = new FieldMap(conflict.fields());
      boolean isOfTurn = fields.text("recordKind").equals(Segment.KIND.name());
      if (isOfTurn && isIn(fields.reference("record"), shown)) {
        found.put(conflict.id(), conflict);
      }
    }
    return found.values().stream()
        .filter(view -> Conflict.isOpen(view.fields()))
        .map(view -> Conflict.from(view.id(), view.fields()))
        .toList();
  }

  private Map<RecordId, String> names(List<Conflict> conflicts) {
    Map<RecordId, String> names = new TreeMap<>();
    for (Conflict conflict : conflicts) {
      FieldMap values =
          new FieldMap(Map.of("shown", conflict.shown().value(), "kept", conflict.kept().value()));
      Stream.of(values.reference("shown"), values.reference("kept"))
          .flatMap(Optional::stream)
          .flatMap(id -> store.find(id).stream())
          .forEach(view -> names.put(view.id(), name(new FieldMap(view.fields()))));
    }
    return names;
  }

  private static String name(FieldMap fields) {
    String pseudonym = fields.text("pseudonym");
    return pseudonym.isEmpty() ? fields.text("title") : pseudonym;
  }

  private boolean isIn(Optional<RecordId> turn, Set<RecordId> transcripts) {
    return turn.stream()
        .flatMap(id -> store.places(List.of(id)).stream())
        .anyMatch(place -> place.parent().filter(transcripts::contains).isPresent());
  }
}
