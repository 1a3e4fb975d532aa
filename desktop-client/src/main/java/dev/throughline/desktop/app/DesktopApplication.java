package dev.throughline.desktop.app;

import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.settings.RecoveryPage;
import dev.throughline.desktop.settings.RecoveryViewModel;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The desktop in a window of its own, from start to close. */
public final class DesktopApplication {
  /** JavaFX warns of being on the class path at every start; nobody at a desktop can use that. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double WIDTH_MIN = 800;
  private static final double HEIGHT_MIN = 560;

  private final Start start;
  private final CountDownLatch closed = new CountDownLatch(1);

  private DesktopApplication(Start start) {
    this.start = start;
  }

  /**
   * Opens the window and returns once it was closed.
   *
   * @throws UserError when the profile cannot be opened; no window was shown then
   */
  public static void open(Start start) throws UserError {
    JAVAFX.setLevel(Level.SEVERE);
    Profile.Opening opening = ClientWiring.openProfile(start.profile(), start.vaults());
    DesktopApplication application = new DesktopApplication(start);
    switch (opening) {
      case Profile.Opened(Profile profile) -> {
        ClientWiring client = ClientWiring.of(profile);
        Platform.startup(() -> application.show(new Stage(), client));
      }
      case Profile.NeedsRecoveryCode _ -> Platform.startup(application::askForCode);
    }
    application.awaitClose();
  }

  private void show(Stage stage, ClientWiring client) {
    DesktopWindow window = DesktopWindow.open(client, start);
    stage.setTitle(Texts.text("app.title"));
    stage.setScene(window.scene(WIDTH, HEIGHT));
    stage.setMinWidth(WIDTH_MIN);
    stage.setMinHeight(HEIGHT_MIN);
    stage.setOnCloseRequest(_ -> window.flush());
    stage.setOnHidden(_ -> close(window));
    stage.show();
  }

  private void close(DesktopWindow window) {
    window.close();
    closed.countDown();
  }

  private void askForCode() {
    Stage stage = new Stage();
    ThreadBackground background = new ThreadBackground();
    RecoveryViewModel model =
        new RecoveryViewModel(
            start.profile(),
            code -> Profile.openWithCode(start.profile(), code, start.vaults()),
            background,
            new FxThread(),
            profile -> openWith(stage, profile));
    Scene scene = new Scene(new RecoveryPage(model), WIDTH, HEIGHT);
    new Theme(ThemeChoice.SYSTEM, Theme.SCALES.getFirst()).dress(scene);
    stage.setTitle(Texts.text("app.title"));
    stage.setScene(scene);
    stage.setOnHidden(
        _ -> {
          background.close();
          if (Stage.getWindows().isEmpty()) {
            closed.countDown();
          }
        });
    stage.show();
  }

  private void openWith(Stage asking, Profile profile) {
    try {
      show(new Stage(), ClientWiring.of(profile));
    } catch (UserError e) {
      System.err.println(e.shown());
    }
    asking.hide();
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
