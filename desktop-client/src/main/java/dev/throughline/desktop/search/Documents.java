package dev.throughline.desktop.search;

import dev.throughline.desktop.store.RecordStamp;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * What a record becomes in the index: one document a place. Made from the record alone, so that a
 * change of one never asks for others; who belongs to whom is put together by {@link Structure}.
 * Nothing but postings is kept: what stands in a place is read from the store.
 */
final class Documents {
  /** How the index calls a transcript, which is no place of its own but leads to its interview. */
  static final String TRANSCRIPT = "t";

  private static final FieldType WORDS = words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType NAMES = words(IndexOptions.DOCS);

  private Documents() {}

  private static FieldType words(IndexOptions options) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  /** The places of a record; none for one in the trash. */
  static List<Document> of(RecordView view) {
    if (view.trashed()) {
      return List.of();
    }
    if (view.kind().equals(Segment.KIND.name())) {
      return segment(view);
    } else if (view.kind().equals(Memo.KIND.name())) {
      return memo(view);
    } else if (view.kind().equals(Interview.KIND.name())) {
      return interview(view);
    } else if (view.kind().equals(Transcript.KIND.name())) {
      return transcript(view);
    } else if (view.kind().equals(Participant.KIND.name())) {
      return participant(view);
    }
    return view.kind().equals(Study.KIND.name()) ? study(view) : List.of();
  }

  private static List<Document> segment(RecordView view) {
    Segment segment = Segment.from(view.id(), view.fields());
    if (segment.transcript().isEmpty()) {
      return List.of();
    }
    Document place =
        place(view, segment.transcript().get(), HitKind.SAID.term(), segment.position());
    place.add(new Field(IndexFields.TEXT, segment.text(), WORDS));
    if (!segment.speaker().isBlank()) {
      place.add(new Field(IndexFields.BY, segment.speaker(), NAMES));
    }
    return List.of(place);
  }

  /** Line by line, so that a place in long notes is a line and not all of them. */
  private static List<Document> memo(RecordView view) {
    Memo memo = Memo.from(view.id(), view.fields());
    if (memo.interview().isEmpty()) {
      return List.of();
    }
    List<Document> lines = new ArrayList<>();
    for (NoteLine line : NoteLine.of(memo.notes())) {
      Document place = place(view, memo.interview().get(), HitKind.NOTES.term(), line.number());
      place.add(new Field(IndexFields.TEXT, line.text(), WORDS));
      lines.add(place);
    }
    return lines;
  }

  private static List<Document> interview(RecordView view) {
    Interview interview = Interview.from(view.id(), view.fields());
    long day = interview.date().map(date -> date.toEpochDay()).orElse((long) Integer.MIN_VALUE);
    Document place = place(view, view.id(), HitKind.INTERVIEW.term(), day);
    place.add(new Field(IndexFields.TEXT, text(interview), WORDS));
    interview
        .date()
        .ifPresent(
            date -> place.add(new StringField(IndexFields.DAY, date.toString(), Field.Store.NO)));
    return List.of(linked(place, interview.participant(), interview.study()));
  }

  private static List<Document> transcript(RecordView view) {
    Transcript transcript = Transcript.from(view.id(), view.fields());
    Document place = place(view, view.id(), TRANSCRIPT, 0);
    return List.of(linked(place, transcript.interview(), Optional.empty()));
  }

  private static List<Document> participant(RecordView view) {
    Participant participant = Participant.from(view.id(), view.fields());
    Document place = place(view, view.id(), HitKind.PARTICIPANT.term(), 0);
    place.add(new Field(IndexFields.TEXT, text(participant), WORDS));
    return List.of(linked(place, participant.study(), Optional.empty()));
  }

  private static List<Document> study(RecordView view) {
    Document place = place(view, view.id(), HitKind.STUDY.term(), 0);
    place.add(new Field(IndexFields.TEXT, text(Study.from(view.id(), view.fields())), WORDS));
    return List.of(place);
  }

  /** What is searched of an interview, and shown of it where words of it are found. */
  static String text(Interview interview) {
    return interview.place().isBlank()
        ? interview.title()
        : interview.title() + "\n" + interview.place();
  }

  static String text(Participant participant) {
    String attributes =
        participant.attributes().entrySet().stream()
            .map(pair -> pair.getKey() + ": " + pair.getValue())
            .collect(Collectors.joining("\n"));
    return attributes.isEmpty()
        ? participant.pseudonym()
        : participant.pseudonym() + "\n" + attributes;
  }

  static String text(Study study) {
    return study.question().isBlank() ? study.title() : study.title() + "\n" + study.question();
  }

  private static Document place(RecordView view, RecordId owner, String kind, long at) {
    BytesRef id = IndexFields.bytes(view.id());
    BytesRef ownerBytes = IndexFields.bytes(owner);
    Document place = new Document();
    place.add(new StringField(IndexFields.ID, id, Field.Store.NO));
    place.add(new BinaryDocValuesField(IndexFields.RECORD, id));
    place.add(new StringField(IndexFields.OWNER, ownerBytes, Field.Store.NO));
    place.add(new SortedDocValuesField(IndexFields.OWNER, ownerBytes));
    place.add(new StringField(IndexFields.KIND, kind, Field.Store.NO));
    place.add(new SortedDocValuesField(IndexFields.KIND, new BytesRef(kind)));
    place.add(new NumericDocValuesField(IndexFields.AT, at));
    place.add(new NumericDocValuesField(IndexFields.STAMP, RecordStamp.of(view).stamp()));
    return place;
  }

  private static Document linked(
      Document place, Optional<RecordId> first, Optional<RecordId> second) {
    place.add(new BinaryDocValuesField(IndexFields.LINKS, IndexFields.links(first, second)));
    return place;
  }
}
