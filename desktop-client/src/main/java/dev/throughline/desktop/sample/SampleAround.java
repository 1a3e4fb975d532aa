package dev.throughline.desktop.sample;

import dev.throughline.desktop.guide.TopicLine;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Debrief;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands around one interview of the sample: the topics it covered, counted from 1, what the
 * person agreed to, and the debrief where there is one.
 */
record SampleAround(List<Long> covered, Map<String, Value> consent, Map<String, Value> debrief) {
  static SampleAround of(FieldMap talk) {
    List<Long> covered =
        SampleStudy.list(talk, "covered").stream()
            .map(number -> number instanceof Value.Whole(long n) ? n : 0L)
            .toList();
    return new SampleAround(covered, fields(talk, "consent"), fields(talk, "debrief"));
  }

  private static Map<String, Value> fields(FieldMap talk, String name) {
    return Optional.ofNullable(talk.values().get(name))
        .map(value -> SampleStudy.map(value).values())
        .orElse(Map.of());
  }

  /** The fields of the interview that hold its debrief. */
  Map<String, Value> debriefFields() {
    Map<String, Value> fields = new TreeMap<>(debrief);
    fields.keySet().retainAll(Debrief.FIELDS);
    return fields;
  }

  /** Ticks and consent; the ticks are dated as of the interview. */
  List<Draft> drafts(
      Ledger ledger, RecordId interview, RecordId participant, Topics topics, String day) {
    long at = LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).toEpochMilli();
    List<Draft> drafts = new ArrayList<>();
    for (long number : covered) {
      RecordId topic = topics.asked().get((int) number - 1);
      drafts.add(
          new Draft.Set(
              ledger.newRecord(), Coverage.KIND.name(), Coverage.ticked(interview, topic, "", at)));
    }
    Map<String, Value> fields = new TreeMap<>(consent);
    fields.put("participant", Value.text(participant.toString()));
    fields.put("day", Value.text(day));
    drafts.add(
        new Draft.Set(Consent.idOf(participant, Optional.empty()), Consent.KIND.name(), fields));
    return drafts;
  }

  /**
   * The guide of the sample as topics.
   *
   * @param asked those that can be covered, in order
   */
  record Topics(List<Draft> drafts, List<RecordId> asked) {
    static Topics of(Ledger ledger, RecordId study, List<TopicLine> lines, List<String> ranks) {
      List<Draft> drafts = new ArrayList<>();
      List<RecordId> asked = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        RecordId id = ledger.newRecord();
        drafts.add(
            new Draft.Set(
                id,
                Topic.KIND.name(),
                Map.of(
                    "owner", Value.text(study.toString()),
                    "text", Value.text(lines.get(i).text()),
                    "rank", Value.text(ranks.get(i)),
                    "kind", Value.text(lines.get(i).kind().wireName()))));
        if (lines.get(i).kind().isTicked()) {
          asked.add(id);
        }
      }
      return new Topics(drafts, asked);
    }
  }
}
