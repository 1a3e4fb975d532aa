package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.library.StudyChoice.AllStudies;
import dev.throughline.model.interview.InterviewStatus;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** What is chosen to narrow the library, piece by piece. On the UI thread. */
final class Narrowing {
  private final ObjectProperty<StudyChoice> study;
  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final ObservableSet<Gap> gaps = FXCollections.observableSet();
  private final ObservableSet<String> people = FXCollections.observableSet();
  private final ObservableSet<InterviewStatus> statuses = FXCollections.observableSet();
  private final ObservableSet<Sent> sent = FXCollections.observableSet();
  private final ObservableSet<SoundChoice> sound = FXCollections.observableSet();
  private final ObjectProperty<DateChoice> dates =
      new SimpleObjectProperty<>(this, "dates", new DateChoice.Any());
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean isSetting;

  Narrowing(ObjectProperty<StudyChoice> study) {
    this.study = study;
    InvalidationListener changed = _ -> tell();
    for (Observable part : List.of(study, typed, gaps, people, statuses, sent, sound, dates)) {
      part.addListener(changed);
    }
    study.subscribe(_ -> tell());
    typed.subscribe(_ -> tell());
    dates.subscribe(_ -> tell());
  }

  /** Calls the listener whenever something else is chosen. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void tell() {
    if (!isSetting) {
      listeners.forEach(Runnable::run);
    }
  }

  StringProperty typedProperty() {
    return typed;
  }

  ObjectProperty<DateChoice> datesProperty() {
    return dates;
  }

  ObservableSet<Gap> gaps() {
    return gaps;
  }

  ObservableSet<String> people() {
    return people;
  }

  ObservableSet<InterviewStatus> statuses() {
    return statuses;
  }

  ObservableSet<Sent> sent() {
    return sent;
  }

  ObservableSet<SoundChoice> sound() {
    return sound;
  }

  Filter filter() {
    return new Filter(typed.get(), study.get(), gaps, people, dates.get(), statuses, sent, sound);
  }

  /** Chooses all of this at once. */
  void set(Filter filter) {
    isSetting = true;
    typed.set(filter.typed());
    study.set(filter.study());
    replace(gaps, filter.gaps());
    replace(people, filter.people());
    replace(statuses, filter.statuses());
    replace(sent, filter.sent());
    replace(sound, filter.sound());
    dates.set(filter.dates());
    isSetting = false;
    tell();
  }

  private static <T> void replace(ObservableSet<T> old, java.util.Set<T> fresh) {
    old.retainAll(fresh);
    old.addAll(fresh);
  }

  void clear() {
    set(Filter.NOTHING);
  }

  /** Leaves what is typed. */
  void clearFacets() {
    Filter now = filter();
    set(
        new Filter(
            now.typed(),
            new AllStudies(),
            java.util.Set.of(),
            java.util.Set.of(),
            new DateChoice.Any(),
            java.util.Set.of(),
            java.util.Set.of(),
            java.util.Set.of()));
  }
}
