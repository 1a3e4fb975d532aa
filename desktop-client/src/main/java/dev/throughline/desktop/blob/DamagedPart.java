package dev.throughline.desktop.blob;

import java.io.IOException;

/** A part is not what its manifest says, or does not open. */
final class DamagedPart extends IOException {
  private static final long serialVersionUID = 1;

  DamagedPart(int index) {
    super("part " + index + " is damaged");
  }
}
