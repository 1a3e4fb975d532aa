package dev.throughline.desktop.app;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;

/**
 * Loads what every window needs while profile and store are still being opened by another thread:
 * fonts, style sheets, and the classes of the usual controls. What pages need beyond that comes
 * once the window is there, a piece at a time, so that the first page is not the one that waits for
 * it. Nothing of it is ever shown.
 */
final class WarmUp {
  /** Long after the window is shown, and between two pieces: keys come first. */
  private static final double BEGIN_MILLIS = 600;

  private static final double PAUSE_MILLIS = 20;
  private static final int ROWS = 12;

  /** Room for a few rows: a whole window of them takes long, and says nothing more. */
  private static final double HEIGHT = 120;

  private WarmUp() {}

  /** On the JavaFX thread. */
  static void run() {
    Theme.begin();
    String name = Texts.text("app.title");
    VBox column =
        new VBox(
            Labels.body(name),
            Buttons.primary(name, Icon.ADD, () -> {}),
            Buttons.icon(Icon.MENU, name, () -> {}),
            new ToggleButton(name),
            new TextField());
    Sheet sheet =
        new Sheet().header(new SheetHeader(name).second(name)).body(name, column).side(name);
    dress(sheet);
  }

  /**
   * Goes on once the window is shown. On the JavaFX thread.
   *
   * @param first pieces of the page that people open first, made and dressed in this order
   * @param later pieces of other pages, after the controls that only those have
   * @param then what comes after all of them
   */
  static void rest(List<Supplier<Parent>> first, List<Supplier<Parent>> later, Runnable then) {
    String name = Texts.text("app.title");
    List<Supplier<Parent>> all =
        new ArrayList<>(
            List.of(
                () -> new VBox(new TextArea(name)),
                () -> new VBox(new CheckBox(name), new RadioButton(name)),
                () -> new VBox(new EmptyPlace(Icon.SESSION, name, name)),
                () -> list(name),
                () -> new SplitPane(Labels.body(name), Sheet.scrolling(name, Sheet.column()))));
    all.addAll(first);
    all.addAll(
        List.of(
            () -> new VBox(new ComboBox<>(FXCollections.observableArrayList(name))),
            () -> new VBox(new ListRow(name).lead(Icon.SESSION).second(name)),
            () -> new VBox(new TableView<String>()),
            () -> table(name, 0),
            () -> table(name, ROWS),
            () -> new VBox(new TextFlow(new Text(name)), new ProgressBar(), new Hyperlink(name))));
    all.addAll(later);
    after(BEGIN_MILLIS, () -> next(all.iterator(), then));
  }

  private static void next(Iterator<Supplier<Parent>> pieces, Runnable then) {
    if (pieces.hasNext()) {
      Parent piece = pieces.next().get();
      // Its styles, and the rows and cells that come with its layout: all at once takes long. Each
      // waits for the one before: two that fall due together would run together.
      after(
          PAUSE_MILLIS,
          () -> {
            style(piece);
            after(PAUSE_MILLIS, () -> lay(piece, pieces, then));
          });
    } else {
      then.run();
    }
  }

  private static void lay(Parent piece, Iterator<Supplier<Parent>> pieces, Runnable then) {
    piece.layout();
    after(PAUSE_MILLIS, () -> next(pieces, then));
  }

  private static void after(double millis, Runnable then) {
    PauseTransition pause = new PauseTransition(Duration.millis(millis));
    pause.setOnFinished(event -> then.run());
    pause.play();
  }

  private static Parent list(String name) {
    ListView<String> list = new ListView<>();
    list.getItems().setAll(Collections.nCopies(ROWS, name));
    return list;
  }

  /** With columns, and rows once the columns are known: each of them brings many classes. */
  private static Parent table(String name, int rows) {
    TableView<String> table = new TableView<>();
    for (int i = 0; i < 3; i++) {
      TableColumn<String, String> column = new TableColumn<>(name);
      column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
      table.getColumns().add(column);
    }
    table.getItems().setAll(Collections.nCopies(rows, name));
    return table;
  }

  private static void dress(Parent root) {
    style(root);
    root.layout();
  }

  private static void style(Parent root) {
    Scene scene = new Scene(root, MainStage.WIDTH, HEIGHT);
    new Theme(ThemeChoice.SYSTEM, Theme.SCALES.getFirst()).dress(scene);
    root.applyCss();
  }
}
