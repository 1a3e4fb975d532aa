package dev.throughline.desktop.walkthrough;

import dev.throughline.desktop.ui.PartOfView;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;

/** Where the callout stands: below, right, above or left of the control, and always in sight. */
@PartOfView("Moves the callout; the callout itself is the node.")
final class Beside {
  private Beside() {}

  static void place(Region callout, Bounds at, double width, double height, double em) {
    double w = callout.getWidth();
    double h = callout.getHeight();
    double x = at.getMinX();
    double y;
    if (at.getWidth() <= 0) {
      x = (width - w) / 2;
      y = height - h - 4 * em;
    } else if (at.getMaxY() + h + 2 * em < height) {
      y = at.getMaxY() + em;
    } else if (at.getMaxX() + w + 2 * em < width) {
      x = at.getMaxX() + em;
      y = at.getMinY();
    } else if (at.getMinY() - h - 2 * em > 0) {
      y = at.getMinY() - h - em;
    } else {
      x = at.getMaxX() - w - em;
      y = at.getMaxY() - h - em;
    }
    callout.relocate(within(x, width - w - em, em), within(y, height - h - em, em));
  }

  private static double within(double wanted, double most, double least) {
    return Math.max(least, Math.min(most, wanted));
  }
}
