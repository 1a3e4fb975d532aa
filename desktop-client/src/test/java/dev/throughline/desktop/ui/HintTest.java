package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

class HintTest {
  @Test
  void nothingIsMadeUntilSomebodyPoints() throws Exception {
    FxThread.call(
        () -> {
          Label label = new Label("Onboarding of new tenants, second round");
          Hint.whole(label);
          assertThat(label.getTooltip()).isNull();
          point(label);
          assertThat(label.getTooltip().getText()).isEqualTo(label.getText());
          return true;
        });
  }

  @Test
  void itSaysWhatIsTrueWhenSomebodyPoints() throws Exception {
    FxThread.call(
        () -> {
          Label label = new Label("before");
          Hint.whole(label);
          point(label);
          label.setText("after");
          point(label);
          assertThat(label.getTooltip().getText()).isEqualTo("after");
          label.setText("");
          point(label);
          assertThat(label.getTooltip()).isNull();
          return true;
        });
  }

  @Test
  void theLastWordsCount() throws Exception {
    FxThread.call(
        () -> {
          Label label = new Label("name");
          Hint.on(label, "first");
          Hint.on(label, "second");
          assertThat(Hint.of(label)).contains("second");
          assertThat(label.getAccessibleHelp()).isEqualTo("second");
          Hint.on(label, "");
          assertThat(Hint.of(label)).isEmpty();
          assertThat(label.getAccessibleHelp()).isNull();
          return true;
        });
  }

  private static void point(Label at) {
    Event.fireEvent(
        at,
        new MouseEvent(
            MouseEvent.MOUSE_ENTERED,
            0,
            0,
            0,
            0,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            false,
            true,
            null));
  }
}
