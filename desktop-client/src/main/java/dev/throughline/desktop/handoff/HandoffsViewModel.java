package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Chooser;
import dev.throughline.desktop.idea.IdeaList;
import dev.throughline.desktop.outbox.Reread;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.people.Person;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.MvpStatus;
import dev.throughline.model.release.Release;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Every handoff, read when first shown. UI thread only. */
public final class HandoffsViewModel {
  private static final Set<String> SHOWN =
      Set.of(
          Handoff.KIND.name(),
          Packet.KIND.name(),
          Release.KIND.name(),
          Idea.KIND.name(),
          Person.KIND.name());

  /** What a handoff is called. */
  public record Title(RecordId id, String words, String idea) {}

  private final HandoffParts parts;
  private final HandoffExits exits;
  private final Chooser chooser;
  private final ObservableList<HandoffRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
  private final Reread<List<HandoffRow>> reading;
  private boolean isStarted;

  public HandoffsViewModel(HandoffParts parts, HandoffExits exits, Chooser chooser) {
    this.parts = parts;
    this.exits = exits;
    this.chooser = chooser;
    HandoffRows reader = new HandoffRows(parts.handoffs().store());
    this.reading = new Reread<>(parts.ideas().around(), reader::read, this::take);
    parts.handoffs().store().onChange(this::changed);
  }

  /** Begins to read, the first time it is called. */
  void start() {
    if (!isStarted) {
      isStarted = true;
      reading.ask();
    }
  }

  private void changed(RecordsChanged change) {
    if (change.isEverything() || change.kinds().stream().anyMatch(SHOWN::contains)) {
      parts
          .ideas()
          .around()
          .ui()
          .run(
              () -> {
                if (isStarted) {
                  reading.ask();
                }
              });
    }
  }

  private void take(List<HandoffRow> read) {
    if (!rows.equals(read)) {
      rows.setAll(read);
    }
    loaded.set(true);
  }

  ObservableList<HandoffRow> rows() {
    return rows;
  }

  /** What each is called, with its idea, for lists that only lead to one; read when first asked. */
  public List<Title> titles() {
    start();
    return rows.stream().map(row -> new Title(row.id(), row.title(), row.idea())).toList();
  }

  ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  void open(RecordId handoff) {
    exits.open().accept(handoff);
  }

  /** Lets the person choose the idea that is handed off. */
  public void create() {
    IdeaList ideas = parts.ideas().list();
    ideas.whenLoaded(
        () ->
            chooser.choose(
                Texts.text("handoff.which"),
                ideas.titles().stream()
                    .map(
                        one ->
                            new Chooser.Choice(
                                Icon.IDEA, one.words(), one.study(), () -> create(one.id())))
                    .toList(),
                Optional.empty()));
  }

  /** Makes a handoff of an idea with its checklist, and opens it. */
  public void create(RecordId idea) {
    RecordId made = parts.handoffs().newRecord();
    parts
        .ideas()
        .steps()
        .run(
            Texts.text("handoff.step.new"),
            drafts(made, idea),
            () -> exits.open().accept(made),
            () -> {});
  }

  private Supplier<List<Draft>> drafts(RecordId made, RecordId idea) {
    return () -> {
      List<RecordId> family = parts.ideas().list().oneWith(idea);
      Optional<Mvp> mvp =
          parts.handoffs().store().childrenOf(Mvp.KIND.name(), family).stream()
              .map(view -> Mvp.from(view.id(), view.fields()))
              .filter(one -> one.status() != MvpStatus.RETIRED)
              // What was launched before what is only planned, the newest of them.
              .max(Comparator.comparing(Mvp::status).thenComparing(Mvp::id));
      String title =
          parts
              .handoffs()
              .store()
              .find(idea)
              .map(view -> Idea.from(view.id(), view.fields()).title())
              .orElse("");
      return parts.handoffs().make(made, idea, mvp, title);
    };
  }
}
