package dev.throughline.desktop.guide;

import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.topic.TopicKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The guide of one interview while people talk: what was covered, what is left. UI thread only. */
public final class CoverageViewModel {
  /** Topics that have a key: {@code Alt+1} to {@code Alt+9}. */
  public static final int KEYS = 9;

  private final GuideParts parts;
  private final RecordId interview;
  private final ReadOnlyObjectWrapper<Guide> guide =
      new ReadOnlyObjectWrapper<>(this, "guide", Guide.NONE);
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private final Runnable deaf;
  private Optional<RecordId> study = Optional.empty();

  public CoverageViewModel(GuideParts parts, RecordId interview) {
    this.parts = parts;
    this.interview = interview;
    this.deaf = parts.store().onChange(this::changed);
    reload();
  }

  /** The study whose topics come first. */
  public void show(Optional<RecordId> now) {
    if (!now.equals(study)) {
      study = now;
      reload();
    }
  }

  public ReadOnlyObjectProperty<Guide> guideProperty() {
    return guide.getReadOnlyProperty();
  }

  public void close() {
    deaf.run();
  }

  private void changed(RecordsChanged change) {
    if (change.touches(Topic.KIND.name()) || change.touches(Coverage.KIND.name())) {
      parts.ui().run(this::reload);
    }
  }

  private void reload() {
    Optional<RecordId> of = study;
    parts
        .background()
        .run(
            () -> {
              Guide read = parts.guides().guide(interview, of);
              parts
                  .ui()
                  .run(
                      () -> {
                        if (of.equals(study) && !read.equals(guide.get())) {
                          guide.set(read);
                        }
                      });
            });
  }

  /** Ticks a topic, or takes its tick away. */
  void toggle(Topic topic) {
    boolean isCovered = guide.get().isCovered(topic);
    String label = Texts.text(isCovered ? "guide.step.untick" : "guide.step.tick");
    long now = parts.clock().millis();
    parts
        .steps()
        .run(
            label,
            () ->
                isCovered
                    ? parts.guides().untick(interview, topic.id())
                    : parts.guides().tick(interview, topic.id(), parts.author().get(), now));
  }

  /** Does the same to the topic with that key; answers whether there is one. */
  public boolean toggleNumber(int number) {
    List<Topic> keyed = keyed();
    if (number < 1 || number > keyed.size()) {
      return false;
    }
    toggle(keyed.get(number - 1));
    return true;
  }

  /** Whether a topic has that key now. */
  public boolean hasNumber(int number) {
    return number >= 1 && number <= keyed().size();
  }

  /** The key of a topic from 1; empty when it has none now. */
  Optional<Integer> number(Topic topic) {
    int at = keyed().indexOf(topic);
    return at < 0 ? Optional.empty() : Optional.of(at + 1);
  }

  /**
   * The topics that have a key. In a long guide the keys begin with the section that is under way,
   * and go on with it only when all of it is covered, so that they do not move under the fingers.
   */
  private List<Topic> keyed() {
    List<Topic> all = guide.get().topics();
    List<Topic> asked = all.stream().filter(topic -> topic.kind().isTicked()).toList();
    int from = asked.size() <= KEYS ? 0 : Math.min(underWay(all, asked), asked.size() - KEYS);
    return asked.subList(from, Math.min(from + KEYS, asked.size()));
  }

  private int underWay(List<Topic> all, List<Topic> asked) {
    List<Integer> begins = new ArrayList<>();
    int before = 0;
    for (Topic topic : all) {
      if (topic.kind() == TopicKind.SECTION) {
        begins.add(before);
      } else if (topic.kind().isTicked()) {
        before++;
      }
    }
    int open = 0;
    while (open < asked.size() && guide.get().isCovered(asked.get(open))) {
      open++;
    }
    int first = open;
    return begins.stream().filter(begin -> begin <= first).reduce(0, (a, b) -> b);
  }

  /** Adds the lines of a text for this interview only. */
  public void add(String text) {
    List<TopicLine> lines = TopicLine.of(text);
    boolean isFull = guide.get().topics().size() + lines.size() > Guides.TOPICS_MAX;
    error.set(isFull ? Texts.text("guide.full", Guides.TOPICS_MAX) : "");
    if (!isFull && !lines.isEmpty()) {
      parts
          .steps()
          .run(
              Texts.count("guide.step.add", lines.size()),
              () -> parts.guides().add(interview, Guides.TOPICS_MAX, lines));
    }
  }

  /** Why lines could not be added; empty while all is well. */
  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  Clock clock() {
    return parts.clock();
  }
}
