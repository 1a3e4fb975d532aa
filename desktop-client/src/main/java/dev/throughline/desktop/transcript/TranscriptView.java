package dev.throughline.desktop.transcript;

import dev.throughline.desktop.ui.CopyGate;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.transcript.Segment;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The turns of an interview as one list: read, selected, copied, and edited in place. */
public final class TranscriptView extends BorderPane {
  /** Speakers looked at to choose the width of their gutter. */
  private static final int SPEAKERS_LOOKED_AT = 400;

  private static final int SHORT_NAME = 7;
  private static final int MEDIUM_NAME = 12;

  private final TranscriptViewModel model;
  private final ListView<TranscriptRow> list;
  private final Label count = Labels.subtle("");
  private final StackPane body = new StackPane();
  private final EmptyPlace empty;
  private LongConsumer playing = _ -> {};
  private Optional<RecordId> awaited = Optional.empty();

  /**
   * @param empty what stands here while there is no transcript
   */
  public TranscriptView(TranscriptViewModel model, EmptyPlace empty) {
    this.model = model;
    this.empty = empty;
    this.list = new ListView<>(model.rows());
    getStyleClass().add("tl-transcript");
    var head = new HBox(Labels.h3(Texts.text("transcript.title")), count);
    head.getStyleClass().add("pane-head");
    setTop(head);
    setCenter(body);
    list.getStyleClass().add("tl-turns");
    list.setAccessibleText(Texts.text("transcript.title"));
    list.setCellFactory(view -> new TurnCellView(model, millis -> playing.accept(millis)));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    model.rows().addListener((InvalidationListener) change -> showState());
    model.loadedProperty().subscribe(loaded -> showState());
  }

  /** Plays from the time of a turn whose stamp is pressed. */
  public void onPlay(LongConsumer play) {
    playing = play;
  }

  /** When the chosen turn begins; empty where none is chosen, or nobody knows. */
  public Optional<Long> currentMillis() {
    TranscriptRow row = list.getSelectionModel().getSelectedItem();
    return row instanceof TranscriptRow.Turn(Segment turn) ? turn.startMillis() : Optional.empty();
  }

  /** Scrolls to a turn and selects it, without taking the caret from where it is. */
  public void reveal(RecordId turn) {
    model
        .place(turn)
        .ifPresent(
            place -> {
              list.getSelectionModel().clearAndSelect(place);
              list.scrollTo(Math.max(0, place - 2));
            });
  }

  /** Does {@link #reveal} as soon as the turn is here. */
  public void revealWhenHere(RecordId turn) {
    awaited = Optional.of(turn);
    showState();
  }

  /** The turn that is written in, or was chosen last. */
  public Optional<RecordId> current() {
    TranscriptRow row = list.getSelectionModel().getSelectedItem();
    return row instanceof TranscriptRow.Turn(Segment turn)
        ? Optional.of(turn.id())
        : Optional.empty();
  }

  @Override
  public void requestFocus() {
    Focus.give(list);
  }

  private void showState() {
    int turns = model.turns();
    count.setText(turns == 0 ? "" : Texts.count("transcript.turns", turns));
    if (turns > 0) {
      fitGutters();
      show(list);
      Optional<RecordId> here = awaited.filter(turn -> model.place(turn).isPresent());
      if (here.isPresent()) {
        awaited = Optional.empty();
        reveal(here.get());
      }
    } else if (model.loadedProperty().get()) {
      show(empty);
    } else {
      show(LoadingBars.afterPatience());
    }
  }

  private void show(Node node) {
    if (!body.getChildren().equals(List.of(node))) {
      body.getChildren().setAll(node);
    }
  }

  /** Gutters nobody needs fold; names get a gutter they fit in. */
  private void fitGutters() {
    List<Segment> looked =
        model.rows().stream()
            .limit(SPEAKERS_LOOKED_AT)
            .filter(TranscriptRow.Turn.class::isInstance)
            .map(row -> ((TranscriptRow.Turn) row).segment())
            .toList();
    int longest = looked.stream().mapToInt(turn -> turn.speaker().length()).max().orElse(0);
    boolean isTimed = looked.stream().anyMatch(turn -> turn.startMillis().isPresent());
    List<String> wanted =
        List.of("speakers-" + width(longest), isTimed ? "stamps-shown" : "stamps-none");
    if (!list.getStyleClass().containsAll(wanted)) {
      list.getStyleClass().removeIf(TranscriptView::isGutter);
      list.getStyleClass().addAll(wanted);
    }
  }

  private static boolean isGutter(String styleClass) {
    return styleClass.startsWith("speakers-") || styleClass.startsWith("stamps-");
  }

  private static String width(int longestName) {
    if (longestName == 0) {
      return "none";
    }
    return longestName <= SHORT_NAME ? "short" : longestName <= MEDIUM_NAME ? "medium" : "long";
  }

  private void keyPressed(KeyEvent event) {
    boolean isEditing = model.editProperty().get().isPresent();
    if (isEditing) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      edit();
      event.consume();
    } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
      copy();
      event.consume();
    }
  }

  private void edit() {
    TranscriptRow row = list.getFocusModel().getFocusedItem();
    if (row instanceof TranscriptRow.Turn(Segment turn)) {
      model.beginEdit(turn.id());
    }
  }

  private void copy() {
    String words =
        list.getSelectionModel().getSelectedItems().stream()
            .filter(TranscriptRow.Turn.class::isInstance)
            .map(row -> line(((TranscriptRow.Turn) row).segment()))
            .collect(Collectors.joining("\n"));
    if (!words.isEmpty()) {
      CopyGate.above(list).copied(words);
    }
  }

  private static String line(Segment turn) {
    String stamp = turn.startMillis().map(millis -> TurnView.stamp(millis) + " ").orElse("");
    String speaker = turn.speaker().isBlank() ? "" : turn.speaker() + ": ";
    return stamp + speaker + turn.text();
  }
}
