package dev.throughline.desktop.consent;

import dev.throughline.desktop.ui.SystemClipboard;
import java.util.Optional;

/** What other programs would see. */
public final class FakeClipboard implements SystemClipboard {
  private Optional<String> words = Optional.empty();
  private Optional<String> token = Optional.empty();

  @Override
  public void put(Optional<String> newWords, Optional<String> newToken) {
    words = newWords;
    token = newToken;
  }

  @Override
  public Optional<String> words() {
    return words;
  }

  @Override
  public Optional<String> token() {
    return token;
  }
}
