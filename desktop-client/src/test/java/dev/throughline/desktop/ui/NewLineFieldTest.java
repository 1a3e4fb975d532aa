package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class NewLineFieldTest {
  private static void enter(NewLineField field) {
    Event.fireEvent(
        field,
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
  }

  @Test
  void aLineThatCouldNotBeSavedComesBack() throws Exception {
    FxThread.call(
        () -> {
          List<String> taken = new ArrayList<>();
          List<Runnable> back = new ArrayList<>();
          NewLineField field =
              new NewLineField(
                  "Next",
                  (line, otherwise) -> {
                    taken.add(line);
                    back.add(otherwise);
                  });
          field.setText("People read the first page");
          enter(field);
          assertThat(taken).containsExactly("People read the first page");
          assertThat(field.getText()).isEmpty();
          back.getFirst().run();
          assertThat(field.getText()).isEqualTo("People read the first page");
          return true;
        });
  }

  @Test
  void whatIsTypedMeanwhileIsNotReplaced() throws Exception {
    FxThread.call(
        () -> {
          List<Runnable> back = new ArrayList<>();
          NewLineField field = new NewLineField("Next", (_, otherwise) -> back.add(otherwise));
          field.setText("First");
          enter(field);
          field.setText("Second");
          back.getFirst().run();
          assertThat(field.getText()).isEqualTo("Second");
          return true;
        });
  }
}
