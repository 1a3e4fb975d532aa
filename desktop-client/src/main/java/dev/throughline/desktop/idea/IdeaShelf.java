package dev.throughline.desktop.idea;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Assumption;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaFamilies;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.people.Person;
import dev.throughline.model.score.Score;
import dev.throughline.model.score.Scored;
import dev.throughline.model.study.Study;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What lists of ideas need, kept in memory: reading 10,000 ideas with what is below them for every
 * change would take seconds. Only in the background.
 */
final class IdeaShelf {
  /** The kinds whose changes a list of ideas shows. */
  static final Set<String> KINDS =
      Set.of(
          Idea.KIND.name(),
          Evidence.KIND.name(),
          Score.KIND.name(),
          Assumption.KIND.name(),
          DiscoveryTask.KIND.name(),
          Study.KIND.name(),
          Person.KIND.name());

  private static final int PAGE = 500;

  private final LocalStore store;
  private final Map<RecordId, Held> ideas = new HashMap<>();
  private final Below<Evidence> evidence = new Below<>(Evidence::idea);
  private final Below<Rated> scores = new Below<>(rated -> rated.score().idea());
  private final Below<Assumption> assumptions = new Below<>(Assumption::idea);
  private final Below<DiscoveryTask> tasks = new Below<>(DiscoveryTask::idea);
  private final Map<RecordId, String> names = new HashMap<>();

  /** An idea with what the store says of it besides its fields. */
  private record Held(Idea idea, boolean isWaiting, long changedAtMillis) {}

  /** A scoring and what comes out of it, worked out once. */
  private record Rated(Score score, Scored result) {}

  IdeaShelf(LocalStore store) {
    this.store = store;
  }

  /** Forgets everything. */
  synchronized void clear() {
    ideas.clear();
    evidence.clear();
    scores.clear();
    assumptions.clear();
    tasks.clear();
    names.clear();
  }

  /** Reads everything anew, at one go. */
  void load() {
    clear();
    pages().forEach(this::reread);
  }

  /**
   * What there is to read, in pieces small enough that nobody waits for one. Each is in the order
   * in which it was made, because what was made together lies together in the store.
   */
  List<List<RecordId>> pages() {
    List<List<RecordId>> pages = new ArrayList<>();
    for (String kind : KINDS) {
      List<RecordId> ids = new ArrayList<>(store.newestIds(kind));
      ids.sort(Comparator.naturalOrder());
      for (int from = 0; from < ids.size(); from += PAGE) {
        pages.add(List.copyOf(ids.subList(from, Math.min(from + PAGE, ids.size()))));
      }
    }
    return pages;
  }

  /** Reads these records, or that they are gone. */
  synchronized void reread(Collection<RecordId> changed) {
    Map<RecordId, RecordView> now = store.findAll(changed);
    for (RecordId id : changed) {
      RecordView view = now.get(id);
      if (view == null || view.trashed()) {
        drop(id);
      } else if (KINDS.contains(view.kind())) {
        put(view);
      }
    }
  }

  private void drop(RecordId id) {
    ideas.remove(id);
    evidence.remove(id);
    scores.remove(id);
    assumptions.remove(id);
    tasks.remove(id);
    names.remove(id);
  }

  private void put(RecordView view) {
    RecordId id = view.id();
    switch (view.kind()) {
      case "idea" ->
          ideas.put(
              id,
              new Held(Idea.from(id, view.fields()), view.waiting() > 0, view.changedAtMillis()));
      case "evidence" -> evidence.put(id, Evidence.from(id, view.fields()));
      case "score" -> {
        Score score = Score.from(id, view.fields());
        scores.put(id, new Rated(score, score.result()));
      }
      case "assumption" -> assumptions.put(id, Assumption.from(id, view.fields()));
      case "discovery-task" -> tasks.put(id, DiscoveryTask.from(id, view.fields()));
      case "study" -> names.put(id, Study.from(id, view.fields()).title());
      case "person" -> names.put(id, Person.from(id, view.fields()).called());
      default -> throw new IllegalArgumentException("nothing of an idea: " + view.kind());
    }
  }

  /**
   * Ideas that are one.
   *
   * @param head the one that goes on
   * @param all every one of them, the head first
   */
  record Family(RecordId head, List<RecordId> all) {
    Family {
      all = List.copyOf(all);
    }
  }

  /** Which ideas are one with this one; alone with itself while nothing was read. */
  synchronized Family family(RecordId idea) {
    IdeaFamilies families = IdeaFamilies.of(ideas.values().stream().map(Held::idea).toList());
    RecordId head = families.head(idea);
    List<RecordId> all =
        new ArrayList<>(
            ideas.keySet().stream()
                .filter(one -> !one.equals(head) && families.head(one).equals(head))
                .sorted()
                .toList());
    all.addFirst(head);
    return new Family(head, all);
  }

  /** The ideas that go on by themselves, in no particular order. */
  synchronized List<IdeaRow> rows() {
    List<Idea> all = ideas.values().stream().map(Held::idea).toList();
    IdeaFamilies families = IdeaFamilies.of(all);
    Map<RecordId, List<RecordId>> merged = new HashMap<>();
    for (Idea idea : all) {
      if (families.isMerged(idea.id())) {
        merged.computeIfAbsent(families.head(idea.id()), _ -> new ArrayList<>()).add(idea.id());
      }
    }
    return ideas.values().stream()
        .filter(held -> !families.isMerged(held.idea().id()))
        .map(held -> row(held, merged.getOrDefault(held.idea().id(), List.of())))
        .toList();
  }

  private IdeaRow row(Held held, List<RecordId> merged) {
    Idea idea = held.idea();
    List<RecordId> family = new ArrayList<>(merged.stream().sorted().toList());
    family.addFirst(idea.id());
    List<Evidence> links = Weighed.of(evidence.of(family));
    int opposing = (int) links.stream().filter(it -> it.stance() == Stance.AGAINST).count();
    return new IdeaRow(
        idea,
        idea.study().map(its -> names.getOrDefault(its, "")).orElse(""),
        idea.owner().map(its -> names.getOrDefault(its, "")).orElse(""),
        newest(idea.id()).or(() -> newest(merged)),
        links.size() - opposing,
        opposing,
        (int) assumptions.of(family).filter(it -> !it.isTested()).count(),
        (int) tasks.of(family).filter(it -> !it.state().isOver()).count(),
        family.subList(1, family.size()),
        held.isWaiting(),
        held.changedAtMillis());
  }

  private Optional<Scored> newest(RecordId idea) {
    return newest(List.of(idea));
  }

  private Optional<Scored> newest(Collection<RecordId> family) {
    return scores
        .of(family)
        .min((one, other) -> Score.NEWEST_FIRST.compare(one.score(), other.score()))
        .map(Rated::result);
  }
}
