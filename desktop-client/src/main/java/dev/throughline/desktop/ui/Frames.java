package dev.throughline.desktop.ui;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Spreads work on the screen over frames, so that none takes long. On the JavaFX thread. */
public final class Frames {
  private Frames() {}

  /**
   * Does something a frame later than the rest of a part. At once where the part is in no window:
   * there nobody waits, and no frames come.
   */
  public static void later(Node part, Runnable then) {
    Scene scene = part.getScene();
    boolean isSeen = scene != null && scene.getWindow() != null && scene.getWindow().isShowing();
    if (isSeen) {
      next(then);
    } else {
      then.run();
    }
  }

  /** Does something once what is on the screen now has been drawn. */
  public static void next(Runnable then) {
    new AnimationTimer() {
      private boolean isSecond;

      @Override
      public void handle(long now) {
        // The first call comes before the frame with what is on the screen now.
        if (isSecond) {
          stop();
          then.run();
        }
        isSecond = true;
      }
    }.start();
  }
}
