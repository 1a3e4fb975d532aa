package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.shell.ExampleShell;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures every part in both themes and walks the pictures. */
class PartsGalleryTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @ParameterizedTest
  @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void partsAreReadableAndNamed(ThemeChoice theme) throws Exception {
    assertThat(picture("parts", theme, 100, Gallery::parts)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void listsAreReadableAndNamed(ThemeChoice theme) throws Exception {
    assertThat(picture("lists", theme, 100, Gallery::lists)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void shellIsReadableAndNamed(ThemeChoice theme) throws Exception {
    assertThat(picture("shell", theme, 100, PartsGalleryTest::shell)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {150, 200})
  void shellFitsWhenTextIsLarger(int scale) throws Exception {
    var name = "shell-" + scale;
    assertThat(picture(name, ThemeChoice.LIGHT, scale, PartsGalleryTest::shell)).isEmpty();
  }

  private static Parent shell() {
    return ExampleShell.window(ExampleShell.model());
  }

  private static List<String> picture(
      String name, ThemeChoice choice, int scale, Callable<Parent> make) throws Exception {
    return FxThread.call(
        () -> {
          var scene = Snapshot.scene(make.call(), new Theme(choice, scale), 1280, 800);
          var file = name + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png";
          Snapshot.write(scene, PICTURES.resolve(file));
          return ContrastWalk.findings(scene);
        });
  }
}
