package dev.throughline.desktop.mvp;

import dev.throughline.desktop.idea.TeamNames;
import dev.throughline.desktop.mvp.PlanDetail.OfMvp;
import dev.throughline.desktop.mvp.PlanDetail.OfSprint;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.plan.Criterion;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Milestone;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.MvpStatus;
import dev.throughline.model.plan.Sprint;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the plan of an idea. Not on the UI thread. */
final class PlanReader {
  private static final Comparator<Mvp> RETIRED_LAST =
      Comparator.comparing((Mvp mvp) -> mvp.status() == MvpStatus.RETIRED).thenComparing(Mvp::id);

  private static final Comparator<Sprint> BY_START =
      Comparator.comparing((Sprint sprint) -> sprint.start().orElse(LocalDate.MAX))
          .thenComparing(Sprint::id);

  private static final Comparator<Milestone> BY_DAY =
      Comparator.comparing((Milestone milestone) -> milestone.due().orElse(LocalDate.MAX))
          .thenComparing(Milestone::id);

  private final LocalStore store;

  PlanReader(LocalStore store) {
    this.store = store;
  }

  /**
   * The plan as it is now; empty when the idea is gone.
   *
   * @param family the ideas that are one with it: what was planned for a merged one counts here
   */
  Optional<PlanDetail> read(RecordId id, List<RecordId> family) {
    return store
        .find(id)
        .filter(view -> view.kind().equals(Idea.KIND.name()) && !view.trashed())
        .map(view -> read(Idea.from(view.id(), view.fields()), family));
  }

  private PlanDetail read(Idea idea, List<RecordId> family) {
    List<Mvp> mvps = sorted(Mvp.KIND, family, Mvp::from, RETIRED_LAST);
    List<RecordId> ofMvps = mvps.stream().map(Mvp::id).toList();
    Map<Optional<RecordId>, List<Feature>> features =
        grouped(
            sorted(Feature.KIND, ofMvps, Feature::from, Comparator.comparing(Feature::id)),
            Feature::mvp);
    Map<Optional<RecordId>, List<Measurement>> measurements =
        grouped(
            sorted(
                Measurement.KIND, ofMvps, Measurement::from, Comparator.comparing(Measurement::id)),
            Measurement::mvp);
    List<Sprint> sprints = sorted(Sprint.KIND, family, Sprint::from, BY_START);
    List<RecordId> ofSprints = sprints.stream().map(Sprint::id).toList();
    Map<Optional<RecordId>, List<Milestone>> milestones =
        grouped(sorted(Milestone.KIND, ofSprints, Milestone::from, BY_DAY), Milestone::sprint);
    Map<Optional<RecordId>, List<Criterion>> criteria =
        grouped(
            sorted(Criterion.KIND, ofSprints, Criterion::from, Comparator.comparing(Criterion::id)),
            Criterion::sprint);
    return new PlanDetail(
        idea,
        mvps.stream()
            .map(mvp -> new OfMvp(mvp, of(features, mvp.id()), of(measurements, mvp.id())))
            .toList(),
        sprints.stream()
            .map(one -> new OfSprint(one, of(milestones, one.id()), of(criteria, one.id())))
            .toList(),
        TeamNames.of(store));
  }

  private <T> List<T> sorted(
      Kind kind,
      Collection<RecordId> above,
      BiFunction<RecordId, SortedMap<String, Value>, T> parse,
      Comparator<T> order) {
    return store.childrenOf(kind.name(), above).stream()
        .map(view -> parse.apply(view.id(), view.fields()))
        .sorted(order)
        .toList();
  }

  private static <T> Map<Optional<RecordId>, List<T>> grouped(
      List<T> all, Function<T, Optional<RecordId>> above) {
    return all.stream().collect(Collectors.groupingBy(above));
  }

  private static <T> List<T> of(Map<Optional<RecordId>, List<T>> all, RecordId above) {
    return all.getOrDefault(Optional.of(above), List.of());
  }
}
