package dev.throughline.planted.desktop.home;

import dev.throughline.planted.desktop.app.Wiring;

/** Knows what puts it together. */
final class KnowsApp {
  Wiring wiring;
}
