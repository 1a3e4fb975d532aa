package dev.throughline.desktop.app;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/**
 * Loads what every window needs while profile and store are still being opened by another thread:
 * fonts, style sheets, and the classes of the usual controls. Nothing of it is ever shown.
 */
final class WarmUp {
  private WarmUp() {}

  /** On the JavaFX thread. */
  static void run() {
    Theme.begin();
    String name = Texts.text("app.title");
    VBox column =
        new VBox(
            Labels.body(name),
            Buttons.primary(name, Icon.ADD, () -> {}),
            Buttons.icon(Icon.MENU, name, () -> {}),
            new ToggleButton(name),
            new TextField());
    Sheet sheet =
        new Sheet().header(new SheetHeader(name).second(name)).body(name, column).side(name);
    Scene scene = new Scene(sheet, MainStage.WIDTH, MainStage.HEIGHT);
    new Theme(ThemeChoice.SYSTEM, Theme.SCALES.getFirst()).dress(scene);
    sheet.applyCss();
    sheet.layout();
  }
}
