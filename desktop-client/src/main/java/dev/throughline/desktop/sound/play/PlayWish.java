package dev.throughline.desktop.sound.play;

import java.util.Optional;

/**
 * What somebody wants to hear from now on.
 *
 * @param speed 1 as it was recorded
 * @param volume 1 as it was recorded, 0 nothing
 */
record PlayWish(double speed, double volume, Optional<PlayRange> loop) {
  static final PlayWish USUAL = new PlayWish(1, 1, Optional.empty());
}
