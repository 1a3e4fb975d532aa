package dev.throughline.desktop.shell;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Fact;
import dev.throughline.desktop.ui.Facts;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.Panel;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.notice.Pill;
import dev.throughline.desktop.ui.notice.PillState;
import dev.throughline.desktop.ui.notice.RunningTask;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window with made-up places, for pictures and for tests of the window itself. */
public final class ExampleShell {
  private ExampleShell() {}

  public static ShellViewModel model() {
    var model =
        new ShellViewModel(
            List.of(
                place("home", "Home", Icon.HOME, Place.End.TOP, Place.RailFold.NEVER),
                place("library", "Library", Icon.LIBRARY, Place.End.TOP, Place.RailFold.ON_PAGES),
                place("sync", "Sync", Icon.SYNC, Place.End.BOTTOM, Place.RailFold.NEVER),
                place(
                    "settings",
                    "Settings",
                    Icon.SETTINGS,
                    Place.End.BOTTOM,
                    Place.RailFold.NEVER)));
    model.workspaceTitleProperty().set("Tariff switching");
    model.workspaceLineProperty().set("on this computer");
    model.personProperty().set("Ines Kohl");
    model.freeSpaceProperty().set("186 GB free");
    model.pillProperty().set(new Pill(PillState.NEEDS_YOU, "Needs you: 1 conflict"));
    var task = new RunningTask("Importing 4 files", Optional.of(ExampleShell::nothing));
    task.progressProperty().set(.62);
    task.detailProperty().set("62 %, 4 min left");
    model.tasks().add(task);
    return model;
  }

  public static MainWindow window(ShellViewModel model) {
    return new MainWindow(model, "sync", "settings");
  }

  static ContextPanel context() {
    return new ContextPanel(
        () -> {
          var tabs =
              new SegmentedTabs(
                  "Context",
                  List.of(
                      new SegmentedTabs.Tab("trace", "Trace", Icon.TRACE),
                      new SegmentedTabs.Tab("history", "History", Icon.STALE)));
          return new Panel(tabs, ExampleShell::nothing)
              .body("Trace", Labels.muted("Nothing is selected."));
        });
  }

  static Toast toast() {
    return Toast.undoable(
        "3 interviews imported", "from 4 files", new Toast.Action("Undo", ExampleShell::nothing));
  }

  private static Place place(
      String id, String title, Icon icon, Place.End end, Place.RailFold fold) {
    return new Place(
        id, title, icon, end, fold, () -> id.equals("home") ? home() : empty(title, icon));
  }

  private static Region home() {
    return new Sheet()
        .header(
            new SheetHeader("Tuesday 24 November")
                .second("Tariff switching, week 6 of 8. Three sessions today.")
                .actions(
                    Buttons.standard("Import", Icon.IMPORT, ExampleShell::nothing),
                    Buttons.primary("New session", Icon.ADD, ExampleShell::nothing)))
        .body("Home", recent(), facts())
        .side("Pick up", resume());
  }

  private static VBox recent() {
    return new VBox(
        new SectionHeader("Waiting for you").note("2"),
        row(Icon.MERGE, "The price letter was changed in two places", "You and Jon A.", "09:31"),
        row(Icon.SESSION, "P-07, first switch attempt", "12 note lines, 41 min", "Mon"),
        row(Icon.TRANSCRIPT, "P-11, moving house", "Transcript with 214 lines", "Mon"));
  }

  private static Region facts() {
    var row =
        new Facts(
            fact("2", "sessions", "without notes").key("D"),
            fact("1", "session", "without a date").key("C"),
            fact("3.2", "hours", "not coded").key("U"),
            fact("46", "min", "not transcribed").key("X"));
    return new VBox(new SectionHeader("Field debt").note("what last week left open"), row);
  }

  private static Fact fact(String number, String unit, String words) {
    return new Fact(number, unit, words).onOpen(ExampleShell::nothing);
  }

  private static Region resume() {
    return new VBox(
        new SectionHeader("Pick up where you left off"),
        new ListRow("P-07 at 23:20").lead(Icon.RECORDING).second("Transcript, 18 min not coded"),
        new ListRow("Savings people can add up").lead(Icon.INSIGHT).second("Insight draft"));
  }

  private static ListRow row(Icon icon, String title, String second, String state) {
    return new ListRow(title)
        .strong()
        .lead(icon)
        .second(second)
        .state(state)
        .onOpen(ExampleShell::nothing);
  }

  private static Region empty(String title, Icon icon) {
    var empty =
        new EmptyPlace(icon, "Nothing here yet", "Interviews you capture or import appear here.")
            .actions(
                Buttons.withKey(
                    Buttons.primary("New session", Icon.ADD, ExampleShell::nothing), "Ctrl N"));
    return new Sheet().header(new SheetHeader(title)).content(new StackPane(empty));
  }

  private static void nothing() {}
}
