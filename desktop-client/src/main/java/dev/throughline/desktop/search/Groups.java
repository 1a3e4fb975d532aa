package dev.throughline.desktop.search;

import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * What places are listed under, and in which order: studies, participants, then interviews from the
 * newest day to the oldest. Put together from the index itself, so that it fits the places. What
 * belongs to an interview in the trash belongs nowhere.
 */
final class Groups {
  /** No group: the place is not shown. */
  static final int NOWHERE = -1;

  /** A group and what it is. */
  record Group(HitKind kind, RecordId id) {}

  private final List<Group> groups = new ArrayList<>();
  private final Map<RecordId, Integer> byOwner = new HashMap<>();
  private final Map<RecordId, List<RecordId>> transcripts = new HashMap<>();
  private final Map<RecordId, List<Integer>> interviewsOf = new HashMap<>();
  private final Map<RecordId, List<Integer>> participantsOf = new HashMap<>();

  private Groups() {}

  static Groups of(IndexReader reader) throws IOException {
    Linked interviews = new Linked();
    Linked transcripts = new Linked();
    Linked participants = new Linked();
    Linked studies = new Linked();
    for (LeafReaderContext leaf : reader.leaves()) {
      interviews.read(leaf.reader(), HitKind.INTERVIEW.term());
      transcripts.read(leaf.reader(), Documents.TRANSCRIPT);
      participants.read(leaf.reader(), HitKind.PARTICIPANT.term());
      studies.read(leaf.reader(), HitKind.STUDY.term());
    }
    Groups groups = new Groups();
    groups.add(HitKind.STUDY, studies);
    groups.add(HitKind.PARTICIPANT, participants);
    interviews
        .all()
        .sort(Comparator.comparing(Linked.One::at).thenComparing(Linked.One::id).reversed());
    groups.add(HitKind.INTERVIEW, interviews);
    groups.link(interviews, transcripts);
    return groups;
  }

  private void add(HitKind kind, Linked all) {
    for (Linked.One one : all.all()) {
      byOwner.put(one.id(), groups.size());
      groups.add(new Group(kind, one.id()));
    }
  }

  private void link(Linked interviews, Linked all) {
    for (Linked.One interview : interviews.all()) {
      int group = of(interview.id());
      Optional<RecordId> participant = interview.first();
      Optional<RecordId> study = interview.second();
      participant.ifPresent(who -> append(interviewsOf, who, group));
      study.ifPresent(one -> append(interviewsOf, one, group));
      if (participant.isPresent() && study.isPresent()) {
        append(participantsOf, study.get(), of(participant.get()));
      }
    }
    for (Linked.One transcript : all.all()) {
      transcript
          .first()
          .filter(byOwner::containsKey)
          .ifPresent(
              interview -> {
                byOwner.put(transcript.id(), of(interview));
                append(transcripts, interview, transcript.id());
              });
    }
  }

  private static <T> void append(Map<RecordId, List<T>> lists, RecordId key, T one) {
    lists.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(one);
  }

  int size() {
    return groups.size();
  }

  Group get(int group) {
    return groups.get(group);
  }

  /** The group of what belongs to that record; {@link #NOWHERE} when there is none. */
  int of(RecordId owner) {
    @Nullable Integer group = byOwner.get(owner);
    return group == null ? NOWHERE : group;
  }

  /** The records whose places are listed under a group. */
  List<RecordId> owners(int group) {
    RecordId id = groups.get(group).id();
    List<RecordId> owners = new ArrayList<>(List.of(id));
    owners.addAll(transcripts.getOrDefault(id, List.of()));
    return owners;
  }

  /** The interviews a group stands for, newest first: itself, or all of a participant or study. */
  List<Integer> interviews(int group) {
    return groups.get(group).kind() == HitKind.INTERVIEW
        ? List.of(group)
        : interviewsOf.getOrDefault(groups.get(group).id(), List.of());
  }

  /** Groups that belong to a study: itself, its interviews, and who was interviewed there. */
  BitSet inStudy(RecordId study) {
    BitSet there = new BitSet();
    Stream.of(
            interviewsOf.getOrDefault(study, List.of()),
            participantsOf.getOrDefault(study, List.of()),
            List.of(of(study)))
        .flatMap(List::stream)
        .filter(group -> group != NOWHERE)
        .forEach(there::set);
    return there;
  }

  /** The newest interview a group stands for. */
  Optional<RecordId> newestInterview(int group) {
    return interviews(group).stream().findFirst().map(first -> groups.get(first).id());
  }
}
