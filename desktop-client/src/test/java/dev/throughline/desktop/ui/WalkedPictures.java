package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/** Pictures of a part of the window by itself, each of them walked. On the JavaFX thread. */
public final class WalkedPictures {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final int DOUBLE = 200;

  private WalkedPictures() {}

  /** In both themes, and with text of double size; nothing of it may keep anybody out. */
  public static void write(String name, Parent shown) {
    List<String> findings = new ArrayList<>();
    for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      String looks = choice.name().toLowerCase(Locale.ROOT);
      findings.addAll(walked(name + "-" + looks, shown, new Theme(choice, 100)));
    }
    findings.addAll(walked(name + "-double", shown, new Theme(ThemeChoice.DARK, DOUBLE)));
    assertThat(findings).isEmpty();
  }

  private static List<String> walked(String name, Parent shown, Theme theme) {
    if (shown.getScene() != null) {
      shown.getScene().setRoot(new StackPane());
    }
    Scene scene = Snapshot.scene(shown, theme, 1280, 800);
    Snapshot.write(scene, PICTURES.resolve(name + ".png"));
    return Stream.of(
            ContrastWalk.findings(scene),
            LongerTexts.findings(scene, shown),
            TabWalk.findings(scene, shown))
        .flatMap(List::stream)
        .map(found -> name + ": " + found)
        .toList();
  }
}
