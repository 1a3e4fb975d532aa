package dev.throughline.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MainWindowTest {
  @Test
  void railFoldsOnPagesOfNarrowWindowsOnly() throws Exception {
    window(
        (model, scene) -> {
          var rail = scene.lookup(".tl-rail");
          model.open("library");
          assertThat(rail.getStyleClass()).doesNotContain("folded");
          model.open("library", "session:7");
          assertThat(rail.getStyleClass()).contains("folded");
          ((Region) scene.getRoot()).resize(1920, 800);
          assertThat(rail.getStyleClass()).doesNotContain("folded");
        });
  }

  @Test
  void pressingTheCurrentPlaceLeadsFromItsPageBack() throws Exception {
    window(
        (model, scene) -> {
          model.open("library", "session:7");
          var items = scene.getRoot().lookupAll(".tl-rail .toggle-button");
          items.forEach(
              item -> {
                if ("Library".equals(item.getAccessibleText())) {
                  ((RailItem) item).fire();
                }
              });
          assertThat(model.locationProperty().get()).isEqualTo(Location.of("library"));
        });
  }

  @Test
  void viewIsMadeOnceAndKept() throws Exception {
    window(
        (model, scene) -> {
          var first = scene.lookup(".tl-sheet");
          model.open("library");
          assertThat(first.getScene()).isNull();
          model.open("home");
          assertThat(first.getScene()).isSameAs(scene);
        });
  }

  @Test
  void pillOpensSync() throws Exception {
    window(
        (model, scene) -> {
          ((Button) scene.lookup(".tl-pill")).fire();
          assertThat(model.locationProperty().get()).isEqualTo(Location.of("sync"));
        });
  }

  @Test
  void toastGoesWhenItsActionIsTaken() throws Exception {
    window(
        (model, scene) -> {
          model.toasts().add(ExampleShell.toast());
          scene.getRoot().applyCss();
          ((Button) scene.lookup(".tl-toast .button")).fire();
          assertThat(model.toasts()).isEmpty();
        });
  }

  @Test
  void unknownPlaceIsRefused() throws Exception {
    window(
        (model, scene) ->
            assertThatThrownBy(() -> model.open("nowhere")).hasMessage("No place nowhere"));
  }

  @ParameterizedTest
  @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void pageWithContextAndToastIsReadable(ThemeChoice choice) throws Exception {
    var findings =
        FxThread.call(
            () -> {
              var model = ExampleShell.model();
              model.open("library", "session:7");
              model.contextProperty().set(Optional.of(ExampleShell.context()));
              model.toasts().add(ExampleShell.toast());
              var window = ExampleShell.window(model);
              var scene = Snapshot.scene(window, new Theme(choice, 100), 1280, 800);
              var name = "page-" + choice.name().toLowerCase(Locale.ROOT) + ".png";
              Snapshot.write(scene, Path.of("target", "pictures", name));
              return ContrastWalk.findings(scene);
            });
    assertThat(findings).isEmpty();
  }

  private interface Story {
    void tell(ShellViewModel model, Scene scene);
  }

  private static void window(Story story) throws Exception {
    FxThread.call(
        () -> {
          var model = ExampleShell.model();
          var theme = new Theme(ThemeChoice.LIGHT, 100);
          story.tell(model, Snapshot.scene(ExampleShell.window(model), theme, 1280, 800));
          return null;
        });
  }
}
