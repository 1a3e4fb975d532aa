package dev.throughline.desktop.app;

import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.exchange.ImportMark;
import dev.throughline.desktop.failure.CrashFolder;
import dev.throughline.desktop.failure.Crashes;
import dev.throughline.desktop.failure.RunMark;
import dev.throughline.desktop.instance.Door;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The main window of an open profile, and the door at which later starts leave their files. */
final class MainStage {
  static final double WIDTH = 1280;
  static final double HEIGHT = 800;
  private static final double WIDTH_MIN = 800;
  private static final double HEIGHT_MIN = 560;

  private final Start start;
  private final Crashes crashes;
  private final Optional<Door> door;
  private final ClientWiring client;
  private final RunMark mark;
  private final List<ImportMark> cutOff;
  private final List<List<Path>> early = new ArrayList<>();
  private Optional<Shown> shown = Optional.empty();

  /** What later starts find. */
  private record Shown(Stage stage, DesktopWindow window) {}

  private MainStage(Start start, Crashes crashes, Optional<Door> door, ClientWiring client) {
    this.start = start;
    this.crashes = crashes;
    this.door = door;
    this.client = client;
    this.mark = new RunMark(start.profile());
    this.cutOff = client.transcripts().cutOff();
  }

  /**
   * Opens the door first, so that a start at the same moment is heard, then journal and store.
   *
   * @throws UserError when the disk refuses; the profile is closed then
   */
  static MainStage prepare(Profile profile, Start start, Crashes crashes) throws UserError {
    Optional<Door> door = Door.open(profile.folder(), FirstStart.temporary());
    try {
      MainStage stage = new MainStage(start, crashes, door, ClientWiring.of(profile));
      stage.mark.begin();
      door.ifPresent(stage::serve);
      return stage;
    } catch (UserError | RuntimeException e) {
      door.ifPresent(Door::close);
      throw e;
    }
  }

  private void serve(Door at) {
    new ThreadBackground().loop("door", () -> at.serve(this::take));
  }

  /** What comes before there is a window waits for it. */
  private synchronized void take(List<Path> files) {
    shown.ifPresentOrElse(to -> Platform.runLater(() -> take(to, files)), () -> early.add(files));
  }

  private synchronized void isShown(Shown now) {
    shown = Optional.of(now);
    early.forEach(this::take);
    early.clear();
  }

  private static void take(Shown to, List<Path> files) {
    to.stage().setIconified(false);
    to.stage().toFront();
    to.stage().requestFocus();
    if (!files.isEmpty()) {
      to.window().importFiles(files);
    }
  }

  /** Shows the window; calls back once it was closed and everything of it is on disk. */
  void show(ShownWindow then, Runnable closed) {
    DesktopWindow window = DesktopWindow.open(client, start);
    Stage stage = new Stage();
    stage.setTitle(Texts.text("app.title"));
    stage.setScene(window.scene(WIDTH, HEIGHT));
    stage.setMinWidth(WIDTH_MIN);
    stage.setMinHeight(HEIGHT_MIN);
    window.memory().keep(stage);
    stage.setOnCloseRequest(event -> window.flush());
    stage.setOnHidden(
        event -> {
          door.ifPresent(Door::close);
          window.memory().flush(stage);
          window.close();
          mark.end();
          closed.run();
        });
    CrashNotices notices = window.crashNotices(new CrashFolder(start.profile()));
    crashes.onCrash(notices::atOnce);
    window.onCommand(crashes.trail()::command);
    window
        .shell()
        .locationProperty()
        .subscribe(here -> crashes.trail().place(here.place(), here.isPage()));
    stage.show();
    isShown(new Shown(stage, window));
    notices.atStart(mark);
    window.checkJournal();
    window.tellCutOff(cutOff);
    if (!start.files().isEmpty()) {
      window.importFiles(start.files());
    }
    then.shown(stage, window);
    window.warmUp();
  }

  /** Lets go of everything after a window that could not be shown. */
  void giveUp() {
    door.ifPresent(Door::close);
    client.close();
    mark.end();
  }
}
