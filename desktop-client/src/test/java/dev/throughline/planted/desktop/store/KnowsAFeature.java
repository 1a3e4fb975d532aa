package dev.throughline.planted.desktop.store;

import dev.throughline.planted.desktop.library.CircleThere;

/** The ground knows the house. */
final class KnowsAFeature {
  CircleThere feature;
}
