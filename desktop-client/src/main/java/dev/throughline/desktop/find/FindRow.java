package dev.throughline.desktop.find;

import dev.throughline.desktop.search.Hit;
import dev.throughline.desktop.search.HitGroup;

/** A row of the results. */
sealed interface FindRow {
  HitGroup group();

  /** What the hits below it stand in. */
  record Head(HitGroup group) implements FindRow {}

  record Line(Hit hit, HitGroup group) implements FindRow {}
}
