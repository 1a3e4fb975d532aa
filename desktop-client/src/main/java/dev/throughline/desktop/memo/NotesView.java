package dev.throughline.desktop.memo;

import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The notes of one interview: a page to type on, with line numbers in its gutter. */
public final class NotesView extends BorderPane {
  private static final Pattern STAMP = Pattern.compile("\\[\\d{2,}:\\d{2}:\\d{2}] ?");

  private final TypedAreaView area = new TypedAreaView(Texts.text("memo.name"));
  private final FoundMarksView marks = new FoundMarksView();
  private final Label count = Labels.subtle("");
  private Supplier<Optional<String>> stamps = Optional::empty;
  private boolean typesSoon;
  private boolean wasInside;

  public NotesView(NotesViewModel model) {
    getStyleClass().add("tl-notes");
    area.setPromptText(Texts.text("memo.prompt"));
    area.setAccessibleHelp(Texts.text("memo.help"));
    var gutter = new NotesGutterView(area);
    StackPane.setAlignment(gutter, Pos.CENTER_LEFT);
    var head = new HBox(Labels.h3(Texts.text("memo.title")), count);
    head.getStyleClass().add("pane-head");
    setTop(head);
    var page = new StackPane(marks, area, gutter);
    // A page without room gives way; otherwise it is drawn over its own head.
    page.setMinHeight(0);
    area.setMinHeight(0);
    setCenter(page);
    area.sceneProperty().addListener(change -> Platform.runLater(this::typeIfWanted));
    area.textProperty().subscribe(this::countLines);
    area.show(model.text());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::stampNew);
    area.focusedProperty().subscribe(focused -> leave(model, focused));
    area.focusedProperty().subscribe(focused -> wasInside |= focused);
    area.scrollTopProperty().addListener(change -> marks.requestLayout());
    area.widthProperty().addListener(change -> marks.requestLayout());
    area.textProperty().addListener(change -> marks.requestLayout());
    model.foundProperty().subscribe(this::mark);
  }

  /**
   * Begins each new line with a time, while there is one.
   *
   * @param stamp what is put there; empty while nothing is recorded
   */
  public void stampLines(Supplier<Optional<String>> stamp) {
    stamps = stamp;
  }

  /** Puts the time before the line with the caret, in place of one that stands there. */
  public void stampLine() {
    stamps
        .get()
        .ifPresent(
            stamp -> {
              String text = area.getText();
              int at = text.lastIndexOf('\n', Math.max(0, area.getCaretPosition() - 1)) + 1;
              Matcher before = STAMP.matcher(text).region(at, text.length());
              area.replaceText(at, before.lookingAt() ? before.end() : at, stamp + " ");
              area.end();
            });
  }

  private void stampNew(KeyEvent event) {
    boolean isPlain =
        event.getCode() == KeyCode.ENTER
            && !event.isShortcutDown()
            && !event.isAltDown()
            && !event.isShiftDown();
    Optional<String> stamp = isPlain && area.isEditable() ? stamps.get() : Optional.empty();
    stamp.ifPresent(
        time -> {
          area.replaceSelection("\n" + time + " ");
          event.consume();
        });
  }

  /** Puts the caret behind the last word, as soon as the page is in a window. */
  public void typeNow() {
    typesSoon = area.getScene() == null;
    if (!typesSoon) {
      Focus.give(area);
      area.end();
    }
  }

  /** The line with the caret, from 1; 0 when nobody was in the notes. */
  public int caretLine() {
    if (!wasInside) {
      return 0;
    }
    String before = area.getText(0, Math.min(area.getCaretPosition(), area.getLength()));
    return (int) before.chars().filter(c -> c == '\n').count() + 1;
  }

  /** Puts the caret at the end of a line. */
  public void goTo(int line) {
    String text = area.getText();
    int at = 0;
    for (int i = 1; i < line && text.indexOf('\n', at) >= 0; i++) {
      at = text.indexOf('\n', at) + 1;
    }
    int end = text.indexOf('\n', at);
    int caret = end < 0 ? text.length() : end;
    typeNow();
    Platform.runLater(() -> area.positionCaret(Math.min(caret, area.getLength())));
  }

  /** A split pane shows its halves only after its first pass; no focus can be taken before. */
  private void typeIfWanted() {
    if (typesSoon) {
      typeNow();
    }
  }

  /** Puts the caret where the find bar is, so that typing can go on there. */
  private void reveal(Found.Span span) {
    if (span.end() <= area.getLength()) {
      area.positionCaret(span.begin());
    }
  }

  private static void leave(NotesViewModel model, boolean focused) {
    if (!focused) {
      model.text().save();
    }
  }

  private void mark(Found found) {
    area.applyCss();
    area.layout();
    marks.show(area.words(), found);
    found.current().ifPresent(this::reveal);
  }

  private void countLines(String text) {
    long lines = text.lines().filter(line -> !line.isBlank()).count();
    count.setText(lines == 0 ? "" : Texts.count("memo.lines", lines));
  }
}
