package dev.throughline.desktop.memo;

import dev.throughline.desktop.store.SaveResult;

/** Where one text that is typed is kept. Never called on the UI thread. */
public interface TextHome {
  /** The text as the store has it now. */
  String read();

  /** Saves what a person made of the text they saw; others' words since are kept beside it. */
  SaveResult write(String before, String after);

  /** Brings the store up to the journal after a save that failed half-way; saves nothing itself. */
  SaveResult catchUp();
}
