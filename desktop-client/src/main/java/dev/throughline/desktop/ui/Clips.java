package dev.throughline.desktop.ui;

import java.util.Optional;

/** Where words go that a person copies, and what comes when they paste. UI thread only. */
public interface Clips {
  /** Takes words that were copied or cut; blank ones are no words. */
  void copied(String words);

  /** The words to put in. */
  Optional<String> pasted();
}
