package dev.throughline.desktop.guide;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The topics of one interview in order, and the first tick of each that was covered. */
public record Guide(List<Topic> topics, Map<RecordId, Coverage> ticks) {
  public static final Guide NONE = new Guide(List.of(), Map.of());

  public Guide {
    topics = List.copyOf(topics);
    ticks = Map.copyOf(ticks);
  }

  public Optional<Coverage> tick(Topic topic) {
    return Optional.ofNullable(ticks.get(topic.id()));
  }

  /** How many lines there are to cover. */
  public int size() {
    return (int) topics.stream().filter(topic -> topic.kind().isTicked()).count();
  }

  /** How many of them were; a topic that was ticked twice counts once. */
  public int covered() {
    return (int)
        topics.stream().filter(topic -> topic.kind().isTicked() && isCovered(topic)).count();
  }

  /** Minutes planned for what is not covered yet. */
  public long minutesLeft() {
    return topics.stream()
        .filter(topic -> topic.kind().isTicked() && !isCovered(topic))
        .mapToLong(topic -> topic.minutes().orElse(0L))
        .sum();
  }

  boolean isCovered(Topic topic) {
    return ticks.containsKey(topic.id());
  }
}
