package dev.throughline.desktop.outbox;

import dev.throughline.desktop.outbox.SyncSentence.Kind;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Width;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The pill's sentence as the title, what it means, and what can be done about it. */
final class SyncHeader extends HBox {
  /** Below this many text heights the actions stand under the words. */
  private static final double BESIDE_FROM = 40;

  private final StackPane mark = new StackPane();
  private final Label title = Labels.wrapping(Labels.h1(""));
  private final Label detail = Labels.wrapping(Labels.muted(""));
  private final VBox words = new VBox(title, detail);
  private final HBox actions;
  private final Button pause;
  private final Button resume;
  private final Button tryNow;
  private final Button check;
  private final Button code;

  SyncHeader(OutboxViewModel place, Runnable openSettings) {
    getStyleClass().addAll("header", "two-line");
    pause = Buttons.standard(Texts.text("outbox.pause"), Icon.PAUSE, place::pauseOrResume);
    resume = Buttons.primary(Texts.text("outbox.resume"), Icon.SYNC, place::pauseOrResume);
    tryNow = Buttons.primary(Texts.text("outbox.try"), Icon.SYNC, place::tryNow);
    check = Buttons.standard(Texts.text("outbox.check"), Icon.SYNC, place::tryNow);
    code = Buttons.primary(Texts.text("outbox.show.code"), Icon.KEY, openSettings);
    words.getStyleClass().add("words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    actions = new HBox(pause, check, resume, tryNow, code);
    actions.getStyleClass().add("actions");
    actions.setMinWidth(USE_PREF_SIZE);
    Width.isBelow(BESIDE_FROM, this, detail).subscribe(this::arrange);
    place.sentenceProperty().subscribe(this::show);
    place.stateProperty().subscribe(_ -> show(place.sentenceProperty().get()));
  }

  private void arrange(boolean below) {
    words.getChildren().remove(actions);
    if (below) {
      words.getChildren().add(actions);
      getChildren().setAll(words);
    } else {
      getChildren().setAll(mark, words, actions);
    }
  }

  private void show(SyncSentence sentence) {
    title.setText(sentence.sentence());
    detail.setText(sentence.detail());
    StackPane tile = EmptyPlace.tile(icon(sentence.kind()));
    tile.getStyleClass().addAll("round", sentence.kind().name().toLowerCase(Locale.ROOT));
    mark.getChildren().setAll(tile);
    offer(sentence.kind());
  }

  /** Only what makes sense now; at most one of them is the main action. */
  private void offer(Kind kind) {
    boolean isAway = kind == Kind.OFFLINE || kind == Kind.BLOCKED;
    boolean isOnline =
        kind == Kind.WAITING
            || kind == Kind.CHECKING
            || kind == Kind.SAVED
            || kind == Kind.NEEDS_YOU
            || kind == Kind.HELD;
    offer(pause, isAway || isOnline);
    offer(check, isOnline);
    offer(resume, kind == Kind.PAUSED);
    offer(tryNow, isAway);
    offer(code, kind == Kind.SAVE_CODE);
  }

  private static void offer(Button button, boolean offered) {
    button.setVisible(offered);
    button.setManaged(offered);
  }

  private static Icon icon(Kind kind) {
    return switch (kind) {
      case BLOCKED -> Icon.LOCK;
      case OFFLINE -> Icon.OFFLINE;
      case PAUSED -> Icon.PAUSE;
      case NEEDS_YOU, HELD -> Icon.NEEDS_YOU;
      case SAVE_CODE -> Icon.KEY;
      case WAITING -> Icon.WAITING;
      case CHECKING -> Icon.SYNC;
      case SAVED -> Icon.CHECK;
      case LOCAL -> Icon.DISK;
    };
  }
}
