package dev.throughline.desktop.idea;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Assumption;
import dev.throughline.model.idea.Decision;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.score.Score;
import dev.throughline.model.study.Study;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads everything the page of an idea shows. Not on the UI thread. */
final class IdeaReader {
  private static final Comparator<DiscoveryTask> OPEN_FIRST =
      Comparator.comparing((DiscoveryTask task) -> task.state().isOver())
          .thenComparing(task -> task.due().orElse(LocalDate.MAX))
          .thenComparing(DiscoveryTask::id);

  private static final Comparator<Decision> NEWEST_FIRST =
      Comparator.comparingLong(Decision::atMillis).thenComparing(Decision::id).reversed();

  private final LocalStore store;
  private final SourceReader sources;

  IdeaReader(LocalStore store, SourceReader sources) {
    this.store = store;
    this.sources = sources;
  }

  /**
   * The idea as it is now; empty when it is gone.
   *
   * @param family the ideas that are one with it
   */
  Optional<IdeaDetail> read(RecordId id, IdeaShelf.Family family) {
    Optional<Idea> idea = idea(id);
    return idea.map(its -> read(its, family));
  }

  private IdeaDetail read(Idea idea, IdeaShelf.Family family) {
    boolean isHead = family.head().equals(idea.id());
    // Of an idea that goes on elsewhere only its own is shown: the whole stands there.
    List<RecordId> counted = isHead ? family.all() : List.of(idea.id());
    List<Idea> merged =
        counted.stream()
            .filter(one -> !one.equals(idea.id()))
            .flatMap(one -> idea(one).stream())
            .toList();
    return new IdeaDetail(
        idea,
        isHead ? Optional.empty() : idea(family.head()),
        merged,
        evidence(idea, merged, counted),
        sorted(Score.KIND, counted, Score::from, Score.NEWEST_FIRST),
        sorted(Assumption.KIND, counted, Assumption::from, Assumption.RISKIEST_FIRST),
        sorted(DiscoveryTask.KIND, counted, DiscoveryTask::from, OPEN_FIRST),
        sorted(Decision.KIND, counted, Decision::from, NEWEST_FIRST),
        studies(),
        TeamNames.of(store));
  }

  private Optional<Idea> idea(RecordId id) {
    return store
        .find(id)
        .filter(view -> view.kind().equals(Idea.KIND.name()) && !view.trashed())
        .map(view -> Idea.from(view.id(), view.fields()));
  }

  private List<EvidenceLine> evidence(Idea idea, List<Idea> merged, Collection<RecordId> counted) {
    Map<RecordId, String> titles = new TreeMap<>();
    merged.forEach(one -> titles.put(one.id(), IdeaWords.title(one)));
    List<Evidence> links =
        Weighed.of(
            store.childrenOf(Evidence.KIND.name(), counted).stream()
                .map(view -> Evidence.from(view.id(), view.fields())));
    return links.stream()
        .map(
            link ->
                new EvidenceLine(
                    link,
                    sources.read(link),
                    link.idea()
                        .filter(its -> !its.equals(idea.id()))
                        .map(its -> titles.getOrDefault(its, ""))
                        .orElse("")))
        .toList();
  }

  private <T> List<T> sorted(
      Kind kind,
      Collection<RecordId> ideas,
      BiFunction<RecordId, SortedMap<String, Value>, T> parse,
      Comparator<T> order) {
    List<T> all = new ArrayList<>();
    for (RecordView view : store.childrenOf(kind.name(), ideas)) {
      all.add(parse.apply(view.id(), view.fields()));
    }
    all.sort(order);
    return all;
  }

  private List<Study> studies() {
    return all(Study.KIND).stream()
        .map(view -> Study.from(view.id(), view.fields()))
        .sorted(Comparator.comparing(Study::title, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private Collection<RecordView> all(Kind kind) {
    return store.findAll(store.newestIds(kind.name())).values();
  }
}
