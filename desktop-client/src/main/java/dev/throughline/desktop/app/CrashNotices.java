package dev.throughline.desktop.app;

import dev.throughline.desktop.failure.CrashFolder;
import dev.throughline.desktop.failure.CrashReportView;
import dev.throughline.desktop.failure.RunMark;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.notice.Activity;
import dev.throughline.desktop.ui.notice.Toast;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** Tells of crashes, quietly: what happened, that the work is safe, and the report to look at. */
final class CrashNotices {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 560;

  private final CrashFolder folder;
  private final Activity activity;
  private final Theme theme;
  private final Background background;
  private final UiThread ui;

  CrashNotices(
      CrashFolder folder, Activity activity, Theme theme, Background background, UiThread ui) {
    this.folder = folder;
    this.activity = activity;
    this.theme = theme;
    this.background = background;
    this.ui = ui;
  }

  /** What there is to say of the run before this one; nothing when it ended as it should. */
  void atStart(RunMark mark) {
    Optional<CrashFolder.Kept> report = folder.newest();
    if (report.isPresent()) {
      String title = mark.wasUnclean() ? "failure.stopped" : "failure.before";
      ui.run(() -> tell(report.get(), Texts.text(title)));
    } else if (mark.wasUnclean()) {
      String detail = Texts.text("failure.unclean.detail");
      ui.run(() -> activity.tell(Toast.done(Texts.text("failure.unclean"), detail)));
    }
  }

  /** A crash the app lives on after. Any thread. */
  void atOnce(CrashFolder.Kept kept) {
    ui.run(() -> tell(kept, Texts.text("failure.now")));
  }

  private void tell(CrashFolder.Kept kept, String title) {
    activity.tell(
        new Toast(
            Toast.Kind.ATTENTION,
            title,
            Texts.text("failure.safe", kept.report().code()),
            List.of(
                new Toast.Action(Texts.text("failure.show"), () -> show(kept)),
                new Toast.Action(Texts.text("failure.delete"), () -> delete(kept)))));
  }

  private void show(CrashFolder.Kept kept) {
    background.run(() -> folder.markSeen(kept));
    Stage stage = new Stage();
    Runnable deleteIt =
        () -> {
          delete(kept);
          stage.hide();
        };
    CrashReportView view =
        new CrashReportView(
            kept.report(),
            new CrashReportView.Doors(shown -> saveAs(stage, kept, shown), deleteIt, stage::hide));
    Scene scene = new Scene(view, WIDTH, HEIGHT);
    theme.dress(scene);
    scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
    stage.setTitle(Texts.text("failure.report.title"));
    stage.setScene(scene);
    stage.show();
  }

  private void saveAs(Stage stage, CrashFolder.Kept kept, CrashReportView view) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("failure.saveAs"));
    chooser.setInitialFileName(kept.report().code() + ".txt");
    File file = chooser.showSaveDialog(stage);
    if (file == null) {
      return;
    }
    byte[] text = kept.report().text().getBytes(StandardCharsets.UTF_8);
    background.run(
        () -> {
          String said = "failure.saved";
          try {
            Files.write(file.toPath(), text);
          } catch (IOException _) {
            said = "failure.notSaved";
          }
          String words = Texts.text(said);
          ui.run(() -> view.say(words));
        });
  }

  private void delete(CrashFolder.Kept kept) {
    background.run(
        () -> {
          try {
            folder.delete(kept);
          } catch (IOException _) {
            String title = Texts.text("failure.notDeleted");
            String detail = Texts.text("failure.notDeleted.detail");
            ui.run(() -> activity.tell(Toast.failed(title, detail)));
          }
        });
  }
}
