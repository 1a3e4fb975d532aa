package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class ThemeTest {
  @Test
  void choiceShowsAtOnceInOpenScenes() throws Exception {
    FxThread.call(
        () -> {
          var label = new Label("words");
          var theme = new Theme(ThemeChoice.LIGHT, 100);
          var scene = Snapshot.scene(new StackPane(label), theme, 200, 100);
          assertThat(luminance(label)).isLessThan(.2);
          theme.choiceProperty().set(ThemeChoice.DARK);
          scene.getRoot().applyCss();
          assertThat(luminance(label)).isGreaterThan(.8);
          return null;
        });
  }

  /** Primer says it in its own two sheets; ours joins them. */
  @Test
  void primerFollowsTheSchemeInsideOneSheet() throws Exception {
    FxThread.call(
        () -> {
          var slider = new Slider();
          var theme = new Theme(ThemeChoice.LIGHT, 100);
          var scene = Snapshot.scene(new StackPane(slider), theme, 200, 100);
          Region thumb = (Region) slider.lookup(".thumb");
          Paint light = thumb.getBackground().getFills().getLast().getFill();
          theme.choiceProperty().set(ThemeChoice.DARK);
          scene.getRoot().applyCss();
          Paint dark = thumb.getBackground().getFills().getLast().getFill();
          assertThat(light).isEqualTo(Color.web("#2A5BC7"));
          assertThat(dark).isEqualTo(Color.web("#ECEAE5"));
          return null;
        });
  }

  @Test
  void systemChoiceGivesTheDecisionBack() throws Exception {
    FxThread.call(
        () -> {
          var theme = new Theme(ThemeChoice.DARK, 100);
          var scene = new Scene(new StackPane(), 10, 10);
          var system = scene.getPreferences().getColorScheme();
          theme.dress(scene);
          assertThat(scene.getPreferences().getColorScheme()).isEqualTo(ColorScheme.DARK);
          theme.choiceProperty().set(ThemeChoice.SYSTEM);
          assertThat(scene.getPreferences().getColorScheme()).isEqualTo(system);
          return null;
        });
  }

  @Test
  void darkAndLightFollowLiveWhileTheChoiceIsTheSystems() throws Exception {
    FxThread.call(
        () -> {
          var label = new Label("words");
          var theme = new Theme(ThemeChoice.SYSTEM, 100);
          var scene = Snapshot.scene(new StackPane(label), theme, 200, 100);
          for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            scene.getPreferences().setColorScheme(scheme);
            scene.getRoot().applyCss();
            assertThat(luminance(label) > .5).isEqualTo(scheme == ColorScheme.DARK);
          }
          return null;
        });
  }

  @Test
  void textGrowsWithTheScale() throws Exception {
    FxThread.call(
        () -> {
          var label = Labels.small("words");
          var theme = new Theme(ThemeChoice.LIGHT, 100);
          var scene = Snapshot.scene(new StackPane(label), theme, 200, 100);
          double before = label.getFont().getSize();
          theme.scalePercentProperty().set(200);
          scene.getRoot().applyCss();
          assertThat(label.getFont().getSize()).isEqualTo(before * 2);
          return null;
        });
  }

  @Test
  void oddScaleTakesTheNearest() {
    assertThat(Theme.nearestScale(90)).isEqualTo(100);
    assertThat(Theme.nearestScale(160)).isEqualTo(150);
    assertThat(Theme.nearestScale(900)).isEqualTo(250);
  }

  @Test
  void shippedFontsAreFound() throws Exception {
    FxThread.call(
        () -> {
          Fonts.load();
          assertThat(Font.getFamilies())
              .contains("Inter", "Inter SemiBold", "JetBrains Mono", "remixicon");
          return null;
        });
  }

  private static double luminance(Label label) {
    return ((Color) label.getTextFill()).getBrightness();
  }
}
