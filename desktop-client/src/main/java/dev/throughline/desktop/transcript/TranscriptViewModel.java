package dev.throughline.desktop.transcript;

import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.memo.Found;
import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.memo.TypedText;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** The transcripts of one interview as one list of turns, edited in place. UI thread only. */
public final class TranscriptViewModel {
  private final TurnList turns;
  private final TurnEdits edits;
  private final StringProperty participant = new SimpleStringProperty(this, "participant", "");
  private final ReadOnlyObjectWrapper<Optional<RecordId>> heard =
      new ReadOnlyObjectWrapper<>(this, "heard", Optional.empty());
  private final ObjectProperty<Map<RecordId, Found>> found =
      new SimpleObjectProperty<>(this, "found", Map.of());

  public TranscriptViewModel(Transcripts transcripts, UndoLog undo, TypedText.Seams seams) {
    this.turns = new TurnList(transcripts, seams);
    this.edits = new TurnEdits(transcripts, undo, seams);
  }

  /** Turns in order, with a heading before each transcript when there are several. */
  public ObservableList<TranscriptRow> rows() {
    return turns.rows();
  }

  /** How many turns are here. */
  public int turns() {
    return turns.turns();
  }

  /** Whether every turn is here. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return turns.loadedProperty();
  }

  /** Where a turn stands among the rows; empty when it is not here. */
  public Optional<Integer> place(RecordId turn) {
    return turns.place(turn);
  }

  /** The pseudonym of the person interviewed: whose words matter most. */
  public StringProperty participantProperty() {
    return participant;
  }

  /** What the find bar found, by turn. */
  public ObjectProperty<Map<RecordId, Found>> foundProperty() {
    return found;
  }

  /** The turn that is heard now. */
  public ReadOnlyObjectProperty<Optional<RecordId>> heardProperty() {
    return heard.getReadOnlyProperty();
  }

  /** Follows what is played. */
  public void follow(long millis) {
    Optional<RecordId> now = Optional.empty();
    for (TranscriptRow row : rows()) {
      if (row instanceof TranscriptRow.Turn(Segment turn)
          && turn.startMillis().filter(start -> start <= millis).isPresent()
          && turn.endMillis().filter(end -> end <= millis).isEmpty()) {
        now = Optional.of(turn.id());
      }
    }
    heard.set(now);
  }

  /** Nothing is played any more. */
  public void followNothing() {
    heard.set(Optional.empty());
  }

  /** The turn with the caret. */
  public ReadOnlyObjectProperty<Optional<SegmentEdit>> editProperty() {
    return edits.currentProperty();
  }

  /** How safe what was typed into turns is. */
  public ReadOnlyObjectProperty<SaveMark> markProperty() {
    return edits.markProperty();
  }

  /** What a turn says, with what was typed into it. */
  public String text(Segment turn) {
    return edits.text(turn.id()).orElse(turn.text());
  }

  /** Puts the caret into a turn; another one that had it is saved. */
  public void beginEdit(RecordId turn) {
    turns.find(turn).ifPresent(edits::begin);
  }

  /** Saves the turn with the caret and stays in it. */
  public void saveEdit() {
    edits.save();
  }

  /** Leaves the turn with the caret and saves it. */
  public void endEdit() {
    edits.end();
  }

  /** Leaves the turn with the caret as it was before. */
  public void restoreEdit() {
    edits.restore();
  }

  public void show(List<Transcript> transcripts) {
    turns.show(transcripts);
  }

  /** Takes in what changed in the store. */
  public void changed(RecordsChanged change) {
    turns.changed(change);
    edits.changedOutside(change.records());
  }

  /** Returns once everything typed is on disk; answers whether it is. */
  public boolean flush() {
    return edits.flush();
  }

  public void close() {
    edits.close();
  }
}
