package dev.throughline.desktop.sample;

import dev.throughline.desktop.guide.TopicLine;
import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.memo.Memos;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.transcript.Transcripts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import dev.throughline.model.topic.Ranks;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The sample workspace: opened and removed in one action each, never synced. What people change in
 * it stays in it. Any thread but the UI thread.
 */
public final class Samples {
  /** The workspace all sample records belong to; no server ever has it. */
  public static final WorkspaceId WORKSPACE =
      WorkspaceId.of("5a3b1e00-0000-8000-8000-000000000001");

  private final Ledger ledger;

  public Samples(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Whether the sample is here, whole or with parts of it in the trash. */
  public boolean isOpen() {
    return !records(new UUID(0, 0)).isEmpty();
  }

  /** Puts the sample in, as one group; changes nothing while it is open. */
  public SaveResult open() {
    // Held across look and save, so that two clicks at once do not put it in twice.
    synchronized (ledger) {
      return ledger.recordIn(WORKSPACE, isOpen() ? List.of() : drafts(SampleStudy.read()));
    }
  }

  /**
   * Takes everything out again, also what people added to it. {@link #open} puts in a fresh one.
   *
   * @throws JournalException when the disk refuses; the sample is still there then
   */
  public void remove() throws JournalException {
    synchronized (ledger) {
      if (isOpen()) {
        ledger.dropped(WORKSPACE);
      }
    }
  }

  /** The interviews of the open sample, newest first; empty while it is not open. */
  public List<RecordId> interviews() {
    List<RecordView> found = new ArrayList<>();
    List<RecordView> page = records(new UUID(0, 0));
    while (!page.isEmpty()) {
      page.stream()
          .filter(view -> view.kind().equals(Interview.KIND.name()) && !view.trashed())
          .forEach(found::add);
      page = records(page.getLast().id().value());
    }
    return found.stream()
        .sorted(Comparator.comparing(Samples::date).reversed())
        .map(RecordView::id)
        .toList();
  }

  private static Map<String, Value> interview(
      RecordId study, RecordId participant, String guide, SampleStudy.Talk talk) {
    Map<String, Value> fields = new TreeMap<>(talk.around().debriefFields());
    fields.put("study", Value.text(study.toString()));
    fields.put("participant", Value.text(participant.toString()));
    fields.put("title", Value.text(talk.title()));
    fields.put("date", Value.text(talk.date()));
    fields.put("time", Value.text(talk.time()));
    fields.put("place", Value.text(talk.place()));
    fields.put("guide", Value.text(guide));
    fields.put("status", Value.text(InterviewStatus.DONE.wireName()));
    return fields;
  }

  private static Value pairs(Map<String, String> attributes) {
    SortedMap<String, Value> pairs = new TreeMap<>();
    attributes.forEach((name, value) -> pairs.put(name, Value.text(value)));
    return new Value.Entries(pairs);
  }

  private List<RecordView> records(UUID after) {
    return ledger.store().all(WORKSPACE, after);
  }

  private static String date(RecordView interview) {
    return new FieldMap(interview.fields()).text("date");
  }

  private List<Draft> drafts(SampleStudy sample) {
    RecordId study = ledger.newRecord();
    List<Draft> drafts = new ArrayList<>();
    drafts.add(
        new Draft.Set(
            study,
            Study.KIND.name(),
            Map.of(
                "title", Value.text(sample.title()),
                "question", Value.text(sample.question()),
                "guide", Value.text(sample.guide()))));
    List<TopicLine> lines = TopicLine.of(sample.guide());
    SampleAround.Topics topics =
        SampleAround.Topics.of(ledger, study, lines, Ranks.spread(lines.size()));
    drafts.addAll(topics.drafts());
    for (SampleStudy.Talk talk : sample.talks()) {
      drafts.addAll(drafts(study, sample.guide(), topics, talk));
    }
    drafts.addAll(sample.ideas().drafts(ledger, study, drafts));
    return drafts;
  }

  private List<Draft> drafts(
      RecordId study, String guide, SampleAround.Topics topics, SampleStudy.Talk talk) {
    RecordId participant = ledger.newRecord();
    RecordId interview = ledger.newRecord();
    List<Draft> drafts = new ArrayList<>();
    drafts.add(
        new Draft.Set(
            participant,
            Participant.KIND.name(),
            Map.of(
                "study", Value.text(study.toString()),
                "pseudonym", Value.text(talk.participant()),
                "attributes", pairs(talk.attributes()))));
    drafts.add(
        new Draft.Set(
            interview, Interview.KIND.name(), interview(study, participant, guide, talk)));
    drafts.add(
        new Draft.Set(ledger.newRecord(), Memo.KIND.name(), Memos.fields(interview, talk.notes())));
    drafts.addAll(
        new Transcripts(ledger)
            .drafts(ledger.newRecord(), interview, talk.transcript(), talk.source()));
    drafts.addAll(talk.around().drafts(ledger, interview, participant, topics, talk.date()));
    return drafts;
  }
}
