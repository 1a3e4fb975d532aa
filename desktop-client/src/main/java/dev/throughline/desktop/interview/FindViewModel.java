package dev.throughline.desktop.interview;

import dev.throughline.desktop.interview.SessionSearch.Match;
import dev.throughline.desktop.memo.Found;
import dev.throughline.desktop.memo.NotesViewModel;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.transcript.TranscriptViewModel;
import dev.throughline.model.id.RecordId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Finds words in one session page: first in the notes, then in the turns. UI thread only. */
final class FindViewModel {
  /** Keystrokes closer together than this are one question. */
  static final Duration PAUSE = Duration.ofMillis(120);

  private final SessionParts parts;
  private final NotesViewModel notes;
  private final TranscriptViewModel transcript;
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
  private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(this, "at", -1);
  private final ReadOnlyObjectWrapper<Optional<Match>> current =
      new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
  private List<Match> matches = List.of();
  private Background.Handle timer = () -> {};
  private Optional<Match> wanted = Optional.empty();
  private int questions;

  FindViewModel(SessionParts parts, NotesViewModel notes, TranscriptViewModel transcript) {
    this.parts = parts;
    this.notes = notes;
    this.transcript = transcript;
    query.addListener(changed -> asked());
    open.addListener(changed -> asked());
  }

  BooleanProperty openProperty() {
    return open;
  }

  StringProperty queryProperty() {
    return query;
  }

  /** How many places there are, at most {@link SessionSearch#MATCHES_MAX}. */
  ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Which of them the person is at, from 0; -1 for none. */
  ReadOnlyIntegerProperty atProperty() {
    return at.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Match>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Looks for words and goes to where they stand at one place, as soon as that is there. */
  void show(FoundPlace place) {
    query.set(place.words());
    open.set(true);
    Found.Span span = new Found.Span(place.begin(), place.begin() + place.words().length());
    wanted = Optional.of(new Match(place.turn(), span));
    search();
  }

  /** Goes to the next place, from the last to the first. */
  void next() {
    wanted = Optional.empty();
    go(at.get() + 1);
  }

  /** Goes to the place before, from the first to the last. */
  void previous() {
    wanted = Optional.empty();
    go(at.get() - 1);
  }

  /** The texts may have changed; the marks follow. */
  void textsChanged() {
    if (open.get()) {
      searchSoon();
    }
  }

  /** Another question than the one that came with a place. */
  private void asked() {
    wanted = Optional.empty();
    searchSoon();
  }

  private void searchSoon() {
    timer.cancel();
    timer = parts.background().later(PAUSE, () -> parts.ui().run(this::search));
  }

  private void search() {
    int number = ++questions;
    String words = open.get() ? query.get() : "";
    SessionSearch search =
        new SessionSearch(words, notes.text().text(), List.copyOf(transcript.rows()));
    parts
        .background()
        .run(
            () -> {
              List<Match> found = search.run();
              parts.ui().run(() -> take(number, found));
            });
  }

  private void take(int number, List<Match> found) {
    if (number != questions) {
      return;
    }
    matches = found;
    count.set(found.size());
    if (wanted.isPresent()) {
      goToWanted(wanted.get());
      return;
    }
    int same = current.get().map(found::indexOf).orElse(-1);
    go(same >= 0 ? same : Math.clamp(at.get(), 0, Math.max(0, found.size() - 1)));
  }

  /** Turns come page by page; until the wanted one is here the person is nowhere else. */
  private void goToWanted(Match place) {
    int there = matches.indexOf(place);
    if (there < 0 && !transcript.loadedProperty().get()) {
      at.set(-1);
      current.set(Optional.empty());
      mark();
      return;
    }
    wanted = Optional.empty();
    go(there >= 0 ? there : nearest(place));
  }

  /** The text may have changed since: another place in it, or else the first. */
  private int nearest(Match place) {
    return IntStream.range(0, matches.size())
        .filter(i -> matches.get(i).turn().equals(place.turn()))
        .findFirst()
        .orElse(0);
  }

  private void go(int place) {
    at.set(matches.isEmpty() ? -1 : Math.floorMod(place, matches.size()));
    current.set(matches.isEmpty() ? Optional.empty() : Optional.of(matches.get(at.get())));
    mark();
  }

  /** Hands every text its own places. */
  private void mark() {
    Map<Optional<RecordId>, List<Found.Span>> spans = new HashMap<>();
    for (Match match : matches) {
      spans.computeIfAbsent(match.turn(), turn -> new ArrayList<>()).add(match.span());
    }
    Map<RecordId, Found> turns = new HashMap<>();
    spans.forEach(
        (turn, all) -> turn.ifPresent(id -> turns.put(id, new Found(all, currentIn(turn)))));
    List<Found.Span> inNotes = spans.getOrDefault(Optional.empty(), List.of());
    notes.foundProperty().set(new Found(inNotes, currentIn(Optional.empty())));
    transcript.foundProperty().set(Map.copyOf(turns));
  }

  private Optional<Found.Span> currentIn(Optional<RecordId> turn) {
    return current.get().filter(match -> match.turn().equals(turn)).map(Match::span);
  }
}
