package dev.throughline.desktop.home;

import dev.throughline.desktop.ui.DropZone;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.Sheet;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The place of Home: the first page for whoever is new, Home for everybody else. */
public final class HomePlace extends StackPane {
  private final HomeViewModel home;
  private final FirstRunViewModel firstRun;
  private final Region welcome;
  private final Region empty;
  private final Region today;
  private final Region loading = new Sheet().content(Sheet.column(LoadingBars.afterPatience()));
  private final ObservableValue<Region> shown;
  private final EventHandler<KeyEvent> letters = this::typed;

  /** The mark of the app stands above the first page. */
  public HomePlace(
      HomeViewModel home, FirstRunViewModel firstRun, SampleViewModel sample, Node mark) {
    this.home = home;
    this.firstRun = firstRun;
    this.welcome = new FirstRunView(firstRun, mark);
    this.empty = new EmptyHomeView(home, firstRun.name());
    this.today = new HomeView(home, firstRun.name(), sample);
    DropZone.takeFiles(empty, home::importFiles);
    DropZone.takeFiles(today, home::importFiles);
    shown =
        Bindings.createObjectBinding(
            this::current, firstRun.begunProperty(), home.emptyProperty(), home.loadedProperty());
    shown.subscribe(view -> getChildren().setAll(view));
    sceneProperty().subscribe(this::moved);
  }

  private Region current() {
    boolean isEmpty = home.emptyProperty().get();
    return switch (HomePage.of(
        firstRun.begunProperty().get(), isEmpty, home.loadedProperty().get())) {
      case LOADING -> loading;
      case FIRST_RUN -> welcome;
      case HOME -> isEmpty ? empty : today;
    };
  }

  /** A letter typed into a field has been taken by it before it comes here. */
  private void typed(KeyEvent event) {
    boolean isPlain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
    boolean isTyping = getScene() != null && getScene().getFocusOwner() instanceof TextInputControl;
    if (isPlain
        && !isTyping
        && getChildren().contains(today)
        && DebtKeys.gap(event.getCharacter()).filter(home::openDebt).isPresent()) {
      event.consume();
    }
  }

  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removeEventHandler(KeyEvent.KEY_TYPED, letters);
    }
    if (now != null) {
      now.addEventHandler(KeyEvent.KEY_TYPED, letters);
      home.refresh();
      firstRun.name().refresh();
    }
  }
}
