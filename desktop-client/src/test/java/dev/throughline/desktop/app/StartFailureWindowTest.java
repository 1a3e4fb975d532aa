package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.failure.StartFailure;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Snapshot;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The window that says why there is no other, as large as people see it. */
class StartFailureWindowTest {
  private static final StartFailure LONG =
      new StartFailure(
          "PRO-02",
          "The profile in this folder was made by a newer version of Throughline, and this one"
              + " cannot read it without losing something. Install the newer version, or open"
              + " another profile with --profile. Nothing in the folder was changed, and what you"
              + " recorded, wrote and signed is still there.",
          "PRO-02",
          Path.of("profile"));

  private final CountDownLatch closed = new CountDownLatch(1);

  @Test
  void aLongSentenceIsThereWholeAndEnterOrEscapeLeave() throws Exception {
    Stage stage = FxThread.call(() -> StartFailureWindow.show(LONG, closed::countDown));
    FxThread.call(
        () -> {
          Scene scene = stage.getScene();
          Snapshot.write(scene, Path.of("target", "pictures", "failure-window.png"));
          assertThat(ContrastWalk.findings(scene)).isEmpty();
          assertThat(scene.getRoot().minHeight(scene.getWidth()))
              .as("what the words need")
              .isLessThanOrEqualTo(scene.getHeight());
          assertThat(scene.getFocusOwner()).isInstanceOf(Button.class);
          Event.fireEvent(
              scene.getFocusOwner(),
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
          return stage;
        });
    assertThat(closed.await(30, TimeUnit.SECONDS)).as("Escape closes it").isTrue();
  }
}
