package dev.throughline.planted.desktop.interview;

import dev.throughline.planted.desktop.library.CircleThere;

/** Needs the library, which needs the interview. */
public final class CircleBack {
  CircleThere there;
}
