package dev.throughline.desktop.sample;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Assumption;
import dev.throughline.model.idea.Decision;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.score.Formula;
import dev.throughline.model.score.Score;
import dev.throughline.model.transcript.Segment;
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
 * The ideas of the sample. Evidence names words of a turn, so that it leads to where they were
 * said.
 */
record SampleIdeas(List<FieldMap> ideas) {
  static SampleIdeas of(FieldMap study) {
    return new SampleIdeas(
        SampleStudy.list(study, "ideas").stream().map(SampleStudy::map).toList());
  }

  /**
   * The drafts that make them.
   *
   * @param talks the drafts of the interviews, turns among them
   */
  List<Draft> drafts(Ledger ledger, RecordId study, List<Draft> talks) {
    List<Draft> drafts = new ArrayList<>();
    for (FieldMap idea : ideas) {
      RecordId id = ledger.newRecord();
      Map<String, Value> fields = new TreeMap<>(idea.values());
      fields.keySet().retainAll(Idea.KIND.fields().stream().map(field -> field.name()).toList());
      fields.put(Idea.STUDY, reference(study));
      drafts.add(new Draft.Set(id, Idea.KIND.name(), fields));
      for (FieldMap said : parts(idea, "evidence")) {
        drafts.add(evidence(id, said, turn(said.text("words"), talks)));
      }
      for (FieldMap scored : parts(idea, "scores")) {
        drafts.add(score(ledger.newRecord(), id, scored));
      }
      drafts.addAll(below(ledger, id, idea, "assumptions", Assumption.KIND.name()));
      drafts.addAll(below(ledger, id, idea, "tasks", DiscoveryTask.KIND.name()));
      for (FieldMap decided : parts(idea, "decisions")) {
        Map<String, Value> decision = new TreeMap<>(decided.values());
        decision.remove("day");
        decision.put(Decision.IDEA, reference(id));
        decision.put(Decision.AT, Value.whole(at(decided)));
        drafts.add(new Draft.Set(ledger.newRecord(), Decision.KIND.name(), decision));
      }
    }
    return drafts;
  }

  private static List<FieldMap> parts(FieldMap idea, String name) {
    return idea.values().containsKey(name)
        ? SampleStudy.list(idea, name).stream().map(SampleStudy::map).toList()
        : List.of();
  }

  private static List<Draft> below(
      Ledger ledger, RecordId idea, FieldMap whole, String name, String kind) {
    List<Draft> drafts = new ArrayList<>();
    for (FieldMap part : parts(whole, name)) {
      Map<String, Value> fields = new TreeMap<>(part.values());
      fields.put("idea", reference(idea));
      drafts.add(new Draft.Set(ledger.newRecord(), kind, fields));
    }
    return drafts;
  }

  private static Draft evidence(RecordId idea, FieldMap said, RecordId turn) {
    Evidence link =
        Evidence.of(
            idea,
            turn,
            Segment.KIND.name(),
            said.whole("importance").orElse((long) Evidence.IMPORTANCE_USUAL).intValue(),
            Stance.of(said.text("stance")));
    return new Draft.Set(link.id(), Evidence.KIND.name(), link.toFields());
  }

  private static Draft score(RecordId id, RecordId idea, FieldMap scored) {
    Score score =
        new Score(
            id,
            Optional.of(idea),
            "RICE",
            Formula.RICE,
            scored.pairs("inputs"),
            Optional.empty(),
            at(scored));
    return new Draft.Set(id, Score.KIND.name(), score.toFields());
  }

  private static RecordId turn(String words, List<Draft> talks) {
    return talks.stream()
        .filter(
            draft ->
                draft instanceof Draft.Set set
                    && set.kind().equals(Segment.KIND.name())
                    && new FieldMap(set.fields()).text("text").contains(words))
        .map(Draft::record)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody in the sample says: " + words));
  }

  private static long at(FieldMap part) {
    return LocalDate.parse(part.text("day"))
        .atTime(LocalTime.NOON)
        .toInstant(ZoneOffset.UTC)
        .toEpochMilli();
  }

  private static Value reference(RecordId record) {
    return Value.text(record.toString());
  }
}
