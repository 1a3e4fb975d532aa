package dev.throughline.desktop.app;

import dev.throughline.desktop.app.WindowState.Frame;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a window still lies where a person can reach it: screens come and go. */
final class ScreenFit {
  /** So much of the top edge must be on a screen, or nobody can take hold of the window. */
  private static final long GRIP_WIDTH = 120;

  private static final long GRIP_HEIGHT = 32;

  private ScreenFit() {}

  /**
   * The frame as it fits the screens there are now, never larger than the one it lies on; empty
   * when its top edge lies on none of them.
   */
  static Optional<Frame> fit(Frame frame, List<Frame> screens) {
    Frame grip = new Frame(frame.x(), frame.y(), frame.width(), GRIP_HEIGHT);
    return screens.stream()
        .filter(screen -> holds(screen, grip))
        .max(Comparator.comparingLong(screen -> width(screen, frame) * height(screen, frame)))
        .map(screen -> into(frame, screen));
  }

  private static boolean holds(Frame screen, Frame grip) {
    return width(screen, grip) >= Math.min(GRIP_WIDTH, grip.width())
        && height(screen, grip) >= GRIP_HEIGHT / 2;
  }

  private static Frame into(Frame frame, Frame screen) {
    boolean isWider = frame.width() > screen.width();
    boolean isHigher = frame.height() > screen.height();
    return new Frame(
        isWider ? screen.x() : frame.x(),
        isHigher ? screen.y() : Math.max(frame.y(), screen.y()),
        Math.min(frame.width(), screen.width()),
        Math.min(frame.height(), screen.height()));
  }

  private static long width(Frame a, Frame b) {
    return Math.max(0, Math.min(a.x() + a.width(), b.x() + b.width()) - Math.max(a.x(), b.x()));
  }

  private static long height(Frame a, Frame b) {
    return Math.max(0, Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y()));
  }
}
