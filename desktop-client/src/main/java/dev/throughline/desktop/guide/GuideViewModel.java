package dev.throughline.desktop.guide;

import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.topic.TopicKind;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A guide that is being written. UI thread only; {@link #close} when its page is left. */
public final class GuideViewModel {
  private final GuideParts parts;
  private final RecordId owner;
  private final ObservableList<Topic> topics = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private final Runnable deaf;

  /**
   * @param owner the study, or the interview that has topics for itself
   */
  public GuideViewModel(GuideParts parts, RecordId owner) {
    this.parts = parts;
    this.owner = owner;
    this.deaf = parts.store().onChange(this::changed);
    reload();
  }

  public ObservableList<Topic> topics() {
    return topics;
  }

  /** Why lines could not be added; empty while all is well. */
  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  public void close() {
    deaf.run();
  }

  private void changed(RecordsChanged change) {
    if (change.touches(Topic.KIND.name())) {
      reload();
    }
  }

  /** Any thread. */
  private void reload() {
    parts
        .background()
        .run(
            () -> {
              List<Topic> read = parts.guides().topics(owner);
              parts
                  .ui()
                  .run(
                      () -> {
                        if (!read.equals(topics)) {
                          topics.setAll(read);
                        }
                      });
            });
  }

  /** Adds the lines of a text at the end. */
  public void add(String text) {
    addAfter(Optional.empty(), text);
  }

  /** Adds the lines of a text below a topic. */
  void addAfter(Optional<Topic> topic, String text) {
    List<TopicLine> lines = TopicLine.of(text);
    if (topics.size() + lines.size() > Guides.TOPICS_MAX) {
      error.set(Texts.text("guide.full", Guides.TOPICS_MAX));
      return;
    }
    error.set("");
    int at = topic.map(topics::indexOf).filter(i -> i >= 0).map(i -> i + 1).orElse(topics.size());
    if (!lines.isEmpty()) {
      parts
          .steps()
          .run(
              Texts.count("guide.step.add", lines.size()),
              () -> parts.guides().add(owner, at, lines));
    }
  }

  /** Says a topic differently; one without words is removed. */
  void reword(Topic topic, String before, String text) {
    if (text.isBlank()) {
      remove(topic);
    } else {
      parts
          .steps()
          .run(
              Texts.text("guide.step.reword"),
              () -> List.of(parts.guides().reword(topic.id(), before, text)));
    }
  }

  void changeKind(Topic topic, TopicKind kind) {
    parts
        .steps()
        .run(
            Texts.text("guide.step.kind"),
            () -> List.of(parts.guides().changeKind(topic.id(), kind)));
  }

  public void moveUp(Topic topic) {
    move(topic, topics.indexOf(topic) - 1);
  }

  public void moveDown(Topic topic) {
    move(topic, topics.indexOf(topic) + 1);
  }

  /** Puts a topic where so many others stand before it. */
  void move(Topic topic, int to) {
    if (to >= 0 && to < topics.size()) {
      parts
          .steps()
          .run(Texts.text("guide.step.move"), () -> parts.guides().move(owner, topic.id(), to));
    }
  }

  /** Moves to the trash; the toast takes it back. */
  public void remove(Topic topic) {
    String title = Texts.text("guide.removed");
    parts
        .steps()
        .trash(
            Texts.text("guide.step.remove"),
            topic.id(),
            Topic.KIND.name(),
            Toast.done(title, topic.text()));
  }
}
