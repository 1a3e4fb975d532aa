package dev.throughline.desktop.app;

import dev.throughline.desktop.home.LastVisit;
import dev.throughline.desktop.interview.ResumePoint;
import dev.throughline.desktop.interview.ResumePoints;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where work stopped and when the profile was left, kept with its settings: ids, places and times,
 * never a word of what was written. Any thread.
 */
final class ResumeSettings implements ResumePoints {
  private static final String POINTS = "resume";
  private static final String VISIT = "lastVisit";

  private final ClientSettings settings;

  ResumeSettings(ClientSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<ResumePoint> latest() {
    List<ResumePoint> points = new ArrayList<>();
    if (settings.value(POINTS) instanceof Value.Items(var items)) {
      for (Value item : items) {
        if (item instanceof Value.Entries(var entries)) {
          read(new FieldMap(entries)).ifPresent(points::add);
        }
      }
    }
    return points.stream()
        .sorted(Comparator.comparingLong(ResumePoint::atMillis).reversed())
        .limit(KEPT_MAX)
        .toList();
  }

  private static Optional<ResumePoint> read(FieldMap fields) {
    Optional<Integer> line =
        fields.whole("line").filter(n -> n > 0 && n < Integer.MAX_VALUE).map(Long::intValue);
    return fields
        .reference("interview")
        .map(
            interview ->
                new ResumePoint(
                    interview, line, fields.reference("turn"), fields.whole("at").orElse(0L)));
  }

  @Override
  public synchronized void remember(ResumePoint point) {
    List<Value> items = new ArrayList<>();
    items.add(value(point));
    latest().stream()
        .filter(other -> !other.interview().equals(point.interview()))
        .limit(KEPT_MAX - 1)
        .map(ResumeSettings::value)
        .forEach(items::add);
    settings.keep(POINTS, new Value.Items(items));
  }

  private static Value value(ResumePoint point) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("interview", id(point.interview()));
    point.line().ifPresent(line -> fields.put("line", Value.whole(line)));
    point.turn().ifPresent(turn -> fields.put("turn", id(turn)));
    fields.put("at", Value.whole(point.atMillis()));
    return new Value.Entries(new TreeMap<>(fields));
  }

  private static Value id(RecordId record) {
    return Value.text(record.toString());
  }

  /** Empty before the profile was closed for the first time. */
  Optional<LastVisit> lastVisit() {
    if (settings.value(VISIT) instanceof Value.Entries(var entries)) {
      FieldMap fields = new FieldMap(entries);
      return Optional.of(
          new LastVisit(fields.whole("at").orElse(0L), fields.whole("seq").orElse(0L)));
    }
    return Optional.empty();
  }

  void leave(LastVisit visit) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("at", Value.whole(visit.atMillis()));
    fields.put("seq", Value.whole(visit.seq()));
    settings.keep(VISIT, new Value.Entries(new TreeMap<>(fields)));
  }
}
