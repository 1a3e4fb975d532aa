package dev.throughline.trials.power;

import java.io.IOException;

/** There is no power; nothing can be read or written. */
final class PowerCut extends IOException {
  private static final long serialVersionUID = 1;

  PowerCut() {
    super("there is no power");
  }
}
