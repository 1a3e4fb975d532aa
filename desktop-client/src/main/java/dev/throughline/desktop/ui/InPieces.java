package dev.throughline.desktop.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;

/**
 * Work on a page that need not be done before its first picture: a piece with every frame, in
 * order, so that what is in sight comes first. UI thread only.
 */
public final class InPieces {
  private final Deque<Runnable> pieces = new ArrayDeque<>();
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          next();
        }
      };

  /** Does a piece after those that wait. */
  public void add(Runnable piece) {
    if (pieces.isEmpty()) {
      frames.start();
    }
    pieces.add(piece);
  }

  /** Does now what waits, because somebody wants to go there. */
  public void finish() {
    while (!pieces.isEmpty()) {
      next();
    }
  }

  private void next() {
    Runnable piece = pieces.poll();
    if (piece != null) {
      piece.run();
    }
    if (pieces.isEmpty()) {
      frames.stop();
    }
  }
}
