package dev.throughline.desktop.recording;

import dev.throughline.desktop.sound.peaks.Peaks;
import dev.throughline.desktop.sound.play.PlayRange;
import dev.throughline.desktop.ui.Texts;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/**
 * The wave of a recording: a click goes there, a drag marks what is played again and again, arrow
 * keys go on and back. Ctrl and the wheel come closer round what is heard; the wheel to a side, or
 * a drag with Shift, moves on.
 */
final class WaveView extends Region {
  private static final double PITCH = 2;
  private static final double DRAG_MIN = 6;
  private static final double LOUDEST = 128;
  private static final double LARGER_MAX = 8;

  /** A wave that is still drawn is drawn anew when so much more of it is there. */
  private static final double REDRAWN_SHARE = 0.01;

  /** What most wheels say of one notch. */
  private static final double WHEEL_NOTCH = 40;

  private final PlayerDesk desk;
  private final Loaded loaded;
  private final Path ahead = new Path();
  private final Path played = new Path();
  private final Rectangle aheadClip = new Rectangle();
  private final Rectangle playedClip = new Rectangle();
  private final Region head = new Region();
  private final Region marked = new Region();
  private final WaveWindow window;
  private Runnable moved = () -> {};
  private double pressedAt;
  private long anchor;
  private double draggedAt;
  private double drawnWidth = -1;
  private double drawnHeight = -1;
  private double drawnShare;

  WaveView(PlayerDesk desk, Loaded loaded) {
    this.desk = desk;
    this.loaded = loaded;
    this.window = new WaveWindow(() -> loaded.player().state().frames());
    getStyleClass().add("wave");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleHelp(Texts.text("player.wave.help"));
    ahead.getStyleClass().add("ahead");
    played.getStyleClass().add("played");
    head.getStyleClass().add("head");
    marked.getStyleClass().add("marked");
    marked.setVisible(false);
    ahead.setClip(aheadClip);
    played.setClip(playedClip);
    ahead.setManaged(false);
    played.setManaged(false);
    getChildren().addAll(marked, ahead, played, head);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    setOnKeyPressed(this::key);
    setOnScroll(this::scroll);
    desk.zoomWith(this::zoom);
    widthProperty().addListener(_ -> requestLayout());
    tick();
  }

  /** Moves the playhead to where it is heard now. */
  void tick() {
    growWave();
    if (window.follow(loaded.player().state().position())) {
      redraw();
    }
    long position = loaded.player().state().position();
    double x = Math.clamp(x(position), 0, getWidth());
    head.setVisible(window.holds(position));
    playedClip.setWidth(x);
    playedClip.setHeight(getHeight());
    aheadClip.setX(x);
    aheadClip.setWidth(Math.max(0, getWidth() - x));
    aheadClip.setHeight(getHeight());
    head.relocate(snapPositionX(x) - 1, 0);
    head.resize(2, getHeight());
    String said = said();
    if (!said.equals(getAccessibleText())) {
      setAccessibleText(said);
      notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }
  }

  /** The wave of sound that lies elsewhere comes while it is looked at. */
  private void growWave() {
    double share = loaded.wave().share();
    if (share - drawnShare >= REDRAWN_SHARE || (share == 1 && drawnShare < 1)) {
      redraw();
    }
  }

  private String said() {
    String at =
        Texts.text(
            "player.wave",
            Clock60.spoken(loaded.atMillis()),
            Clock60.spoken(loaded.lengthMillis()));
    return window.isWhole()
        ? at
        : Texts.text(
            "player.wave.part",
            at,
            Clock60.spoken(loaded.form().millis(window.from())),
            Clock60.spoken(loaded.form().millis(window.from() + window.length())));
  }

  /** Where a frame is drawn; outside of the wave when it is not. */
  private double x(long frame) {
    return getWidth() * (frame - window.from()) / window.length();
  }

  /** Where a moment is drawn; below 0 or above the width when it is not. */
  double xOf(long millis) {
    return x(loaded.form().frames(millis));
  }

  /** Tells when another stretch is drawn. */
  void onMove(Runnable told) {
    moved = told;
  }

  /** Comes so many steps closer; negative ones go back. */
  void zoom(int steps) {
    zoom(Math.pow(WaveWindow.STEP, steps));
  }

  private void zoom(double factor) {
    // Closer than the finest level says nothing more.
    long closest = (long) columns() * Peaks.BLOCK_FRAMES;
    window.zoom(factor, loaded.player().state().position(), closest);
    redraw();
    tick();
  }

  private void scroll(ScrollEvent event) {
    if (event.isControlDown()) {
      zoom(Math.pow(WaveWindow.STEP, event.getDeltaY() / WHEEL_NOTCH));
      event.consume();
    } else if (event.getDeltaX() != 0 && !window.isWhole()) {
      pan(-event.getDeltaX());
      event.consume();
    }
  }

  private void pan(double pixels) {
    window.pan(Math.round(pixels / Math.max(1, getWidth()) * window.length()));
    redraw();
    tick();
  }

  private void redraw() {
    draw();
    loaded.player().state().loop().ifPresent(range -> mark(x(range.from()), x(range.to())));
    moved.run();
  }

