package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Commands;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.shell.CommandMenu;
import dev.throughline.desktop.shell.Location;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.KeyChord;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandWindowTest {
  /** Open a dialog of the system, which a test cannot answer. */
  private static final Set<String> ASKS_THE_SYSTEM =
      Set.of(
          "library.import",
          "library.import.folder",
          "library.export",
          "library.export.file",
          "session.import",
          "record.import");

  private static final Set<String> SORTS = Set.of("home", "studies", "session");

  /** Take away what the other screens of the round show. */
  private static final Set<String> LEAVES =
      Set.of("session.trash", "study.trash", "edit.undo", "edit.redo");

  @TempDir Path folder;
  WholeWindow whole;

  @BeforeEach
  void open() throws Exception {
    whole = WholeWindow.open(folder.resolve("anna"));
  }

  @AfterEach
  void close() throws Exception {
    whole.close();
  }

  private Location here() throws Exception {
    return whole.fx(() -> whole.window().shell().locationProperty().get());
  }

  private List<String> lines() throws Exception {
    return whole.shown("tl-palette-line").stream().map(Node::getAccessibleText).toList();
  }

  @Test
  void paletteFindsAnInterviewAndOpensIt() throws Exception {
    whole.press("Ctrl+K");
    assertThat(whole.focus()).isInstanceOf(TextField.class);
    whole.type("click nobody");
    assertThat(lines()).isNotEmpty().first().asString().containsIgnoringCase("click nobody");
    whole.press("Enter");
    assertThat(here().isPage()).isTrue();
    assertThat(whole.shown("tl-palette")).isEmpty();
  }

  @Test
  void paletteRunsACommandThatWasTyped() throws Exception {
    whole.press("Ctrl+K");
    whole.type(">dark look");
    assertThat(lines()).first().asString().startsWith("Dark look");
    whole.press("Enter");
    assertThat(whole.window().theme().choiceProperty().get()).isEqualTo(ThemeChoice.DARK);
  }

  @Test
  void escapeClosesThePaletteAndGivesTheFocusBack() throws Exception {
    whole.press("Ctrl+2");
    whole.settle();
    whole.press("Ctrl+F");
    Node before = whole.focus();
    whole.press("Ctrl+K");
    assertThat(whole.focus()).isNotSameAs(before);
    whole.press("Esc");
    assertThat(whole.focus()).isSameAs(before);
  }

  @Test
  void keysThatFollowAtOnceReachThePaletteAndTheFilter() throws Exception {
    whole.fx(
        () -> {
          whole.press("Ctrl+K");
          whole.type("click nobody");
          return true;
        });
    assertThat(lines()).isNotEmpty().first().asString().containsIgnoringCase("click nobody");
    whole.press("Esc");
    whole.fx(
        () -> {
          whole.press("Ctrl+2");
          whole.press("Ctrl+F");
          whole.type("meter");
          return true;
        });
    whole.settle();
    assertThat(whole.fx(whole::focus))
        .isInstanceOfSatisfying(
            TextField.class, field -> assertThat(field.getText()).isEqualTo("meter"));
  }

  @Test
  void digitsLeadToThePlacesAndAltArrowsBackAndForward() throws Exception {
    whole.press("Ctrl+2");
    assertThat(here()).isEqualTo(Location.of("library"));
    whole.press("Ctrl+,");
    assertThat(here().place()).isEqualTo("settings");
    whole.press("Alt+Left");
    assertThat(here()).isEqualTo(Location.of("library"));
    whole.press("Alt+Right");
    assertThat(here().place()).isEqualTo("settings");
  }

  @Test
  void commandThatIsNotPossibleSaysWhy() throws Exception {
    whole.press("Alt+Left");
    assertThat(whole.window().shell().toasts())
        .last()
        .satisfies(toast -> assertThat(toast.detail()).contains("where you began"));
  }

  /** Every command that needs no answer of the system is used once from screens of each sort. */
  @Test
  void everyCommandCanBeUsedWhereverItIsOffered() throws Exception {
    List<String> failures = new ArrayList<>();
    for (Screens.Screen screen : Screens.all(whole)) {
      if (!SORTS.contains(screen.name())) {
        continue;
      }
      for (Command command : offered(screen)) {
        screen.open().call();
        try {
          whole.fx(
              () -> {
                if (whole.window().commands().isHere(command)) {
                  whole.window().commands().use(command);
                }
                return true;
              });
        } catch (ExecutionException e) {
          failures.add(screen.name() + ", " + command.id() + ": " + e.getCause());
        }
        whole.window().backgroundIdle();
        whole.press("Esc");
        screen.close().call();
      }
    }
    assertThat(failures).isEmpty();
  }

  /** What can be done everywhere is done at home and where an interview is open. */
  private static boolean isForAll(Screens.Screen screen) {
    return !screen.name().equals("studies");
  }

  /** What is offered on a screen, but for what a test cannot answer. */
  private List<Command> offered(Screens.Screen screen) throws Exception {
    screen.open().call();
    List<Command> offered =
        whole.fx(
            () ->
                whole.window().commands().all().stream()
                    .filter(whole.window().commands()::isHere)
                    .filter(one -> !ASKS_THE_SYSTEM.contains(one.id()))
                    .filter(one -> !LEAVES.contains(one.id()))
                    .filter(one -> one.scope() != Scope.EVERYWHERE || isForAll(screen))
                    .toList());
    screen.close().call();
    return offered;
  }

  @Test
  void filterOfTheLibraryIsReachedFromItsOtherPages() throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open("library", PlaceIds.STUDIES);
          return true;
        });
    whole.press("Ctrl+F");
    assertThat(here()).isEqualTo(Location.of("library"));
    assertThat(whole.focus().getStyleClass()).contains("library-filter");
  }

  @Test
  void everyCommandHasANameAndNoTwoShareAKeyInOneScope() throws Exception {
    List<Command> all = whole.fx(() -> whole.window().commands().all());
    assertThat(all).extracting(Command::name).doesNotContain("").doesNotHaveDuplicates();
    assertThat(all.stream().filter(one -> one.key().isPresent()))
        .extracting(one -> one.scope() + " " + one.key().orElseThrow())
        .doesNotHaveDuplicates();
  }

  /**
   * A page's own command hides one of everywhere: so it is meant for something new, and no more.
   */
  @Test
  void onlyTheKeyForSomethingNewMeansOneThingHereAndAnotherThere() throws Exception {
    List<Command> keyed =
        whole.fx(() -> whole.window().commands().all()).stream()
            .filter(one -> one.key().isPresent())
            .toList();
    Set<String> everywhere =
        keyed.stream()
            .filter(one -> one.scope() == Scope.EVERYWHERE)
            .map(one -> one.key().orElseThrow().toString())
            .collect(Collectors.toSet());
    assertThat(keyed.stream().filter(one -> one.scope() != Scope.EVERYWHERE))
        .extracting(one -> one.key().orElseThrow().toString())
        .filteredOn(everywhere::contains)
        .containsOnly("Ctrl+N");
  }

  @Test
  void menuHoldsWhatIsPossibleHereWithItsKey() throws Exception {
    whole.press("Ctrl+2");
    List<String> library =
        whole.fx(
            () ->
                new CommandMenu(whole.window().commands(), whole.window().keymap())
                    .build().getItems().stream()
                        .filter(item -> item.getText().equals("Library"))
                        .flatMap(item -> ((Menu) item).getItems().stream())
                        .map(MenuItem::getText)
                        .toList());
    assertThat(library)
        .contains("Filter the library")
        .anySatisfy(text -> assertThat(text).contains("Nothing narrows the list."));
  }

  @Test
  void chosenInterviewsAreChangedFromThePaletteToo() throws Exception {
    whole.press("Ctrl+2");
    assertThat(whole.fx(() -> chosen("trash").availability().isReady())).isFalse();
    int before = whole.window().interviews().size();
    whole.fx(
        () -> {
          TableView<?> table = (TableView<?>) whole.scene().lookup(".library-table");
          table.getSelectionModel().selectIndices(0, 1);
          return true;
        });
    for (String asking : List.of("study", "status")) {
      whole.fx(() -> use(chosen(asking)));
      assertThat(whole.fx(() -> Window.getWindows().size())).as(asking).isEqualTo(2);
      whole.press("Esc");
      whole.fx(
          () -> {
            List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .forEach(Window::hide);
            return true;
          });
    }
    whole.fx(() -> use(chosen("trash")));
    whole.await("two are gone", () -> whole.window().interviews().size() == before - 2);
  }

  private Command chosen(String what) {
    return whole.window().commands().find("library.chosen." + what).orElseThrow();
  }

  private boolean use(Command command) {
    whole.window().commands().use(command);
    return true;
  }

  @Test
  void newKeyWorksAtOnceAndAfterARestart() throws Exception {
    whole.fx(
        () -> {
          Commands commands = whole.window().commands();
          return whole
              .window()
              .keymap()
              .bind(commands.find("go.palette").orElseThrow(), KeyChord.of("Ctrl+Shift+J"));
        });
    whole.press("Ctrl+K");
    assertThat(whole.shown("tl-palette")).isEmpty();
    whole.press("Ctrl+Shift+J");
    assertThat(whole.shown("tl-palette")).isNotEmpty();
    whole.close();
    whole = WholeWindow.open(folder.resolve("anna"));
    whole.press("Ctrl+Shift+J");
    assertThat(whole.shown("tl-palette")).isNotEmpty();
  }

  @Test
  void undoOfAnotherPersonsChangeOpensTheComparison() throws Exception {
    RecordId interview = whole.fx(() -> whole.window().interviews().getFirst().interview().id());
    whole
        .window()
        .undoLog()
        .run(
            "Rename",
            List.of(new Draft.Set(interview, "interview", Map.of("title", Value.text("Mine")))));
    whole.await(
        "it was renamed",
        () ->
            whole.window().interviews().stream()
                .anyMatch(row -> row.interview().title().equals("Mine")));
    Desk.save(
        whole.window().client(),
        new Draft.Set(interview, "interview", Map.of("title", Value.text("Theirs"))));
    whole.press("Ctrl+Z");
    whole.await(
        "the comparison opens",
        () -> whole.window().shell().locationProperty().get().place().equals("comparison"));
    whole.picture("comparison-light");
    assertThat(whole.fx(() -> ContrastWalk.findings(whole.scene()))).isEmpty();
    assertThat(whole.shown("column")).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void paletteCanBeReadByEverybody(ThemeChoice choice) throws Exception {
    whole.fx(
        () -> {
          whole.window().theme().choiceProperty().set(choice);
          return true;
        });
    whole.press("Ctrl+2");
    String end = "-" + choice.name().toLowerCase(Locale.ROOT);
    whole.press("Ctrl+K");
    whole.picture("palette" + end);
    whole.type("s");
    whole.picture("palette-typed" + end);
    assertThat(
            whole.fx(
                () -> ContrastWalk.findings(whole.scene(), whole.scene().lookup(".tl-palette"))))
        .isEmpty();
  }
}
