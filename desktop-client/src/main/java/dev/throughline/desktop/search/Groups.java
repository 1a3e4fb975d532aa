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
  private final Map<RecordId, BitSet> interviewsOf = new HashMap<>();

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
      interview.first().ifPresent(participant -> reach(participant).set(group));
      interview.second().ifPresent(study -> reach(study).set(group));
    }
    for (Linked.One transcript : all.all()) {
      transcript
          .first()
          .filter(byOwner::containsKey)
          .ifPresent(
              interview -> {
                byOwner.put(transcript.id(), of(interview));
                transcripts.computeIfAbsent(interview, _ -> new ArrayList<>()).add(transcript.id());
              });
    }
  }

  private BitSet reach(RecordId of) {
    return interviewsOf.computeIfAbsent(of, _ -> new BitSet());
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

  /** The interviews a group stands for: itself, or all of a participant or study. */
  BitSet interviews(int group) {
    if (groups.get(group).kind() == HitKind.INTERVIEW) {
      BitSet itself = new BitSet();
      itself.set(group);
      return itself;
    }
    return interviewsOf.getOrDefault(groups.get(group).id(), new BitSet());
  }

  /** Groups that belong to a study: itself, its interviews, and who was interviewed there. */
  BitSet inStudy(RecordId study) {
    BitSet groupsThere = (BitSet) interviewsOf.getOrDefault(study, new BitSet()).clone();
    int itself = of(study);
    if (itself != NOWHERE) {
      groupsThere.set(itself);
    }
    for (int group = 0; group < groups.size(); group++) {
      if (groups.get(group).kind() == HitKind.PARTICIPANT
          && interviews(group).intersects(groupsThere)) {
        groupsThere.set(group);
      }
    }
    return groupsThere;
  }

  /** The newest interview a group stands for. */
  Optional<RecordId> newestInterview(int group) {
    int first = interviews(group).nextSetBit(0);
    return first < 0 ? Optional.empty() : Optional.of(groups.get(first).id());
  }
}
