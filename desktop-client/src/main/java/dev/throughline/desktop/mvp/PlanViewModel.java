package dev.throughline.desktop.mvp;

import dev.throughline.desktop.idea.Edits;
import dev.throughline.desktop.idea.IdeaParts;
import dev.throughline.desktop.outbox.Reread;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.people.Person;
import dev.throughline.model.plan.Criterion;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Milestone;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.MvpStatus;
import dev.throughline.model.plan.Sprint;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How one idea is built. {@link #close} it when it is left. UI thread only. */
public final class PlanViewModel {
  private static final Set<String> SHOWN =
      Set.of(
          Idea.KIND.name(),
          Mvp.KIND.name(),
          Feature.KIND.name(),
          Measurement.KIND.name(),
          Sprint.KIND.name(),
          Milestone.KIND.name(),
          Criterion.KIND.name(),
          Person.KIND.name());

  private final IdeaParts parts;
  private final Edits edits;
  private final Consumer<RecordId> openIdea;
  private final RecordId id;
  private final PlanReader reader;
  private final ReadOnlyObjectWrapper<Optional<PlanDetail>> detail =
      new ReadOnlyObjectWrapper<>(this, "detail", Optional.empty());
  private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper(this, "gone");
  private final Reread<Optional<PlanDetail>> reading;
  private final Runnable deaf;
  private final Runnable listless;
  private Optional<RecordId> fresh = Optional.empty();

  /**
   * @param openIdea shows the page of an idea
   * @param id the idea
   */
  public PlanViewModel(IdeaParts parts, Consumer<RecordId> openIdea, RecordId id) {
    this.parts = parts;
    this.edits = new Edits(parts.ideas(), parts.steps());
    this.openIdea = openIdea;
    this.id = id;
    this.reader = new PlanReader(parts.ideas().store());
    this.reading =
        new Reread<>(parts.around(), () -> reader.read(id, parts.list().oneWith(id)), this::take);
    this.deaf = parts.ideas().store().onChange(this::changed);
    // Which ideas were merged is known once all are read.
    this.listless = parts.list().onChange(reading::ask);
    parts.list().start();
    reading.ask();
  }

  public RecordId id() {
    return id;
  }

  ReadOnlyObjectProperty<Optional<PlanDetail>> detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** Whether the idea was removed. */
  ReadOnlyBooleanProperty goneProperty() {
    return gone.getReadOnlyProperty();
  }

  IdeaParts parts() {
    return parts;
  }

  void openIdea() {
    openIdea.accept(id);
  }

  /** What was just made, so that it is typed in; once. */
  Optional<RecordId> takeFresh(Predicate<RecordId> isThere) {
    Optional<RecordId> taken = fresh.filter(isThere);
    if (taken.isPresent()) {
      fresh = Optional.empty();
    }
    return taken;
  }

  LocalDate today() {
    var time = parts.around().time();
    return LocalDate.ofInstant(time.clock().instant(), time.zone());
  }

  private void changed(RecordsChanged change) {
    if (change.isEverything() || change.kinds().stream().anyMatch(SHOWN::contains)) {
      parts.around().ui().run(reading::ask);
    }
  }

  private void take(Optional<PlanDetail> read) {
    if (read.isPresent()) {
      detail.set(read);
    }
    gone.set(read.isEmpty());
  }

  public void close() {
    reading.close();
    deaf.run();
    listless.run();
  }

  /** Changes what is planned, line by line. */
  Edits edits() {
    return edits;
  }

  /** Adds an MVP; its number is how many there are with it. */
  public void addMvp() {
    int number = detail.get().map(now -> now.mvps().size()).orElse(0) + 1;
    Map<String, Value> fields = new TreeMap<>();
    fields.put(Mvp.VERSION, Value.text(Texts.text("mvp.version.usual", number)));
    edits.own(fields, Mvp.OWNER);
    fresh("mvp.step.new", Mvp.KIND, fields);
  }

  /** Adds a sprint; its number is how many there are with it. */
  public void addSprint() {
    int number = detail.get().map(now -> now.sprints().size()).orElse(0) + 1;
    Map<String, Value> fields = new TreeMap<>();
    fields.put(Sprint.TITLE, Value.text(Texts.text("sprint.title.usual", number)));
    edits.own(fields, Sprint.OWNER);
    fresh("sprint.step.new", Sprint.KIND, fields);
  }

  private void fresh(String label, Kind kind, Map<String, Value> fields) {
    fresh = Optional.of(edits.make(label, kind, id, fields, () -> {}));
  }

  /**
   * Launches an MVP that lacks nothing: today unless a day was set that is not to come. An idea
   * that was still being looked into is at its MVP with that. One step, taken back as one.
   */
  void launch(PlanDetail.OfMvp of) {
    if (!of.missing().isEmpty() || of.mvp().status() == MvpStatus.LAUNCHED) {
      return;
    }
    Mvp mvp = of.mvp();
    LocalDate day = mvp.launch().filter(set -> !set.isAfter(today())).orElse(today());
    Optional<Idea> idea = detail.get().map(PlanDetail::idea);
    List<Draft> drafts = new ArrayList<>();
    drafts.add(
        new Draft.Set(
            mvp.id(),
            Mvp.KIND.name(),
            Map.of(
                Mvp.STATUS, Value.text(MvpStatus.LAUNCHED.wireName()),
                Mvp.LAUNCH, Value.text(day.toString())),
            Map.of(
                Mvp.STATUS, Value.text(mvp.status().wireName()), Mvp.LAUNCH, day(mvp.launch()))));
    idea.filter(its -> its.status().compareTo(IdeaStatus.MVP) < 0)
        .ifPresent(
            its ->
                drafts.add(
                    new Draft.Set(
                        its.id(),
                        Idea.KIND.name(),
                        Map.of(Idea.STATUS, Value.text(IdeaStatus.MVP.wireName())),
                        Map.of(Idea.STATUS, Value.text(its.status().wireName())))));
    edits.run("mvp.step.launch", () -> drafts, () -> {});
  }

  static Value day(Optional<LocalDate> day) {
    return day.map(its -> Value.text(its.toString())).orElse(Value.NOTHING);
  }
}
