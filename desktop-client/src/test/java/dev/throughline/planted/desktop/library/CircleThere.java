package dev.throughline.planted.desktop.library;

import dev.throughline.planted.desktop.interview.CircleBack;

/** Needs the interview, which needs the library. */
public final class CircleThere {
  CircleBack back;
}
