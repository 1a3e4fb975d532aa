package dev.throughline.desktop.transcript;

import dev.throughline.desktop.memo.Found;
import dev.throughline.desktop.memo.TypedAreaView;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A cell of the transcript: a turn, read or edited, or the heading of one of several files. */
final class TurnCellView extends ListCell<TranscriptRow> {
  private static final PseudoClass HEARD = PseudoClass.getPseudoClass("heard");

  private final TranscriptViewModel model;
  private final TurnView turn = new TurnView();
  private Optional<RecordId> edited = Optional.empty();

  /**
   * @param play from a time, in milliseconds, whose stamp is pressed
   */
  TurnCellView(TranscriptViewModel model, LongConsumer play) {
    this.model = model;
    turn.onStamp(
        () -> {
          if (getItem() instanceof TranscriptRow.Turn(Segment segment)) {
            segment.startMillis().ifPresent(play::accept);
          }
        });
    model.heardProperty().addListener(change -> showHeard());
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    model.foundProperty().addListener(change -> refresh());
    model.participantProperty().addListener(change -> refresh());
    model.editProperty().addListener(change -> refresh());
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            beginEdit();
          }
        });
  }

  @Override
  protected void updateItem(TranscriptRow row, boolean empty) {
    super.updateItem(row, empty);
    refresh();
  }

  private void refresh() {
    if (isEmpty() || getItem() == null) {
      leave();
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    switch (getItem()) {
      case TranscriptRow.Heading(Transcript transcript) -> {
        leave();
        setGraphic(heading(transcript));
        setAccessibleText(transcript.title());
      }
      case TranscriptRow.Turn(Segment segment) -> show(segment);
    }
  }

  private void show(Segment segment) {
    String text = model.text(segment);
    String participant = model.participantProperty().get();
    boolean isParticipant = !participant.isBlank() && participant.equals(segment.speaker());
    Found found = model.foundProperty().get().getOrDefault(segment.id(), Found.NOTHING);
    turn.show(segment, text, isParticipant, found);
    setGraphic(turn);
    showHeard();
    setAccessibleText(Texts.text("transcript.turn.spoken", segment.speaker(), text));
    Optional<SegmentEdit> edit =
        model.editProperty().get().filter(open -> open.segment().equals(segment.id()));
    if (edit.isEmpty()) {
      leave();
    } else if (edited.filter(segment.id()::equals).isEmpty()) {
      leave();
      enter(edit.get());
    }
  }

  private static Region heading(Transcript transcript) {
    var heading =
        new HBox(
            Labels.h3(transcript.title()),
            Labels.small(Texts.count("transcript.turns", transcript.segments())));
    heading.getStyleClass().add("tl-turn-heading");
    return heading;
  }

  private void showHeard() {
    boolean isHeard =
        getItem() instanceof TranscriptRow.Turn(Segment segment)
            && model.heardProperty().get().filter(segment.id()::equals).isPresent();
    pseudoClassStateChanged(HEARD, isHeard);
  }

  void beginEdit() {
    if (getItem() instanceof TranscriptRow.Turn(Segment segment)) {
      model.beginEdit(segment.id());
    }
  }

  private void enter(SegmentEdit edit) {
    edited = Optional.of(edit.segment());
    TypedAreaView area = turn.edit(edit);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    area.focusedProperty().addListener((focus, was, now) -> focused(edit, area, now));
    area.requestFocus();
    area.end();
  }

  private void leave() {
    if (edited.isPresent()) {
      edited = Optional.empty();
      turn.endEdit();
    }
  }

  /** Leaving the text saves it; another window in front only saves, and the caret stays. */
  private void focused(SegmentEdit edit, TypedAreaView area, boolean isFocused) {
    boolean isCurrent = model.editProperty().get().filter(edit::equals).isPresent();
    if (isFocused || !isCurrent) {
      return;
    }
    if (area.getScene() != null && area.getScene().getFocusOwner() == area) {
      model.saveEdit();
    } else {
      model.endEdit();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.restoreEdit();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      model.endEdit();
    } else {
      return;
    }
    event.consume();
    getListView().requestFocus();
  }

  @Override
  protected double computePrefHeight(double width) {
    Node content = getGraphic();
    if (content == null) {
      return super.computePrefHeight(width);
    }
    return snappedTopInset() + content.prefHeight(contentWidth()) + snappedBottomInset();
  }

  /** The flow asks for heights before it has given the cell its width. */
  private double contentWidth() {
    double whole = getWidth() > 0 ? getWidth() : getListView().getWidth();
    return whole - snappedLeftInset() - snappedRightInset();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    if (getGraphic() != null) {
      double height = getHeight() - snappedTopInset() - snappedBottomInset();
      getGraphic().resizeRelocate(snappedLeftInset(), snappedTopInset(), contentWidth(), height);
    }
  }
}
