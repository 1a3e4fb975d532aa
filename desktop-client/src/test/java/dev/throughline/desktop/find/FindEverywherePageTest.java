package dev.throughline.desktop.find;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.FoundPlace;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.search.IndexDesk;
import dev.throughline.desktop.shell.PlaceFrame;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the real page over a real index, in both themes, and looks at it. */
class FindEverywherePageTest {
  @TempDir Path folder;
  IndexDesk desk;
  final SteppedTime time = new SteppedTime(Instant.parse("2026-11-24T09:31:00Z"));
  final List<FoundPlace> opened = new ArrayList<>();

  /** A page as it stands in the window. */
  private record Shown(FindEverywhere model, FindEverywherePage page, Scene scene) {}

  @BeforeEach
  void fill() {
    desk = new IndexDesk(folder);
    RecordId tariff = desk.field.study("Tariff switching");
    RecordId letter =
        desk.field
            .talk("The price letter", TODAY.minusDays(4))
            .in(tariff)
            .with("P-07")
            .at("Leeds")
            .notes("Adds the saving up on paper.\n\nThe letter said an exit fee of 40, then none.")
            .save();
    RecordId meter =
        desk.field.talk("New meter", TODAY.minusDays(1)).in(tariff).with("P-11").notes("").save();
    desk.said(
        letter,
        "Ines K.: Was there anything that kept you from switching at once?",
        "P-07: It had an exit fee that nobody mentioned, and by the time I had read the small print"
            + " the saving was gone. I would have stayed anyway, I think, because my sister stayed"
            + " and she reads everything twice before she signs it, the exit fee included.",
        "Ines K.: Where did you look for the exit fee first?",
        "P-07: On the last page. There was an exit, but no fee.");
    desk.said(meter, "P-11: Is there an exit fee? That is what I read first.");
    desk.field.talk("Exit interviews, a plan", TODAY.minusDays(300)).save();
    desk.field.samples.open();
    desk.index.settle();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Shown show(Theme theme, double width, double height) {
    FindEverywhere model =
        new FindEverywhere(
            new FindSource(desk.index, desk.field.studies, time),
            FieldDesk.UI,
            desk.field.clock,
            new FindExits(opened::add, study -> {}, who -> {}));
    FindEverywherePage page = new FindEverywherePage(model);
    Scene scene = Snapshot.scene(PlaceFrame.of("library", page), theme, width, height);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    return new Shown(model, page, scene);
  }

  private void looks(String name, double width, double height, int scale, Consumer<Shown> act)
      throws Exception {
    for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      Shown shown =
          FxThread.call(
              () -> {
                Shown made = show(new Theme(choice, scale), width, height);
                act.accept(made);
                return made;
              });
      FxThread.call(() -> Snapshot.image(shown.scene()));
      List<String> findings =
          FxThread.call(
              () -> {
                String file = name + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png";
                Snapshot.write(shown.scene(), Path.of("target", "pictures", file));
                shown.scene().getWindow().hide();
                return ContrastWalk.findings(shown.scene());
              });
      assertThat(findings).as(name).isEmpty();
    }
  }

  private void type(Shown shown, String words) {
    shown.model().typedProperty().set(words);
    time.pass(FindEverywhere.PAUSE);
  }

  @Test
  void keysThatFollowAtOnceReachResultsAheadOfTheirFirstFrame() throws Exception {
    int chosen =
        FxThread.call(
            () -> {
              Shown shown = show(new Theme(ThemeChoice.LIGHT, 100), 1280, 800);
              shown.page().typeNow();
              type(shown, "exit");
              for (int i = 0; i < 3; i++) {
                fire(shown, KeyCode.DOWN);
              }
              shown.scene().getWindow().hide();
              return ((ListView<?>) shown.scene().lookup(".tl-places"))
                  .getSelectionModel()
                  .getSelectedIndex();
            });
    assertThat(chosen).isEqualTo(3);
  }

