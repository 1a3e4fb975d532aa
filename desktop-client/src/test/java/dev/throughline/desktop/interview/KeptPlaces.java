package dev.throughline.desktop.interview;

import java.util.ArrayList;
import java.util.List;

/** Remembers where work stopped, for as long as a test runs. */
public final class KeptPlaces implements ResumePoints {
  private final List<ResumePoint> points = new ArrayList<>();

  @Override
  public List<ResumePoint> latest() {
    return List.copyOf(points);
  }

  @Override
  public void remember(ResumePoint point) {
    points.removeIf(other -> other.interview().equals(point.interview()));
    points.addFirst(point);
  }
}
