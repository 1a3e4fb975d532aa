package dev.throughline.desktop.consent;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Person;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.recording.Bookmark;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.study.Study;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells from which interview the words of a record come. Not on the UI thread. */
final class Provenance {
  /**
   * Kinds whose records come from no interview, or hold no words of one; what is built holds none.
   */
  static final Set<String> ELSEWHERE =
      Stream.concat(
              Stream.of(
                  Study.KIND,
                  Participant.KIND,
                  Topic.KIND,
                  Coverage.KIND,
                  Consent.KIND,
                  Person.KIND,
                  Grant.KIND),
              Kinds.ALL.stream().filter(kind -> kind.family() == Family.PRODUCT))
          .map(Kind::name)
          .collect(Collectors.toUnmodifiableSet());

  /** How far one record may point to the next. */
  private static final int DEPTH_MAX = 8;

  private final LocalStore store;
  private final Map<RecordId, Optional<RecordId>> interviews = new HashMap<>();

  Provenance(LocalStore store) {
    this.store = store;
  }

  /** Where words come from. */
  sealed interface Source {
    /** From an interview. */
    record Of(RecordId interview, Wording wording) implements Source {}

    /** About a participant, from whichever of their interviews. */
    record OfPerson(RecordId participant, Wording wording) implements Source {}

    /** From no interview: a study, a guide, what a person agreed to. */
    record Elsewhere() implements Source {}

    /** From an interview that cannot be told, so nobody agreed. */
    record Unknown(Wording wording) implements Source {}
  }

  Source of(RecordView record) {
    return of(record, DEPTH_MAX);
  }

  private Source of(RecordView record, int depth) {
    FieldMap fields = new FieldMap(record.fields());
    String kind = record.kind();
    if (kind.equals(Interview.KIND.name())) {
      return new Source.Of(record.id(), Wording.NOTED);
    }
    if (kind.equals(Memo.KIND.name())) {
      return below(fields.reference("interview"), Wording.NOTED);
    }
    if (kind.equals(Transcript.KIND.name())) {
      return below(fields.reference("interview"), Wording.SPOKEN);
    }
    if (kind.equals(Segment.KIND.name())) {
      return below(fields.reference("transcript").flatMap(this::interviewOf), Wording.SPOKEN);
    }
    if (kind.equals(Recording.KIND.name()) || kind.equals(MediaKey.KIND.name())) {
      return below(fields.reference("interview"), Wording.SPOKEN);
    }
    if (kind.equals(Bookmark.KIND.name())) {
      return below(fields.reference(Bookmark.RECORDING).flatMap(this::interviewOf), Wording.NOTED);
    }
    if (ELSEWHERE.contains(kind)) {
      return new Source.Elsewhere();
    }
    if (depth == 0 || kind.equals(Rescue.KIND.name())) {
      // Rescued work may hold words of several interviews, and belongs to none of them yet.
      return new Source.Unknown(Wording.SPOKEN);
    }
    if (kind.equals(Comment.KIND.name())) {
      return said(fields.reference(Comment.ABOUT), depth - 1);
    }
    return kind.equals(Conflict.KIND.name())
        ? pointed(fields.reference("record"), depth - 1)
        : stranger(record.fields().values(), depth - 1);
  }

  /** Colleagues quote what was said, so their words go where those of the interview go. */
  private Source said(Optional<RecordId> about, int depth) {
    Source source = pointed(about, depth);
    if (!(source instanceof Source.Elsewhere)) {
      return source;
    }
    RecordView subject = about.flatMap(store::find).orElseThrow();
    FieldMap fields = new FieldMap(subject.fields());
    String kind = subject.kind();
    if (kind.equals(Coverage.KIND.name())) {
      return below(fields.reference("interview"), Wording.NOTED);
    }
    Optional<RecordId> participant =
        kind.equals(Participant.KIND.name())
            ? Optional.of(subject.id())
            : kind.equals(Consent.KIND.name()) ? fields.reference("participant") : Optional.empty();
    return participant
        .<Source>map(who -> new Source.OfPerson(who, Wording.NOTED))
        .orElse(new Source.Unknown(Wording.NOTED));
  }

  private static Source below(Optional<RecordId> interview, Wording wording) {
    return interview
        .<Source>map(id -> new Source.Of(id, wording))
        .orElse(new Source.Unknown(wording));
  }

  private Optional<RecordId> interviewOf(RecordId part) {
    return interviews.computeIfAbsent(
        part,
        id -> store.find(id).flatMap(view -> new FieldMap(view.fields()).reference("interview")));
  }

  private Source pointed(Optional<RecordId> record, int depth) {
    return record
        .flatMap(store::find)
        .map(subject -> of(subject, depth))
        .orElse(new Source.Unknown(Wording.SPOKEN));
  }

  /** A kind nobody placed, as of a later version: what it points to decides, as for speech. */
  private Source stranger(Collection<Value> values, int depth) {
    Source told = new Source.Elsewhere();
    for (Value value : values) {
      Optional<RecordId> target =
          value instanceof Value.Text(String text) ? id(text) : Optional.empty();
      if (target.isPresent()) {
        Source found =
            store
                .find(target.get())
                .map(record -> of(record, depth))
                .orElse(new Source.Unknown(Wording.SPOKEN));
        if (found instanceof Source.Of(RecordId interview, Wording _)) {
          return new Source.Of(interview, Wording.SPOKEN);
        }
        if (found instanceof Source.OfPerson(RecordId participant, Wording _)) {
          return new Source.OfPerson(participant, Wording.SPOKEN);
        }
        told = found instanceof Source.Unknown ? new Source.Unknown(Wording.SPOKEN) : told;
      }
    }
    return told;
  }

  private static Optional<RecordId> id(String text) {
    try {
      return Optional.of(RecordId.of(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
