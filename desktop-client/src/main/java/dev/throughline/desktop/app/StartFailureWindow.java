package dev.throughline.desktop.app;

import dev.throughline.desktop.failure.StartFailure;
import dev.throughline.desktop.failure.StartFailureView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;

/** Says in a small window why the desktop did not start. On the JavaFX thread. */
final class StartFailureWindow {
  private static final double WIDTH = 560;

  /** As high as its words need: some of them are long, and a fixed height would cut them. */
  private static final double AS_NEEDED = -1;

  private StartFailureWindow() {}

  static Stage show(StartFailure failure, Runnable closed) {
    Stage stage = new Stage();
    StartFailureView view =
        new StartFailureView(failure, () -> FolderWindow.open(failure.folder()), stage::hide);
    Scene scene = new Scene(view, WIDTH, AS_NEEDED);
    new Theme(ThemeChoice.SYSTEM, Theme.SCALES.getFirst()).dress(scene);
    scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
    stage.setTitle(Texts.text("app.title"));
    stage.setScene(scene);
    stage.setOnHidden(event -> closed.run());
    stage.show();
    view.focusClose();
    return stage;
  }
}
