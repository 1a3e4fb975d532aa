package dev.throughline.desktop.ui;

import java.util.function.BiConsumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The line at the end of a list where the next one is typed: Enter adds it, Esc clears. What stands
 * there when its page is left is added too, rather than lost.
 */
public final class NewLineField extends TextField {
  /**
   * @param prompt what stands there while it is empty, and what a screen reader says
   * @param add takes the line, and what puts it back when it could not be saved
   */
  public NewLineField(String prompt, BiConsumer<String, Runnable> add) {
    getStyleClass().add("tl-new-line");
    setPromptText(prompt);
    setAccessibleText(prompt);
    WriteGate.heed(this);
    sceneProperty()
        .addListener(
            (_, _, now) -> {
              if (now == null && !getText().isBlank()) {
                add(add);
              }
            });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !getText().isBlank()) {
            add(add);
          } else if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
          } else {
            return;
          }
          event.consume();
        });
  }

  private void add(BiConsumer<String, Runnable> add) {
    String line = getText();
    clear();
    add.accept(
        line,
        () -> {
          if (getText().isEmpty()) {
            setText(line);
          }
        });
  }
}
