package dev.throughline.desktop.interview;

import dev.throughline.desktop.command.Permissions;
import dev.throughline.desktop.memo.NotesViewModel;
import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.transcript.TranscriptViewModel;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.transcript.Transcript;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/** The page of one interview: what it shows, and what people do on it. UI thread only. */
public final class SessionViewModel {
  /** How much of the page there is. */
  enum State {
    LOADING,
    SHOWN,
    /** The interview was removed; what was typed stays on the screen. */
    GONE,
    /** The store cannot be read. */
    UNREADABLE
  }

  /** What there is to type in and to search, once the interview was read. */
  record Writing(NotesViewModel notes, FindViewModel find) {}

  private final SessionParts parts;
  private final RecordId interview;
  private final SessionReload reload;
  private final SessionEdits edits;
  private final SessionImport imports;
  private final SessionAside aside;
  private final TranscriptViewModel transcript;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.LOADING);
  private final ReadOnlyObjectWrapper<Optional<Session>> session =
      new ReadOnlyObjectWrapper<>(this, "session", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Writing>> writing =
      new ReadOnlyObjectWrapper<>(this, "writing", Optional.empty());
  private final ReadOnlyObjectWrapper<SaveMark> mark =
      new ReadOnlyObjectWrapper<>(this, "mark", new SaveMark.Untouched());
  private final Permissions permissions;
  private boolean isJoined;
  private Runnable notesSaved = () -> {};
  private Runnable turnFound = () -> {};

  public SessionViewModel(SessionParts parts, SessionExits exits, RecordId interview) {
    this.parts = parts;
    this.interview = interview;
    this.permissions = new Permissions(parts.store().rights(), parts.ui());
    this.reload = new SessionReload(parts, interview, this::take);
    this.edits = new SessionEdits(parts, exits, interview);
    this.imports = new SessionImport(parts, exits, interview);
    this.aside = new SessionAside(parts, interview, this::remark);
    this.transcript = new TranscriptViewModel(parts.transcripts(), parts.undo(), parts.seams());
    transcript.markProperty().subscribe(this::remark);
    edits.markProperty().subscribe(this::remark);
    transcript
        .rows()
        .addListener(
            (ListChangeListener<Object>)
                change -> writing.get().ifPresent(open -> open.find().textsChanged()));
    listen(parts, new WeakReference<>(this));
    reload.ask();
  }

  /** The study of the interview; empty while it is not read, or belongs to none. */
  Optional<RecordId> study() {
    return session.get().flatMap(now -> now.interview().study());
  }

  public RecordId interview() {
    return interview;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What was read last; stays when the interview is gone. */
  ReadOnlyObjectProperty<Optional<Session>> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** Comes once and stays. */
  ReadOnlyObjectProperty<Optional<Writing>> writingProperty() {
    return writing.getReadOnlyProperty();
  }

  /** How safe everything typed on this page is. */
  ReadOnlyObjectProperty<SaveMark> markProperty() {
    return mark.getReadOnlyProperty();
  }

  /** Why nothing of this kind can be changed here; empty while it can, as all of the sample can. */
  ObservableValue<Optional<String>> refusal(String kind) {
    return session.flatMap(
        now ->
            now.filter(Session::isSample).isPresent()
                ? new SimpleObjectProperty<>(Optional.empty())
                : permissions.refusal(kind));
  }

  /** Calls back every time notes that were typed here are on disk. */
  public void onNotesSaved(Runnable told) {
    notesSaved = told;
  }

  /** Calls back when a search in this page comes to a turn. */
  public void onTurnFound(Runnable told) {
    turnFound = told;
  }

  TranscriptViewModel transcript() {
    return transcript;
  }

  SessionEdits edits() {
    return edits;
  }

  SessionImport imports() {
    return imports;
  }

  /** Guide, consent and debrief. */
  SessionAside aside() {
    return aside;
  }

  Clock clock() {
    return parts.clock();
  }

  /** Whether something of the page is on its way to a server; without a server nothing is. */
  boolean isWaiting(Session shown) {
    return isJoined && !shown.isSample() && shown.waiting() > 0;
  }

  /** Versions kept beside the shown ones. */
  List<KeptWords> kept() {
    List<Conflict> conflicts = session.get().map(Session::kept).orElse(List.of());
    Map<RecordId, String> names = session.get().map(Session::names).orElse(Map.of());
    return conflicts.stream().map(conflict -> KeptWords.of(conflict, names, clock())).toList();
  }

  /** Returns once everything typed on the page is on disk; answers whether it is. */
  public boolean flush() {
    boolean turnsSafe = transcript.flush();
    boolean notesSafe = writing.get().map(open -> open.notes().flush()).orElse(true);
    boolean asideSafe = aside.flush();
    return turnsSafe && notesSafe && asideSafe;
  }

  /**
   * Saves everything typed and lets go of the page; answers whether all of it is on disk. A running
   * import goes on.
   */
  public boolean close() {
    boolean isSafe = flush();
    transcript.close();
    aside.close();
    permissions.close();
    writing.get().ifPresent(open -> open.notes().close());
    return isSafe;
  }

  /**
   * Remembers where work stopped: in the turn that was chosen, else in the notes.
   *
   * @param line the line of the notes with the caret; 0 when nobody typed or clicked there
   */
  void leave(int line, Optional<RecordId> turn) {
    long now = parts.time().millis();
    if (state.get() != State.SHOWN) {
      return;
    }
    turn.map(at -> ResumePoint.turn(interview, at, now))
        .or(
            () ->
                line == 0 ? Optional.empty() : Optional.of(ResumePoint.notes(interview, line, now)))
        .ifPresent(aside::remember);
  }

  private void take(SessionReload.Found found) {
    switch (found) {
      case SessionReload.Found.Unreadable() -> state.set(State.UNREADABLE);
      case SessionReload.Found.Read(Optional<Session> read, boolean joined) -> {
        isJoined = joined;
        read.ifPresent(this::show);
        state.set(read.isPresent() ? State.SHOWN : State.GONE);
      }
    }
  }

  private void show(Session now) {
    session.set(Optional.of(now));
    transcript.participantProperty().set(now.participant().map(Participant::pseudonym).orElse(""));
    if (writing.get().isEmpty()) {
      open(now);
    }
    transcript.show(now.transcripts());
    aside.show(now);
  }

  private void open(Session now) {
    NotesViewModel notes =
        new NotesViewModel(parts.memos(), interview, now.memo(), now.notes(), parts.seams());
    FindViewModel find = new FindViewModel(parts, notes, transcript);
    writing.set(Optional.of(new Writing(notes, find)));
    notes.markProperty().subscribe(this::remark);
    notes.markProperty().subscribe(this::tellSaved);
    find.currentProperty()
        .subscribe(match -> match.flatMap(found -> found.turn()).ifPresent(_ -> turnFound.run()));
  }

  private void tellSaved(SaveMark now) {
    if (now instanceof SaveMark.Saved) {
      notesSaved.run();
    }
  }

  private void remark() {
    SaveMark notes =
        writing
            .get()
            .map(open -> open.notes().markProperty().get())
            .orElseGet(SaveMark.Untouched::new);
    mark.set(
        SaveMark.urgent(
            Stream.concat(
                Stream.of(notes, transcript.markProperty().get(), edits.markProperty().get()),
                aside.marks())));
    writing.get().ifPresent(open -> open.find().textsChanged());
  }

  private void changed(RecordsChanged change) {
    transcript.changed(change);
    writing
        .get()
        .filter(open -> change.records().contains(open.notes().memo()))
        .ifPresent(
            open -> {
              open.notes().changedOutside();
              open.find().textsChanged();
            });
    if (change.isEverything() || concerns(change)) {
      reload.ask();
    }
  }

  /** New transcripts and conflicts are not known by their ids yet; their kinds have to do. */
  private boolean concerns(RecordsChanged change) {
    return change.touches(Transcript.KIND.name())
        || change.touches(Conflict.KIND.name())
        || change.records().contains(interview)
        || session.get().filter(now -> isAround(now, change)).isPresent();
  }

  private static boolean isAround(Session now, RecordsChanged change) {
    return Stream.of(
            now.interview().participant(), now.interview().study(), Optional.of(now.memo()))
        .flatMap(Optional::stream)
        .anyMatch(change.records()::contains);
  }

  /** The store has no way to let a listener go: this one holds nothing once the page is gone. */
  private static void listen(SessionParts parts, WeakReference<SessionViewModel> page) {
    parts
        .store()
        .onChange(
            change -> {
              if (page.get() != null) {
                parts.ui().run(() -> tell(page.get(), change));
              }
            });
  }

  private static void tell(@Nullable SessionViewModel page, RecordsChanged change) {
    if (page != null) {
      page.changed(change);
    }
  }
}