  @Test
  void everyStateCanBeReadByEverybody() throws Exception {
    looks("find-ready", 1280, 800, 100, shown -> {});
    looks("find-found", 1280, 800, 100, shown -> type(shown, "exit fee"));
    looks(
        "find-chosen",
        1280,
        800,
        100,
        shown -> {
          shown.page().typeNow();
          type(shown, "exit");
          press(shown, KeyCode.DOWN);
          press(shown, KeyCode.DOWN);
        });
    looks("find-sample", 1280, 800, 100, shown -> type(shown, "phone"));
    looks("find-nothing", 1280, 800, 100, shown -> type(shown, "no such thing"));
    looks("find-200", 1920, 1080, 200, shown -> type(shown, "exit fee"));
    looks("find-small", 1000, 700, 150, shown -> type(shown, "exit fee"));
  }

  @Test
  void anIndexThatIsNotWholeSaysSo() throws Exception {
    desk.index.close();
    desk.index = desk.open();
    desk.index.pause();
    looks("find-indexing", 1280, 800, 100, shown -> type(shown, "exit fee"));
  }

  @Test
  void everythingIsDoneByKeys() throws Exception {
    FxThread.call(
        () -> {
          Shown shown = show(new Theme(ThemeChoice.LIGHT, 100), 1280, 800);
          shown.page().typeNow();
          assertThat(focus(shown)).isInstanceOf(TextField.class);
          type(shown, "exit fee");
          press(shown, KeyCode.DOWN);
          assertThat(focus(shown)).isInstanceOf(ListView.class);
          assertThat(((ListView<?>) focus(shown)).getSelectionModel().getSelectedIndex())
              .isEqualTo(1);
          press(shown, KeyCode.DOWN);
          assertThat(((ListView<?>) focus(shown)).getSelectionModel().getSelectedIndex())
              .isEqualTo(2);
          press(shown, KeyCode.ENTER);
          assertThat(opened).hasSize(1);
          press(shown, KeyCode.ESCAPE);
          assertThat(focus(shown)).isInstanceOf(TextField.class);
          press(shown, KeyCode.ENTER);
          assertThat(opened).hasSize(2);
          press(shown, KeyCode.ESCAPE);
          assertThat(shown.model().typedProperty().get()).isEmpty();
          shown.scene().getWindow().hide();
          return null;
        });
  }

  @Test
  void theChosenPlaceStaysChosenWhenMorePlacesAreFoundAboveIt() throws Exception {
    FxThread.call(
        () -> {
          Shown shown = show(new Theme(ThemeChoice.LIGHT, 100), 1280, 800);
          shown.page().typeNow();
          type(shown, "exit fee");
          press(shown, KeyCode.DOWN);
          press(shown, KeyCode.DOWN);
          Object chosen = chosen(shown);
          RecordId newer = desk.field.talk("Newest", TODAY).with("P-31").notes("").save();
          desk.said(newer, "P-31: Exit fee, exit fee, exit fee.");
          desk.index.settle();
          type(shown, "exit fee ");
          ListView<?> list = (ListView<?>) focus(shown);
          assertThat(list.getItems().indexOf(chosen)).isGreaterThan(2);
          assertThat(chosen(shown)).isEqualTo(chosen);
          type(shown, "meter");
          assertThat(chosen(shown)).isIn(list.getItems());
          shown.scene().getWindow().hide();
          return null;
        });
  }

  private static Object chosen(Shown shown) {
    return ((ListView<?>) focus(shown)).getSelectionModel().getSelectedItem();
  }

  private static Node focus(Shown shown) {
    return shown.scene().getFocusOwner();
  }

  private static void press(Shown shown, KeyCode code) {
    shown.scene().getRoot().applyCss();
    shown.scene().getRoot().layout();
    fire(shown, code);
  }

  /** A key ahead of the next frame. */
  private static void fire(Shown shown, KeyCode code) {
    Node owner = shown.scene().getFocusOwner();
    Event.fireEvent(
        owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
