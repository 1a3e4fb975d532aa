package dev.throughline.desktop.app;

import dev.throughline.desktop.app.WindowState.Frame;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.shell.Location;
import dev.throughline.desktop.shell.ShellViewModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Remembers with the profile how its window stands, and puts the next one there. Writes in the
 * background once the window has come to rest, not while it moves.
 */
final class WindowMemory {
  static final Duration REST = Duration.ofMillis(800);

  private final ClientSettings settings;
  private final ShellViewModel shell;
  private final BooleanProperty details;
  private final Background background;
  private final UiThread ui;
  private Background.Handle timer = () -> {};
  private Optional<Frame> frame = Optional.empty();
  private boolean isOver;

  WindowMemory(
      ClientSettings settings,
      ShellViewModel shell,
      BooleanProperty details,
      Background background,
      UiThread ui) {
    this.settings = settings;
    this.shell = shell;
    this.details = details;
    this.background = background;
    this.ui = ui;
  }

  /** Where the person was when the last window closed. */
  Optional<Location> lastLocation() {
    return settings
        .window()
        .filter(last -> shell.places().stream().anyMatch(place -> place.id().equals(last.place())))
        .map(last -> new Location(last.place(), last.page()));
  }

  /** Puts the stage where the last one was, as far as the screens still allow, and follows it. */
  void keep(Stage stage) {
    Optional<WindowState> last = settings.window();
    last.ifPresent(state -> details.set(state.details()));
    last.flatMap(state -> ScreenFit.fit(state.frame(), screens()))
        .ifPresent(at -> place(stage, at));
    last.map(WindowState::maximised).ifPresent(stage::setMaximized);
    InvalidationListener moved = changed -> restSoon(stage);
    stage.xProperty().addListener(moved);
    stage.yProperty().addListener(moved);
    stage.widthProperty().addListener(moved);
    stage.heightProperty().addListener(moved);
    stage.maximizedProperty().addListener(moved);
    details.addListener(moved);
    shell.locationProperty().addListener(moved);
  }

  private static void place(Stage stage, Frame at) {
    stage.setX((double) at.x());
    stage.setY((double) at.y());
    stage.setWidth((double) at.width());
    stage.setHeight((double) at.height());
  }

  private static List<Frame> screens() {
    return Screen.getScreens().stream().map(Screen::getVisualBounds).map(WindowMemory::of).toList();
  }

  private static Frame of(Rectangle2D bounds) {
    return new Frame(
        Math.round(bounds.getMinX()),
        Math.round(bounds.getMinY()),
        Math.round(bounds.getWidth()),
        Math.round(bounds.getHeight()));
  }

  private void restSoon(Stage stage) {
    timer.cancel();
    if (isOver) {
      return;
    }
    timer =
        background.later(
            REST,
            () -> ui.run(() -> state(stage).ifPresent(now -> background.run(() -> write(now)))));
  }

  private void write(WindowState now) {
    if (!settings.window().equals(Optional.of(now))) {
      settings.setWindow(now);
    }
  }

  /** Writes at once how the window stands; for its last moment. */
  void flush(Stage stage) {
    timer.cancel();
    isOver = true;
    state(stage).ifPresent(this::write);
  }

  /** A maximised or minimised window keeps the frame it had before. */
  private Optional<WindowState> state(Stage stage) {
    boolean isPlain = !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
    if (isPlain && stage.getWidth() > 0) {
      frame =
          Optional.of(
              of(new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())));
    }
    Location here = shell.locationProperty().get();
    return frame
        .or(() -> settings.window().map(WindowState::frame))
        .map(
            at ->
                new WindowState(at, stage.isMaximized(), here.place(), here.page(), details.get()));
  }
}
