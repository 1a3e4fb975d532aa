package dev.throughline.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.shell.MainWindow;
import dev.throughline.desktop.shell.Place;
import dev.throughline.desktop.shell.Place.End;
import dev.throughline.desktop.shell.Place.RailFold;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.ui.notice.Pill;
import dev.throughline.desktop.ui.notice.PillState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures Settings and the recovery page and walks the pictures, in both themes. */
class SettingsViewTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir Path folder;

  @Test
  void settingsAreReadableAndNamed() throws Exception {
    try (SettingsDesk desk = new SettingsDesk(folder.resolve("mara"))) {
      assertThat(pictured("settings-new", () -> window(desk))).isEmpty();
    }
  }

  @Test
  void shownCodeAndQuestionAreReadable() throws Exception {
    try (SettingsDesk desk = new SettingsDesk(folder.resolve("mara"))) {
      desk.client.settings().setDisplayName("Mara L.");
      desk.place.code().markSaved();
      desk.place.workspace().openSample();
      Callable<Parent> asked =
          () -> {
            Parent window = window(desk);
            desk.place.code().showOrHide();
            desk.place.workspace().askRemoval();
            return window;
          };
      assertThat(pictured("settings-asked", asked)).isEmpty();
    }
  }

  @Test
  void largeTextFitsASmallWindow() throws Exception {
    try (SettingsDesk desk = new SettingsDesk(folder.resolve("mara"))) {
      for (int scale : List.of(100, 150, 200, 250)) {
        assertThat(
                picture(
                    "settings-small-" + scale,
                    ThemeChoice.LIGHT,
                    new int[] {scale, 1000, 700},
                    () -> window(desk)))
            .isEmpty();
      }
    }
  }

  @Test
  void recoveryPageIsReadableAndNamed() throws Exception {
    assertThat(pictured("recovery", () -> new RecoveryPage(recovery()))).isEmpty();
    Callable<Parent> refused =
        () -> {
          RecoveryViewModel model = recovery();
          Parent page = new RecoveryPage(model);
          model.codeProperty().set("7f3k 9q2m 4xtb 0hvn c6wd r8pa");
          model.open();
          return page;
        };
    assertThat(pictured("recovery-wrong", refused)).isEmpty();
    assertThat(picture("recovery-250", ThemeChoice.LIGHT, new int[] {250, 1000, 700}, refused))
        .isEmpty();
  }

  @Test
  void controlsChangeTheLooksAtOnce() throws Exception {
    try (SettingsDesk desk = new SettingsDesk(folder.resolve("mara"))) {
      FxThread.call(
          () -> {
            Theme theme = new Theme(ThemeChoice.LIGHT, 100);
            SettingsViewModel place =
                desk.place(
                    new Appearance(theme.choiceProperty(), theme.scalePercentProperty()),
                    desk.exports());
            var scene =
                Snapshot.scene(new SettingsView(place, SettingsDesk.keys()), theme, 1280, 800);
            ((ToggleButton) one(scene.getRoot(), "Dark")).fire();
            assertThat(theme.choiceProperty().get()).isEqualTo(ThemeChoice.DARK);
            ((Slider) scene.getRoot().lookup(".slider")).increment();
            assertThat(theme.scalePercentProperty().get()).isEqualTo(110);
            return null;
          });
      assertThat(desk.client.settings().theme()).isEqualTo("dark");
      assertThat(desk.client.settings().scale()).isEqualTo(110);
    }
  }

  private static Node one(Parent root, String name) {
    return root.lookupAll(".toggle-button").stream()
        .filter(node -> name.equals(node.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  private RecoveryViewModel recovery() {
    return new RecoveryViewModel(
        Path.of("/home/mara/Throughline"),
        _ -> Optional.empty(),
        new SteppedTime(Instant.EPOCH),
        Runnable::run,
        _ -> {});
  }

  private static MainWindow window(SettingsDesk desk) {
    var shell =
        new ShellViewModel(
            List.of(
                new Place("home", "Home", Icon.HOME, End.TOP, RailFold.NEVER, StackPane::new),
                new Place(
                    "settings",
                    Texts.text("settings.place"),
                    Icon.SETTINGS,
                    End.BOTTOM,
                    RailFold.NEVER,
                    () -> new SettingsView(desk.place, SettingsDesk.keys()))));
    shell.workspaceTitleProperty().set("My workspace");
    shell.workspaceLineProperty().set("on this computer");
    shell.pillProperty().set(new Pill(PillState.LOCAL, "Saving on this computer only"));
    shell.open("settings");
    return new MainWindow(shell, "settings", "settings");
  }

  private static List<String> pictured(String name, Callable<Parent> make) throws Exception {
    List<String> findings = new ArrayList<>();
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      findings.addAll(picture(name, theme, new int[] {100, 1280, 800}, make));
    }
    return findings;
  }

  /** {@code size} is the scale in percent, the width and the height. */
  private static List<String> picture(
      String name, ThemeChoice theme, int[] size, Callable<Parent> make) throws Exception {
    return FxThread.call(
        () -> {
          var scene = Snapshot.scene(make.call(), new Theme(theme, size[0]), size[1], size[2]);
          String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
          Snapshot.write(scene, PICTURES.resolve(file));
          return ContrastWalk.findings(scene);
        });
  }
}
