package dev.throughline.desktop.memo;

import dev.throughline.model.id.RecordId;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The notes of one interview: typed, saved by themselves, shared with others. UI thread only. */
public final class NotesViewModel {
  private final RecordId memo;
  private final TypedText text;
  private final ObjectProperty<Found> found =
      new SimpleObjectProperty<>(this, "found", Found.NOTHING);

  /**
   * @param notes the notes as they were a moment ago
   */
  public NotesViewModel(
      Memos memos, RecordId interview, RecordId memo, String notes, TypedText.Seams seams) {
    this.memo = memo;
    this.text = new TypedText(memos.home(interview, memo), notes, seams);
  }

  /** The record these notes are kept in. */
  public RecordId memo() {
    return memo;
  }

  public TypedText text() {
    return text;
  }

  public ReadOnlyObjectProperty<SaveMark> markProperty() {
    return text.markProperty();
  }

  /** What the find bar found here. */
  public ObjectProperty<Found> foundProperty() {
    return found;
  }

  /** Takes in what others wrote. */
  public void changedOutside() {
    text.changedOutside();
  }

  /** Returns once everything typed is on disk; answers whether it is. */
  public boolean flush() {
    return text.flush();
  }

  public void close() {
    text.close();
  }
}
