package dev.throughline.desktop.sound.decode;

import java.io.IOException;

/** Deep inside a file something is not as it has to be; caught at the one place that answers. */
final class BadSoundException extends IOException {
  private static final long serialVersionUID = 1;

  private final DecodingTrouble trouble;

  BadSoundException(DecodingTrouble trouble) {
    super(trouble.code());
    this.trouble = trouble;
  }

  DecodingTrouble trouble() {
    return trouble;
  }
}
