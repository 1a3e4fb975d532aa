package dev.throughline.desktop.ui;

import java.util.List;
import javafx.scene.text.Font;
import org.kordamp.ikonli.remixicon.RemixiconALIkonHandler;

/** Loads the fonts shipped with the app, once. Where one is missing the system's font serves. */
final class Fonts {
  private static final List<String> FILES =
      List.of(
          "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf",
          "/com/formdev/flatlaf/fonts/inter/Inter-SemiBold.otf",
          "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf");

  /** JavaFX wants a size for loading; the sheets decide the one that shows. */
  private static final double ANY_SIZE = -1;

  private static boolean loaded;

  private Fonts() {}

  static void load() {
    if (!loaded) {
      loaded = true;
      FILES.forEach(Fonts::loadOne);
      Font.loadFont(new RemixiconALIkonHandler().getFontResource().toExternalForm(), ANY_SIZE);
    }
  }

  private static void loadOne(String file) {
    var url = Fonts.class.getResource(file);
    if (url != null) {
      Font.loadFont(url.toExternalForm(), ANY_SIZE);
    }
  }
}
