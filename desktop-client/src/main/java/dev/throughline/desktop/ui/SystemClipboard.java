package dev.throughline.desktop.ui;

import java.util.Optional;

/** What all programs of the computer share. UI thread only. */
public interface SystemClipboard {
  /**
   * Puts words there, in place of what was there.
   *
   * @param words what every program can read; empty when none may
   * @param token what only this program reads; empty for none
   */
  void put(Optional<String> words, Optional<String> token);

  /** The words that are there. */
  Optional<String> words();

  /** The token this program put there, unless another program put something there since. */
  Optional<String> token();
}
