package dev.throughline.desktop.find;

import dev.throughline.desktop.search.Hit;
import dev.throughline.desktop.search.HitGroup;

/** A row of the results. */
sealed interface FindRow {
  HitGroup group();

  /** Whether both stand for the same place, whatever else is told about it by now. */
  boolean isPlaceOf(FindRow other);

  /** What the hits below it stand in. */
  record Head(HitGroup group) implements FindRow {
    @Override
    public boolean isPlaceOf(FindRow other) {
      return other instanceof Head(HitGroup theirs) && theirs.id().equals(group.id());
    }
  }

  record Line(Hit hit, HitGroup group) implements FindRow {
    @Override
    public boolean isPlaceOf(FindRow other) {
      return other instanceof Line(Hit theirs, HitGroup _)
          && theirs.kind() == hit.kind()
          && theirs.record().equals(hit.record())
          && theirs.begin() == hit.begin();
    }
  }
}
