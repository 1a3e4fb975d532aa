package dev.throughline.model.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What an MVP still lacks before it is launched. A measurement plan that is written after the first
 * numbers are there proves nothing, so it has to be whole before.
 */
public final class LaunchCheck {
  /** One thing that is missing. */
  public enum Missing {
    VERSION,
    FEATURES,
    MEASUREMENTS,
    TARGETS,
    METHODS
  }

  private LaunchCheck() {}

  /** What is missing, in the order in which one fills it in; empty where nothing is. */
  public static List<Missing> of(
      Mvp mvp, Collection<Feature> features, Collection<Measurement> measurements) {
    List<Missing> missing = new ArrayList<>();
    if (mvp.version().isBlank()) {
      missing.add(Missing.VERSION);
    }
    if (features.stream().noneMatch(one -> one.isIn() && !one.text().isBlank())) {
      missing.add(Missing.FEATURES);
    }
    if (measurements.isEmpty()) {
      missing.add(Missing.MEASUREMENTS);
    }
    if (measurements.stream().anyMatch(one -> one.target().isEmpty())) {
      missing.add(Missing.TARGETS);
    }
    if (measurements.stream().anyMatch(one -> one.method().isBlank())) {
      missing.add(Missing.METHODS);
    }
    return missing;
  }
}
