package dev.throughline.desktop.planning;

import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.TimeWords;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.study.Study;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A session that is being planned. UI thread only. */
public final class PlanViewModel {
  /** As much as a place or a pseudonym may hold. */
  private static final int PLACE_LENGTH_MAX = 300;

  private static final int NAME_LENGTH_MAX = 100;

  private final PlanParts parts;
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final ObservableList<Study> studies = FXCollections.observableArrayList();
  private final ObservableList<String> people = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<RecordId>> study =
      new SimpleObjectProperty<>(this, "study", Optional.empty());
  private final StringProperty participant = new SimpleStringProperty(this, "participant", "");
  private final StringProperty day = new SimpleStringProperty(this, "day", "");
  private final StringProperty time = new SimpleStringProperty(this, "time", "");
  private final StringProperty place = new SimpleStringProperty(this, "place", "");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private final Consumer<Toast> toasts;
  private final Consumer<RecordId> openSession;

  /**
   * @param openSession shows an interview
   */
  public PlanViewModel(PlanParts parts, Consumer<Toast> toasts, Consumer<RecordId> openSession) {
    this.parts = parts;
    this.toasts = toasts;
    this.openSession = openSession;
  }

  /** Whether the line to plan in is on the screen. */
  public BooleanProperty openProperty() {
    return open;
  }

  ObservableList<Study> studies() {
    return studies;
  }

  ObservableList<String> people() {
    return people;
  }

  ObjectProperty<Optional<RecordId>> studyProperty() {
    return study;
  }

  StringProperty participantProperty() {
    return participant;
  }

  StringProperty dayProperty() {
    return day;
  }

  StringProperty timeProperty() {
    return time;
  }

  StringProperty placeProperty() {
    return place;
  }

  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Opens the line, dated today. */
  public void begin() {
    begin(study.get());
  }

  /** Opens the line for a study. */
  public void begin(Optional<RecordId> of) {
    day.set(DayWords.shown(LocalDate.now(parts.clock())));
    time.set("");
    participant.set("");
    place.set("");
    error.set("");
    parts
        .background()
        .run(
            () -> {
              List<Study> all = parts.studies().get();
              List<String> known = parts.plans().pseudonyms();
              parts
                  .ui()
                  .run(
                      () -> {
                        studies.setAll(all);
                        people.setAll(known);
                        choose(of, all);
                        open.set(true);
                      });
            });
  }

  /** The study asked for, or the only one there is. */
  private void choose(Optional<RecordId> of, List<Study> all) {
    boolean isThere = of.filter(id -> all.stream().anyMatch(s -> s.id().equals(id))).isPresent();
    study.set(
        isThere || all.size() != 1 ? of.filter(_ -> isThere) : Optional.of(all.getFirst().id()));
  }

  public void cancel() {
    open.set(false);
  }

  /** Plans the session and closes the line; says what is wrong otherwise. */
  void plan() {
    Optional<LocalDate> date = DayWords.read(day.get());
    Optional<LocalTime> at = TimeWords.read(time.get());
    error.set(problem(date, at));
    if (!error.get().isEmpty() || date.isEmpty()) {
      return;
    }
    Plan plan = new Plan(study.get(), participant.get().strip(), date.get(), at, place.get());
    RecordId id = parts.plans().newRecord();
    parts
        .steps()
        .run(
            Texts.text("planning.step"),
            () -> parts.plans().drafts(id, plan),
            () -> tell(id, plan));
    open.set(false);
  }

  private void tell(RecordId id, Plan plan) {
    String when =
        DayWords.shown(plan.day()) + plan.time().map(at -> " " + TimeWords.shown(at)).orElse("");
    toasts.accept(
        Toast.undoable(
            Texts.text("planning.planned"),
            plan.participant().isBlank()
                ? when
                : Texts.text("planning.planned.with", plan.participant(), when),
            new Toast.Action(Texts.text("home.open"), () -> openSession.accept(id))));
  }

  private String problem(Optional<LocalDate> date, Optional<LocalTime> at) {
    if (date.isEmpty()) {
      return Texts.text("session.date.error");
    }
    if (at.isEmpty() && !time.get().isBlank()) {
      return Texts.text("session.time.error");
    }
    if (participant.get().strip().length() > NAME_LENGTH_MAX) {
      return Texts.text("planning.name.error", NAME_LENGTH_MAX);
    }
    return place.get().strip().length() > PLACE_LENGTH_MAX
        ? Texts.text("planning.place.error", PLACE_LENGTH_MAX)
        : "";
  }
}
