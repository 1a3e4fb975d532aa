package dev.throughline.desktop.shell;

import dev.throughline.desktop.ui.notice.Activity;
import dev.throughline.desktop.ui.notice.Pill;
import dev.throughline.desktop.ui.notice.PillState;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.desktop.ui.notice.RunningTask;
import dev.throughline.desktop.ui.notice.Toast;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the window shows and where in it the person is. Only on the thread of the scene. */
public final class ShellViewModel {
  private final ObservableList<Place> places;
  private final Journey journey;
  private final StringProperty workspaceTitle = new SimpleStringProperty(this, "workspace", "");
  private final StringProperty workspaceLine = new SimpleStringProperty(this, "line", "");
  private final StringProperty person = new SimpleStringProperty(this, "person", "");
  private final StringProperty freeSpace = new SimpleStringProperty(this, "freeSpace", "");
  private final ObjectProperty<Pill> pill =
      new SimpleObjectProperty<>(this, "pill", new Pill(PillState.LOCAL, ""));
  private final ObjectProperty<Optional<ContextPanel>> context =
      new SimpleObjectProperty<>(this, "context", Optional.empty());
  private final ObservableList<RunningTask> tasks = FXCollections.observableArrayList();
  private final ObservableList<Toast> toasts = FXCollections.observableArrayList();

  private final ObjectProperty<Optional<Question>> question =
      new SimpleObjectProperty<>(this, "question", Optional.empty());
  private final StringProperty pillPlace = new SimpleStringProperty(this, "pillPlace", "");
  private final Activity activity;

  /** A window in which no time passes: its tasks never say how long they still take. */
  public ShellViewModel(List<Place> places) {
    this(places, () -> Instant.EPOCH);
  }

  /** Starts at the first place. */
  public ShellViewModel(List<Place> places, InstantSource clock) {
    this.places = FXCollections.observableArrayList(places);
    this.journey = new Journey(Location.of(places.getFirst().id()));
    this.activity = new Activity(tasks, toasts, clock);
  }

  /** In rail order, those at the bottom after those at the top; {@code Ctrl+1..9} count them. */
  public ObservableList<Place> places() {
    return places;
  }

  public ReadOnlyObjectProperty<Location> locationProperty() {
    return journey.hereProperty();
  }

  public void open(String place) {
    open(place, "");
  }

  /** Opens a page inside a place; the place's view follows {@link #locationProperty()}. */
  public void open(String place, String page) {
    place(place);
    journey.go(new Location(place, page));
  }

  public void back() {
    journey.back();
  }

  public void forward() {
    journey.forward();
  }

  public ReadOnlyBooleanProperty backOpenProperty() {
    return journey.backOpenProperty();
  }

  public ReadOnlyBooleanProperty forwardOpenProperty() {
    return journey.forwardOpenProperty();
  }

  public StringProperty workspaceTitleProperty() {
    return workspaceTitle;
  }

  public StringProperty workspaceLineProperty() {
    return workspaceLine;
  }

  /** The person's name, shown as initials; empty while unknown. */
  public StringProperty personProperty() {
    return person;
  }

  /** Such as "186 GB free". */
  public StringProperty freeSpaceProperty() {
    return freeSpace;
  }

  public ObjectProperty<Pill> pillProperty() {
    return pill;
  }

  /** The question a person has to answer before anything else; empty for none. */
  public ObjectProperty<Optional<Question>> questionProperty() {
    return question;
  }

  /** The place the pill leads to; empty for the one that tells how sync stands. */
  public StringProperty pillPlaceProperty() {
    return pillPlace;
  }

  public ObjectProperty<Optional<ContextPanel>> contextProperty() {
    return context;
  }

  public ObservableList<RunningTask> tasks() {
    return tasks;
  }

  public ObservableList<Toast> toasts() {
    return toasts;
  }

  /** All tasks and notices of this session; toasts told there are shown and kept. */
  public Activity activity() {
    return activity;
  }

  Place place(String id) {
    return places.stream()
        .filter(place -> place.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No place " + id));
  }

  boolean foldsRail() {
    var here = journey.hereProperty().get();
    return switch (place(here.place()).fold()) {
      case NEVER -> false;
      case ON_PAGES -> here.isPage();
      case ALWAYS -> true;
    };
  }
}
