package dev.throughline.desktop.transcript;

import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.memo.TypedText;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.transcript.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Turns that are edited: the one with the caret, and those that were left and are not on disk yet.
 * An edit that cannot be saved stays here, and is shown, until it can. UI thread only.
 */
final class TurnEdits {
  private final Transcripts transcripts;
  private final UndoLog undo;
  private final TypedText.Seams seams;
  private final Map<RecordId, SegmentEdit> edits = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Optional<SegmentEdit>> current =
      new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
  private final ReadOnlyObjectWrapper<SaveMark> mark =
      new ReadOnlyObjectWrapper<>(this, "mark", new SaveMark.Untouched());
  private SaveMark settled = new SaveMark.Untouched();

  TurnEdits(Transcripts transcripts, UndoLog undo, TypedText.Seams seams) {
    this.transcripts = transcripts;
    this.undo = undo;
    this.seams = seams;
  }

  /** The turn with the caret. */
  ReadOnlyObjectProperty<Optional<SegmentEdit>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** How safe all edits together are. */
  ReadOnlyObjectProperty<SaveMark> markProperty() {
    return mark.getReadOnlyProperty();
  }

  /** What a turn shows while an edit of it is not in the list of turns yet. */
  Optional<String> text(RecordId turn) {
    return Optional.ofNullable(edits.get(turn)).map(SegmentEdit::text);
  }

  void begin(Segment turn) {
    if (current.get().filter(edit -> edit.segment().equals(turn.id())).isPresent()) {
      return;
    }
    end();
    Optional<SegmentEdit> known = Optional.ofNullable(edits.get(turn.id()));
    SegmentEdit edit = known.orElseGet(() -> edit(turn));
    edits.put(turn.id(), edit);
    current.set(Optional.of(edit));
    if (known.isEmpty()) {
      edit.typedText().markProperty().subscribe(now -> marked(edit));
    }
  }

  private SegmentEdit edit(Segment turn) {
    return new SegmentEdit(
        turn.id(), new TypedText(transcripts.home(turn.id()), turn.text(), seams));
  }

  void save() {
    current.get().ifPresent(edit -> edit.typedText().save());
  }

  /** Leaves the turn with the caret; what was typed is saved. */
  void end() {
    Optional<SegmentEdit> left = current.get();
    current.set(Optional.empty());
    left.ifPresent(
        edit -> {
          edit.typedText().save();
          settle(edit);
        });
  }

  /** Leaves the turn with the caret as it was before. */
  void restore() {
    current.get().ifPresent(SegmentEdit::restore);
    end();
  }

  void changedOutside(Set<RecordId> records) {
    List.copyOf(edits.values()).stream()
        .filter(edit -> records.contains(edit.segment()))
        .forEach(edit -> edit.typedText().changedOutside());
  }

  boolean flush() {
    end();
    boolean isSafe = true;
    for (SegmentEdit edit : new ArrayList<>(edits.values())) {
      isSafe &= edit.typedText().flush();
    }
    return isSafe;
  }

  void close() {
    edits.values().forEach(edit -> edit.typedText().close());
  }

  private void marked(SegmentEdit edit) {
    settle(edit);
    mark.set(
        SaveMark.urgent(
            Stream.concat(
                Stream.of(settled),
                edits.values().stream().map(open -> open.typedText().markProperty().get()))));
  }

  /** Lets go of an edit that was left and is on disk. */
  private void settle(SegmentEdit edit) {
    boolean isOpen = current.get().filter(edit::equals).isPresent();
    if (isOpen || !edit.typedText().isSafe() || edits.remove(edit.segment()) == null) {
      return;
    }
    settled = SaveMark.urgent(Stream.of(settled, edit.typedText().markProperty().get()));
    edit.typedText().close();
    String before = edit.before();
    String after = edit.text();
    if (!before.equals(after)) {
      seams
          .background()
          .run(
              () ->
                  undo.remember(
                      Texts.text("transcript.turn.edit"),
                      Transcripts.text(edit.segment(), before, after)));
    }
  }
}
