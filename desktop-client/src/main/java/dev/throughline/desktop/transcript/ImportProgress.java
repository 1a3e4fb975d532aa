package dev.throughline.desktop.transcript;

import dev.throughline.desktop.transcript.file.ReadProgress;

/** Follows an import to its end: first the reading of the file, then the saving of its turns. */
public interface ImportProgress extends ReadProgress {
  /** Called after each group, on the thread that saves. */
  void turnsSaved(int turns, int turnsInAll);
}
