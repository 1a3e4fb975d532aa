package dev.throughline.desktop.sound.decode;

/** Why a sound file cannot be read, or not to its end; each with a stable code and a sentence. */
public enum DecodingTrouble {
  UNREADABLE("SND-01", "decoding.unreadable"),
  UNKNOWN("SND-02", "decoding.unknown"),
  EMPTY("SND-03", "decoding.empty"),
  DAMAGED("SND-04", "decoding.damaged"),
  /** The container is known, what is coded inside is not. */
  CODING("SND-05", "decoding.coding"),
  /** More channels or samples a second than a recording has. */
  FORM("SND-06", "decoding.form"),
  TOO_LONG("SND-07", "decoding.tooLong"),
  /** The decoder made no progress and was ended. */
  STUCK("SND-08", "decoding.stuck"),
  /** The decoder wanted more memory than it may have, or died. */
  DIED("SND-09", "decoding.died"),
  /** The file ends before its sound does. */
  CUT("SND-10", "decoding.cut"),
  /** The program that recorded it never wrote the lengths. */
  UNFINISHED("SND-11", "decoding.unfinished");

  private final String code;
  private final String textKey;

  DecodingTrouble(String code, String textKey) {
    this.code = code;
    this.textKey = textKey;
  }

  /** Stays the same for ever. */
  public String code() {
    return code;
  }

  /** The key of the sentence in the texts; it says what is kept when there was sound before. */
  public String textKey() {
    return textKey;
  }
}
