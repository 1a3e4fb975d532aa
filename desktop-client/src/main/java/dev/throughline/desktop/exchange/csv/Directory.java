package dev.throughline.desktop.exchange.csv;

import dev.throughline.desktop.exchange.HomeRecords;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Studies, participants and interviews by the names that stand in tables for them. What a table
 * brings anew is added, so that its next row finds it.
 */
final class Directory {
  private final Map<RecordId, String> studies = new TreeMap<>();
  private final Map<String, RecordId> studyNames = new TreeMap<>();
  private final Map<RecordId, Participant> participants = new TreeMap<>();
  private final Map<String, List<Participant>> pseudonyms = new TreeMap<>();
  private final Map<RecordId, String> interviews = new TreeMap<>();
  private final Map<String, List<RecordId>> titles = new TreeMap<>();
  private final Map<RecordId, RecordId> memos = new TreeMap<>();

  static Directory of(HomeRecords records) {
    Directory names = new Directory();
    records.each(
        Study.KIND,
        view -> names.addStudy(view.id(), Study.from(view.id(), view.fields()).title()));
    records.each(Participant.KIND, view -> names.add(Participant.from(view.id(), view.fields())));
    records.each(
        Interview.KIND,
        view -> names.addInterview(view.id(), Interview.from(view.id(), view.fields()).title()));
    records.each(
        Memo.KIND,
        view ->
            Memo.from(view.id(), view.fields())
                .interview()
                .ifPresent(interview -> names.memos.putIfAbsent(interview, view.id())));
    return names;
  }

  void addStudy(RecordId id, String title) {
    studies.put(id, title);
    studyNames.putIfAbsent(folded(title), id);
  }

  void add(Participant participant) {
    participants.put(participant.id(), participant);
    pseudonyms
        .computeIfAbsent(folded(participant.pseudonym()), _ -> new ArrayList<>())
        .add(participant);
  }

  private void addInterview(RecordId id, String title) {
    interviews.put(id, title);
    titles.computeIfAbsent(folded(title), _ -> new ArrayList<>()).add(id);
  }

  /** The title of a study; empty when there is none here. */
  String study(Optional<RecordId> id) {
    return id.map(study -> studies.getOrDefault(study, "")).orElse("");
  }

  Optional<RecordId> studyCalled(String title) {
    return Optional.ofNullable(studyNames.get(folded(title)));
  }

  String pseudonym(Optional<RecordId> id) {
    return id.map(participants::get).map(Participant::pseudonym).orElse("");
  }

  /** In the same study, else in none, else the only one there is when no study is named. */
  Optional<RecordId> participantCalled(String pseudonym, Optional<RecordId> study) {
    List<Participant> found = pseudonyms.getOrDefault(folded(pseudonym), List.of());
    Optional<Participant> same =
        found.stream().filter(participant -> participant.study().equals(study)).findFirst();
    Optional<Participant> fitting =
        same.or(() -> found.stream().filter(one -> one.study().isEmpty()).findFirst())
            .or(
                () ->
                    study.isEmpty() && found.size() == 1
                        ? Optional.of(found.getFirst())
                        : Optional.empty());
    return fitting.map(Participant::id);
  }

  boolean hasInterview(RecordId id) {
    return interviews.containsKey(id);
  }

  String interview(Optional<RecordId> id) {
    return id.map(interview -> interviews.getOrDefault(interview, "")).orElse("");
  }

  List<RecordId> interviewsCalled(String title) {
    return titles.getOrDefault(folded(title), List.of());
  }

  /** The page of notes of an interview. */
  Optional<RecordId> memo(RecordId interview) {
    return Optional.ofNullable(memos.get(interview));
  }

  void addMemo(RecordId interview, RecordId memo) {
    memos.putIfAbsent(interview, memo);
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
