package dev.throughline.desktop.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.FieldSamples;
import dev.throughline.desktop.shell.PlaceFrame;
import dev.throughline.desktop.shell.ThreadMark;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HomePlaceTest {
  @TempDir Path folder;
  FieldDesk field;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
  }

  @AfterEach
  void close() {
    field.close();
  }

  /** Another profile, because what was saved at half past nine keeps later work after it. */
  private void reopen(String name) {
    field.close();
    field = new FieldDesk(folder.resolve(name));
  }

  private HomePlace place(HomeDesk desk) {
    return new HomePlace(desk.home, desk.firstRun, desk.sample, new ThreadMark());
  }

  /** Pictures the place inside the window and answers what keeps someone out. */
  private void show(String name, Theme theme, double width, double height, Consumer<HomeDesk> set)
      throws Exception {
    Scene scene =
        FxThread.call(
            () -> {
              HomeDesk desk = new HomeDesk(field);
              set.accept(desk);
              return Snapshot.scene(PlaceFrame.of("home", place(desk)), theme, width, height);
            });
    // One more pulse than a window needs, for what answers to its own width.
    FxThread.call(() -> Snapshot.image(scene));
    List<String> findings =
        FxThread.call(
            () -> {
              Snapshot.write(scene, Path.of("target", "pictures", name + ".png"));
              return ContrastWalk.findings(scene);
            });
    assertThat(findings).as(name).isEmpty();
  }

  private static Theme theme(ThemeChoice choice) {
    return new Theme(choice, 100);
  }

  private static String name(String place, String state, ThemeChoice theme) {
    return place + "-" + state + "-" + theme.name().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void everyStateCanBeReadByEverybody(ThemeChoice choice) throws Exception {
    show(name("first-run", "doors", choice), theme(choice), 1280, 800, desk -> {});
    show(
        name("first-run", "join", choice),
        theme(choice),
        1280,
        800,
        desk -> {
          desk.firstRun.joiningProperty().set(true);
          desk.firstRun.addressProperty().set("team server");
          desk.firstRun.join();
        });
    show(
        name("home", "empty", choice),
        theme(choice),
        1280,
        800,
        desk -> desk.firstRun.startEmpty());
    show(
        name("home", "sample", choice),
        theme(choice),
        1280,
        800,
        desk -> desk.firstRun.openSample());
    reopen("week");
    FieldSamples.fill(field);
    show(name("home", "week", choice), theme(choice), 1280, 800, desk -> desk.name.skip());
  }

  /** A day with everything on it: a conflict, resume points, and what colleagues did. */
  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void fullDayCanBeReadByEverybody(ThemeChoice choice) throws Exception {
    FieldSamples.fill(field);
    HomeSamples.fill(field);
    show(
        name("home", "full", choice),
        theme(choice),
        1280,
        800,
        desk -> {
          desk.name.skip();
          HomeSamples.resume(desk);
        });
    show(
        name("home", "planning", choice),
        theme(choice),
        1280,
        800,
        desk -> {
          desk.name.skip();
          desk.home.planSession();
        });
  }

  @ParameterizedTest
  @CsvSource({"1000,700,100", "1920,1080,100", "1280,800,150", "1280,800,200", "1920,1080,250"})
  void nothingIsCutAtAnySize(double width, double height, int percent) throws Exception {
    String size = (int) width + "-" + percent;
    Theme theme = new Theme(ThemeChoice.LIGHT, percent);
    show("first-run-" + size, theme, width, height, desk -> {});
    show("home-empty-" + size, theme, width, height, desk -> desk.firstRun.startEmpty());
    reopen("week");
    FieldSamples.fill(field);
    show("home-week-" + size, theme, width, height, desk -> {});
  }

  @Test
  void enterOpensTheSampleAndOtherDoorsTakeTheirOwnKeys() throws Exception {
    HomeDesk begun =
        FxThread.call(
            () -> {
              HomeDesk desk = new HomeDesk(field);
              HomePlace place = place(desk);
              Snapshot.scene(place, theme(ThemeChoice.LIGHT), 1280, 800);
              press(place.lookup(".home-first"), KeyCode.ENTER);
              return desk;
            });
    assertThat(begun.sample.openProperty().get()).isTrue();
    assertThat(begun.answers.isBegun()).isTrue();
  }

  @Test
  void focusedDoorTakesEnterForItself() throws Exception {
    HomeDesk begun =
        FxThread.call(
            () -> {
              HomeDesk desk = new HomeDesk(field);
              HomePlace place = place(desk);
              Snapshot.scene(place, theme(ThemeChoice.LIGHT), 1280, 800);
              press(button(place, "Start empty"), KeyCode.ENTER);
              return desk;
            });
    assertThat(begun.answers.isBegun()).isTrue();
    assertThat(begun.list.rows()).isEmpty();
  }

  @Test
  void addressFieldTakesEnterAndEscape() throws Exception {
    HomeDesk shown =
        FxThread.call(
            () -> {
              HomeDesk desk = new HomeDesk(field);
              HomePlace place = place(desk);
              Snapshot.scene(place, theme(ThemeChoice.LIGHT), 1280, 800);
              desk.firstRun.joiningProperty().set(true);
              TextField address = (TextField) place.lookup(".home-door .text-field");
              place.applyCss();
              address.setText("nowhere");
              press(address, KeyCode.ENTER);
              assertThat(desk.firstRun.errorProperty().get()).isNotEmpty();
              press(address, KeyCode.ESCAPE);
              return desk;
            });
    assertThat(shown.firstRun.joiningProperty().get()).isFalse();
    assertThat(shown.answers.isBegun()).isFalse();
  }

  private static Button button(Node root, String text) {
    return root.lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(button -> text.equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  private static void press(Node target, KeyCode code) {
    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Event.fireEvent(target, new KeyEvent(type, "", "", code, false, false, false, false));
    }
  }
}
