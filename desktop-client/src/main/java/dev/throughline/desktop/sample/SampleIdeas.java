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
import dev.throughline.model.kind.Kind;
import dev.throughline.model.plan.Criterion;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Milestone;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.Sprint;
import dev.throughline.model.score.Formula;
import dev.throughline.model.score.Score;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The ideas of the sample. Evidence names words of a turn, so that it leads to where they were
 * said.
 */
record SampleIdeas(List<FieldMap> ideas) {
  private static final Map<Kind, String> PLURALS = Map.of(Criterion.KIND, "criteria");

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
      List<Draft> mvps =
          planned(ledger, id, parts(idea, "mvps"), Mvp.KIND, Feature.KIND, Measurement.KIND);
      drafts.addAll(mvps);
      for (FieldMap handoff : parts(idea, "handoffs")) {
        drafts.addAll(SampleHandoff.drafts(ledger, id, mvps.getFirst().record(), handoff));
      }
      drafts.addAll(
          planned(ledger, id, parts(idea, "sprints"), Sprint.KIND, Milestone.KIND, Criterion.KIND));
    }
    return drafts;
  }

  static List<FieldMap> parts(FieldMap idea, String name) {
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

  /** What is planned for an idea, with the records below it: under the plural of their kinds. */
  static List<Draft> planned(
      Ledger ledger, RecordId idea, List<FieldMap> all, Kind kind, Kind... below) {
    List<Draft> drafts = new ArrayList<>();
    for (FieldMap one : all) {
      RecordId id = ledger.newRecord();
      Map<String, Value> fields = new TreeMap<>(one.values());
      fields.keySet().retainAll(kind.fields().stream().map(field -> field.name()).toList());
      fields.put(kind.parent(), reference(idea));
      drafts.add(new Draft.Set(id, kind.name(), fields));
      for (Kind part : below) {
        List<FieldMap> lines = parts(one, PLURALS.getOrDefault(part, part.name() + "s"));
        // As if they had been typed one after the other: their ids say which came first.
        Iterator<RecordId> ids =
            Stream.generate(ledger::newRecord).limit(lines.size()).sorted().iterator();
        for (FieldMap line : lines) {
          Map<String, Value> its = new TreeMap<>(line.values());
          its.put(part.parent(), reference(id));
          drafts.add(new Draft.Set(ids.next(), part.name(), its));
        }
      }
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