  private int columns() {
    return Math.max(0, (int) (getWidth() / PITCH));
  }

  private long frame(double x) {
    long frames = loaded.player().state().frames();
    double share = x / Math.max(1, getWidth());
    return Math.clamp(window.from() + Math.round(share * window.length()), 0, frames);
  }

  private void press(MouseEvent event) {
    requestFocus();
    pressedAt = event.getX();
    draggedAt = event.getX();
  }

  private void drag(MouseEvent event) {
    if (isPanning(event)) {
      pan(draggedAt - event.getX());
      draggedAt = event.getX();
      return;
    }
    double from = Math.clamp(Math.min(pressedAt, event.getX()), 0, getWidth());
    double to = Math.clamp(Math.max(pressedAt, event.getX()), 0, getWidth());
    if (to - from >= DRAG_MIN) {
      mark(from, to);
    }
  }

  private static boolean isPanning(MouseEvent event) {
    return event.isShiftDown() || event.getButton() == MouseButton.MIDDLE;
  }

  private void mark(double from, double to) {
    double left = Math.clamp(from, 0, getWidth());
    double right = Math.clamp(to, 0, getWidth());
    marked.setVisible(right > left);
    marked.resizeRelocate(left, 0, right - left, getHeight());
  }

  private void release(MouseEvent event) {
    if (isPanning(event)) {
      return;
    }
    double from = Math.clamp(Math.min(pressedAt, event.getX()), 0, getWidth());
    double to = Math.clamp(Math.max(pressedAt, event.getX()), 0, getWidth());
    if (to - from >= DRAG_MIN && frame(to) > frame(from)) {
      loaded.player().setLoop(Optional.of(new PlayRange(frame(from), frame(to))));
      loaded.player().seek(frame(from));
    } else {
      unmark();
      loaded.player().seek(frame(event.getX()));
    }
    tick();
  }

  /** Plays to the end again. */
  void unmark() {
    marked.setVisible(false);
    loaded.player().setLoop(Optional.empty());
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> step(-PlayerDesk.STEP_MILLIS, event.isShiftDown());
      case RIGHT -> step(PlayerDesk.STEP_MILLIS, event.isShiftDown());
      case HOME -> desk.seek(0);
      case END -> desk.seek(loaded.lengthMillis());
      case SPACE -> desk.playOrPause();
      default -> {
        return;
      }
    }
    event.consume();
    tick();
  }

  private void step(long millis, boolean isMarking) {
    if (isMarking) {
      stretch(loaded.form().frames(Math.abs(millis)) * Long.signum(millis));
    } else {
      desk.step(millis);
    }
  }

  /** Moves one end of what is played again and again; the other is where one began to mark. */
  private void stretch(long frames) {
    PlayRange now = loaded.player().state().loop().orElse(null);
    if (now == null) {
      anchor = loaded.player().state().position();
    } else if (anchor != now.from() && anchor != now.to()) {
      anchor = now.from();
    }
    long moving = now == null ? anchor : anchor == now.from() ? now.to() : now.from();
    long end = Math.clamp(moving + frames, 0, loaded.player().state().frames());
    if (end == anchor) {
      unmark();
    } else {
      PlayRange range = new PlayRange(Math.min(anchor, end), Math.max(anchor, end));
      loaded.player().setLoop(Optional.of(range));
      mark(x(range.from()), x(range.to()));
    }
  }

  @Override
  protected void layoutChildren() {
    if (getWidth() != drawnWidth || getHeight() != drawnHeight) {
      drawnWidth = getWidth();
      drawnHeight = getHeight();
      draw();
    }
    loaded.player().state().loop().ifPresent(range -> mark(x(range.from()), x(range.to())));
    tick();
  }

  /** What fills the height: quiet recordings are drawn larger, silence is not. */
  private static double loudest(byte[] lows, byte[] highs) {
    int loudest = 0;
    for (int i = 0; i < lows.length; i++) {
      loudest = Math.max(loudest, Math.max(highs[i], -lows[i]));
    }
    return Math.max(LOUDEST / LARGER_MAX, loudest);
  }

  private void draw() {
    int columns = columns();
    byte[] lows = new byte[columns];
    byte[] highs = new byte[columns];
    double all = Math.max(1, loaded.player().state().frames());
    loaded
        .wave()
        .columns(window.from() / all, (window.from() + window.length()) / all, lows, highs);
    drawnShare = loaded.wave().share();
    ahead.getElements().clear();
    played.getElements().clear();
    double middle = getHeight() / 2;
    double full = loudest(lows, highs);
    for (int i = 0; i < columns; i++) {
      double x = i * PITCH + 0.5;
      double top = middle - Math.max(0.5, highs[i] / full * middle);
      double bottom = middle + Math.max(0.5, -lows[i] / full * middle);
      ahead.getElements().add(new MoveTo(x, top));
      ahead.getElements().add(new LineTo(x, bottom));
      played.getElements().add(new MoveTo(x, top));
      played.getElements().add(new LineTo(x, bottom));
    }
  }
}
