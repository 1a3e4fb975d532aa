package dev.throughline.desktop.app;

import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.failure.Crashes;
import dev.throughline.desktop.failure.StartFailure;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.settings.RecoveryPage;
import dev.throughline.desktop.settings.RecoveryViewModel;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** One start of the desktop with its windows: the one that asks for a code, and the main one. */
final class OpenDesktop {
  private final Start start;
  private final Crashes crashes;
  private final ShownWindow then;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Throwable failure;

  OpenDesktop(Start start, Crashes crashes, ShownWindow then) {
    this.start = start;
    this.then = then;
    this.crashes = crashes;
  }

  /**
   * Shows what the opening leads to and returns once every window was closed.
   *
   * @throws UserError when the profile turns out to be unusable
   */
  void run(Profile.Opening opening) throws UserError {
    switch (opening) {
      case Profile.Opened(Profile profile) -> {
        MainStage main = MainStage.prepare(profile, start, crashes);
        requireDisplay(main::giveUp);
        Platform.runLater(() -> show(main));
      }
      case Profile.NeedsRecoveryCode _ -> {
        requireDisplay(() -> {});
        Platform.runLater(this::askForCode);
      }
    }
    await(closed);
    rethrow();
  }

  /** The toolkit came up beside the profile; only now it has to be there. */
  private static void requireDisplay(Runnable otherwise) throws UserError {
    if (!Toolkit.start()) {
      otherwise.run();
      throw new UserError("WIN-01", Texts.text("failure.noDisplay"));
    }
  }

  private void rethrow() throws UserError {
    switch (failure) {
      case null -> {}
      case UserError known -> throw known;
      case RuntimeException bug -> throw bug;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  private void show(MainStage main) {
    try {
      main.show(then, closed::countDown);
    } catch (RuntimeException | LinkageError e) {
      main.giveUp();
      failure = e;
      closed.countDown();
    }
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
    Scene scene = new Scene(new RecoveryPage(model), MainStage.WIDTH, MainStage.HEIGHT);
    new Theme(ThemeChoice.SYSTEM, Theme.SCALES.getFirst()).dress(scene);
    stage.setTitle(Texts.text("app.title"));
    stage.setScene(scene);
    stage.setOnHidden(
        event -> {
          background.close();
          if (Stage.getWindows().isEmpty()) {
            closed.countDown();
          }
        });
    stage.show();
  }

  private void openWith(Stage asking, Profile profile) {
    try {
      show(MainStage.prepare(profile, start, crashes));
    } catch (UserError e) {
      System.err.println(e.shown());
      StartFailure shown =
          StartFailure.of(e, crashes, Texts.text("failure.start.other"), start.profile());
      StartFailureWindow.show(shown, closed::countDown);
    }
    asking.hide();
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
