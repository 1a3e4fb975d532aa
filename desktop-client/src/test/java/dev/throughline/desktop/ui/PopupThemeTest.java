package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class PopupThemeTest {
  @Test
  void menuWearsTheThemeOfItsWindow() throws Exception {
    FxThread.call(
        () -> {
          var root = new StackPane();
          var stage = new Stage();
          stage.setScene(Snapshot.scene(root, new Theme(ThemeChoice.DARK, 100), 200, 100));
          stage.show();
          var menu = new ContextMenu(new MenuItem("Open"));
          menu.show(root, 10, 10);
          var scheme = menu.getScene().getPreferences().getColorScheme();
          menu.hide();
          stage.hide();
          assertThat(scheme).isEqualTo(ColorScheme.DARK);
          return null;
        });
  }
}
