package dev.throughline.desktop.interview;

import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.sample.Samples;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordPlace;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.study.Study;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes the lines of the library: seven queries for a page of them, however many there are. */
final class InterviewRows {
  /** Kinds whose records belong to an interview and show in its line. */
  private static final Set<String> CHILDREN =
      Set.of(Memo.KIND.name(), Transcript.KIND.name(), Recording.KIND.name());

  private final LocalStore store;

  InterviewRows(LocalStore store) {
    this.store = store;
  }

  /** What stands around the interviews of one page. */
  private record Around(
      Map<RecordId, RecordView> named,
      Map<RecordId, List<RecordView>> memos,
      Map<RecordId, List<RecordView>> transcripts,
      Map<RecordId, List<RecordView>> recordings,
      Set<RecordId> edited,
      Set<RecordId> consented) {}

  /** The lines of these interviews, in their order. */
  List<InterviewRow> of(List<RecordView> views) {
    List<Interview> interviews =
        views.stream().map(view -> Interview.from(view.id(), view.fields())).toList();
    List<RecordId> ids = views.stream().map(RecordView::id).toList();
    Set<RecordId> names = new HashSet<>();
    interviews.forEach(interview -> interview.study().ifPresent(names::add));
    Map<RecordId, RecordView> named = new HashMap<>(store.findAll(names));
    Set<RecordId> people = new HashSet<>();
    interviews.forEach(interview -> interview.participant().ifPresent(people::add));
    named.putAll(store.findAll(people));
    Around around =
        new Around(
            named,
            byParent(store.childrenOf(Memo.KIND.name(), ids), Memo.KIND.parent()),
            byParent(store.childrenOf(Transcript.KIND.name(), ids), Transcript.KIND.parent()),
            byParent(store.childrenOf(Recording.KIND.name(), ids), Recording.KIND.parent()),
            store.waitingParents(Segment.KIND.name()),
            Consents.answered(store, people));
    List<InterviewRow> rows = new ArrayList<>(views.size());
    for (int i = 0; i < views.size(); i++) {
      rows.add(row(views.get(i), interviews.get(i), around));
    }
    return rows;
  }

  /** The interviews that show any of these records, known here or not any more. */
  Set<RecordId> touchedBy(Collection<RecordId> changed) {
    Set<RecordId> interviews = new HashSet<>(changed);
    Set<RecordId> transcripts = new HashSet<>();
    for (RecordPlace place : store.places(changed)) {
      if (!place.kind().equals(Interview.KIND.name())) {
        interviews.remove(place.id());
      }
      if (CHILDREN.contains(place.kind())) {
        place.parent().ifPresent(interviews::add);
      } else if (place.kind().equals(Segment.KIND.name())) {
        place.parent().ifPresent(transcripts::add);
      }
    }
    store.places(transcripts).forEach(place -> place.parent().ifPresent(interviews::add));
    return interviews;
  }

  private static InterviewRow row(RecordView view, Interview interview, Around around) {
    List<RecordView> memos = around.memos().getOrDefault(view.id(), List.of());
    List<RecordView> transcripts = around.transcripts().getOrDefault(view.id(), List.of());
    List<RecordView> all = new ArrayList<>(List.of(view));
    all.addAll(memos);
    all.addAll(transcripts);
    return new InterviewRow(
        interview,
        name(
            interview.participant(), around, v -> Participant.from(v.id(), v.fields()).pseudonym()),
        name(interview.study(), around, v -> Study.from(v.id(), v.fields()).title()),
        transcripts.stream().mapToLong(v -> Transcript.from(v.id(), v.fields()).segments()).sum(),
        memos.stream().anyMatch(v -> !Memo.from(v.id(), v.fields()).notes().isBlank()),
        hasConsent(interview, around),
        view.workspace().equals(Samples.WORKSPACE),
        all.stream().anyMatch(v -> v.waiting() > 0 || around.edited().contains(v.id())),
        all.stream().mapToLong(RecordView::changedAtMillis).max().orElse(0),
        RowSound.of(recordings(view.id(), around), RowSound::told));
  }

  private static List<Recording> recordings(RecordId interview, Around around) {
    return around.recordings().getOrDefault(interview, List.of()).stream()
        .filter(view -> !view.trashed())
        .map(view -> Recording.from(view.id(), view.fields()))
        .toList();
  }

  private static boolean hasConsent(Interview interview, Around around) {
    return around.consented().contains(interview.id())
        || interview.participant().filter(around.consented()::contains).isPresent();
  }

  /** The participants whose consent is among these records. */
  Set<RecordId> consenting(Collection<RecordId> changed) {
    Set<RecordId> people = new HashSet<>();
    store.places(changed).stream()
        .filter(place -> place.kind().equals(Consent.KIND.name()))
        .forEach(place -> place.parent().ifPresent(people::add));
    return people;
  }

  private static String name(
      Optional<RecordId> id, Around around, Function<RecordView, String> read) {
    return id.flatMap(known -> Optional.ofNullable(around.named().get(known))).map(read).orElse("");
  }

  private static Map<RecordId, List<RecordView>> byParent(List<RecordView> views, String field) {
    Map<RecordId, List<RecordView>> children = new HashMap<>();
    for (RecordView view : views) {
      new FieldMap(view.fields())
          .reference(field)
          .ifPresent(parent -> children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(view));
    }
    return children;
  }
}
