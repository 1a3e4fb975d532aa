package dev.throughline.desktop.sound.play;

/** Why nothing is heard; each with a stable code and a sentence. */
public enum PlayTrouble {
  /** There is no sound card, or another program has it for itself. */
  NO_OUTPUT("SND-21", "playing.noOutput"),
  /** The samples could not be read or were changed. */
  UNREADABLE("SND-22", "playing.unreadable");

  private final String code;
  private final String textKey;

  PlayTrouble(String code, String textKey) {
    this.code = code;
    this.textKey = textKey;
  }

  /** Stays the same for ever. */
  public String code() {
    return code;
  }

  /** The key of the sentence in the texts. */
  public String textKey() {
    return textKey;
  }
}
