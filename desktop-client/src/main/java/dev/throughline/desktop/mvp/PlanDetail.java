package dev.throughline.desktop.mvp;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.plan.Criterion;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.LaunchCheck;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Milestone;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.Sprint;
import java.util.List;
import java.util.SortedMap;

/**
 * Everything the plan of one idea shows.
 *
 * @param mvps in the order in which they were made, retired ones last
 * @param sprints by their first day, those without one last
 * @param people what everybody of the team is called; empty where nobody signs in
 */
record PlanDetail(
    Idea idea, List<OfMvp> mvps, List<OfSprint> sprints, SortedMap<RecordId, String> people) {
  PlanDetail {
    mvps = List.copyOf(mvps);
    sprints = List.copyOf(sprints);
  }

  /** An MVP with what belongs to it, in the order in which it was written down. */
  record OfMvp(Mvp mvp, List<Feature> features, List<Measurement> measurements) {
    OfMvp {
      features = List.copyOf(features);
      measurements = List.copyOf(measurements);
    }

    List<LaunchCheck.Missing> missing() {
      return LaunchCheck.of(mvp, features, measurements);
    }
  }

  /**
   * A sprint with what belongs to it.
   *
   * @param milestones by their day, those without one last
   */
  record OfSprint(Sprint sprint, List<Milestone> milestones, List<Criterion> criteria) {
    OfSprint {
      milestones = List.copyOf(milestones);
      criteria = List.copyOf(criteria);
    }
  }

  boolean isEmpty() {
    return mvps.isEmpty() && sprints.isEmpty();
  }
}
