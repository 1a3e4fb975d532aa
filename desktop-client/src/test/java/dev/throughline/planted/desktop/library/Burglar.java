package dev.throughline.planted.desktop.library;

import dev.throughline.planted.desktop.interview.inside.Hidden;

/** Reaches into the inside of another feature. */
final class Burglar {
  Hidden hidden;
}
